/** PDF of a letter, drawn in a thread of its own so that nobody waits for it. */
import { Worker } from "node:worker_threads";
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import type { LetterDocument } from "./document.ts";
import type { PrintAnswer, PrintOrder } from "./pdf-worker.ts";

export type PrintRefusal = {
  readonly code: "character_not_printable";
  readonly character: string;
  /** `U+20BB7`, for who can't see the character either. */
  readonly codePoint: string;
};

type Waiting = {
  readonly resolve: (answer: PrintAnswer) => void;
  readonly reject: (reason: Error) => void;
};

const waiting = new Map<number, Waiting>();
let thread: Worker | null = null;
let orders = 0;

/** The thread lives on between letters but never keeps the program alive by itself. */
function openThread(): Worker {
  const opened = new Worker(new URL("./pdf-worker.ts", import.meta.url));
  opened.on("message", (answer: PrintAnswer) => {
    waiting.get(answer.order)?.resolve(answer);
    waiting.delete(answer.order);
    if (waiting.size === 0) opened.unref();
  });
  opened.on("error", (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    thread = null;
  });
  return opened;
}

function order(letter: LetterDocument): Promise<PrintAnswer> {
  thread ??= openThread();
  thread.ref();
  orders += 1;
  const message: PrintOrder = { order: orders, letter };
  const answered = new Promise<PrintAnswer>((resolve, reject) => {
    waiting.set(message.order, { resolve, reject });
  });
  thread.postMessage(message);
  return answered;
}

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/**
 * The letter as PDF/A-2b; the same letter gives the same bytes. Refused with the character that
 * the font lacks, since an empty box in a name would make the letter worthless as evidence.
 */
export async function printLetter(
  letter: LetterDocument,
): Promise<Result<Uint8Array, PrintRefusal>> {
  const answer = await order(letter);
  if ("missing" in answer) {
    const character = answer.missing;
    return refuse({
      code: "character_not_printable",
      character,
      codePoint: codePointOf(character),
    });
  }
  assert("pdf" in answer, `a letter can be drawn: ${"bug" in answer ? answer.bug : ""}`);
  return ok(answer.pdf);
}
