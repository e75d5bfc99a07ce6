/**
 * What a command of `huikuan` is: one file in this folder, found through the registry `index.ts`.
 */

export type Language = "zh" | "en";

/** The same words in both languages of the product. */
export type Words = { readonly zh: string; readonly en: string };

/** The terminal as a command sees it; tests hand in their own. */
export type Io = {
  /** Writes to standard output: results only, so that `--json` can be piped. */
  out(text: string): void;
  /** Writes to standard error: progress, notices, what to do next. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly language: Language;
  /** Whether a person watches standard error: only then are progress bars drawn. */
  readonly terminal: boolean;
};

export type Command = {
  /** The word after `huikuan`; the file has the same name. */
  readonly name: string;
  /** What follows the name, e.g. `invoices FILE [--creditor C] [--dry-run] [--json]`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: Words;
  /** The options, one line each, for `huikuan NAME --help`. */
  readonly details?: Words;
  /** Does it; the number is the exit code. An expected "no" is a thrown `Stop`. */
  run(args: readonly string[], io: Io): Promise<number>;
};

/** An expected end of a command: one sentence for the reader, and no stack trace. */
export class Stop extends Error {
  override readonly name = "Stop";
  readonly words: Words;
  readonly exitCode: number;

  constructor(words: Words, exitCode = 1) {
    super(words.en);
    this.words = words;
    this.exitCode = exitCode;
  }
}

/** Used wrongly: exit code 2, as is the custom of shells. */
export const misused = (words: Words): Stop => new Stop(words, 2);
