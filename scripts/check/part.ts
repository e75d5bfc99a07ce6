/** A part of `npm test`: what it is called, how it is run, and what came out. */

export type Counts = { readonly passed: number; readonly failed: number };

export type Outcome = Counts & {
  /** Shown when something failed: what the program printed. */
  readonly output: string;
  /** Shown in any case, e.g. why a part was left out. */
  readonly note?: string;
};

export type Part = { readonly name: string; run(): Promise<Outcome> };

/** One check that is either right or wrong. */
export const judged = (right: boolean, output: string): Outcome =>
  right ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };

/** Nothing was checked, and why. */
export const leftOut = (note: string): Outcome => ({ passed: 0, failed: 0, output: "", note });

/** The sum over parts. */
export const sumOf = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
});

/** The closing line that `.ci/run` reads. */
export const closingLine = ({ passed, failed }: Counts): string =>
  `${passed} passed, ${failed} failed`;
