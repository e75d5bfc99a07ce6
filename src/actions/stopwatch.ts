/** Where the time of a run goes: loading, deciding, storing. The bench reads it. */

export type Phase = "loading" | "deciding" | "storing";
export type Stopwatch = <Value>(phase: Phase, work: () => Promise<Value>) => Promise<Value>;

/** The stopwatch of everyday runs: it only does the work. */
export const unwatched: Stopwatch = (_, work) => work();
