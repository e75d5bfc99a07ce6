/** Reads a bank's file where it can hurt nobody: large or packed ones in a thread with limits. */
import { Worker } from "node:worker_threads";
import { assert, refuse } from "../../domain/values/result.ts";
import { listEntries } from "../tables/zip.ts";
import type { ReadStatement } from "./format.ts";
import { MOST_BYTES, readStatements, type StatementOptions } from "./read-statements.ts";
import type { ReadingAnswer, ReadingOrder } from "./reading-worker.ts";

/** Up to here a file is read at once: some 50 ms, less than a thread takes to start. */
const SMALL_BYTES = 512 * 1024;

export type ReadingLimits = { readonly memoryMegabytes: number; readonly patienceMs: number };

/** An hour's statement of 64 MB needs less; what needs more was made to need it. */
const LIMITS: ReadingLimits = { memoryMegabytes: 1024, patienceMs: 60_000 };

/**
 * As `readStatements`, but the server goes on answering meanwhile, and a file made to be expensive
 * (a bomb, a million nested tags) is refused with `statement_reading_given_up` when the limit of
 * time or memory is reached. One file is read at a time, so that memory is used once.
 */
export async function readStatementsApart(
  bytes: Uint8Array,
  options: StatementOptions,
  limits: ReadingLimits = LIMITS,
): Promise<ReadStatement> {
  if (isSmall(bytes) || bytes.length > MOST_BYTES) return readStatements(bytes, options);
  const turn = last.then(() => askThread({ bytes, options }, limits));
  last = turn.catch(() => undefined);
  return turn;
}

let last: Promise<unknown> = Promise.resolve();

/** Of an archive counts what it unpacks to: no member ever gives more than it claims. */
function isSmall(bytes: Uint8Array): boolean {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b ? listEntries(bytes) : null;
  const unpacked = (packed ?? []).reduce((sum, entry) => sum + entry.unpacked, 0);
  return Math.max(bytes.length, unpacked) <= SMALL_BYTES;
}

async function askThread(order: ReadingOrder, limits: ReadingLimits): Promise<ReadStatement> {
  const answer = await answerOf(order, limits);
  if ("limit" in answer) {
    return refuse({ code: "statement_reading_given_up", limit: answer.limit });
  }
  assert(!("bug" in answer), `a file is read or refused: ${"bug" in answer ? answer.bug : ""}`);
  return answer.read;
}

type Outcome = ReadingAnswer | { readonly limit: "time" | "memory" };

function answerOf(
  order: ReadingOrder,
  { memoryMegabytes, patienceMs }: ReadingLimits,
): Promise<Outcome> {
  const thread = new Worker(new URL("./reading-worker.ts", import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    stdout: true,
    stderr: true,
  });
  return new Promise<Outcome>((resolve) => {
    const timer = setTimeout(() => resolve({ limit: "time" }), patienceMs);
    thread.once("message", resolve);
    thread.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? { limit: "memory" } : bugOf(error)),
    );
    thread.once("exit", (code) => resolve({ bug: `the thread ended with ${code}` }));
    thread.once("exit", () => clearTimeout(timer));
  }).finally(() => thread.terminate());
}

const bugOf = (error: Error): Outcome => ({ bug: error.stack ?? error.message });
