/** The three kinds of "no": a refusal is a value, a bug stops the program, the world may fail. */

export type Ok<Value> = { readonly ok: true; readonly value: Value };
export type Refused<Refusal> = { readonly ok: false; readonly refusal: Refusal };
export type Result<Value, Refusal> = Ok<Value> | Refused<Refusal>;

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });

/** An ordinary "no" with the facts that decided; words are in the reader's language file. */
export const refuse = <const Refusal>(refusal: Refusal): Refused<Refusal> => ({
  ok: false,
  refusal,
});

/** A bug: something that must hold does not. Nothing may be written after it. */
export class Broken extends Error {
  override readonly name = "Broken";
}

/** Stops the program with the sentence of what should hold. */
export function assert(truth: boolean, shouldHold: string): asserts truth {
  if (!truth) throw new Broken(`this should hold: ${shouldHold}`);
}

/** One sentence in both languages of the product. */
export type Sentence = { readonly zh: string; readonly en: string };

/**
 * The world fails: the database, a mail server or a disk does not answer. One sentence for the
 * reader: what, where, and what to do. Jobs try again with a limit, HTTP answers 503.
 */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
  readonly sentence: Sentence;

  constructor(sentence: Sentence | string, options?: ErrorOptions) {
    const both = typeof sentence === "string" ? { zh: sentence, en: sentence } : sentence;
    super(both.en, options);
    this.sentence = both;
  }
}
