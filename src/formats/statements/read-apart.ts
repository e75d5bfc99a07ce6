/** Reads a bank's file where it can hurt nobody: large or packed ones in a process with limits. */
import { fork } from "node:child_process";
import { assert, refuse } from "../../domain/values/result.ts";
import { listEntries } from "../tables/zip.ts";
import type { ReadStatement } from "./format.ts";
import type { ReadingAnswer, ReadingOrder } from "./lone-reader.ts";
import { MOST_BYTES, readStatements, type StatementOptions } from "./read-statements.ts";

/** Up to here a file is read at once: some 50 ms, less than a process takes to start. */
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
  const turn = last.then(() => askReader({ bytes, options }, limits));
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

async function askReader(order: ReadingOrder, limits: ReadingLimits): Promise<ReadStatement> {
  const answer = await answerOf(order, limits);
  if ("limit" in answer) {
    return refuse({ code: "statement_reading_given_up", limit: answer.limit });
  }
  assert(!("bug" in answer), `a file is read or refused: ${"bug" in answer ? answer.bug : ""}`);
  return answer.read;
}

type Outcome = ReadingAnswer | { readonly limit: "time" | "memory" };

/** Who is killed, and not by us, wanted more memory than it may have: V8 ends the whole process. */
const ended = (code: number | null, signal: string | null): Outcome =>
  signal === null ? { bug: `the reading ended with ${code}` } : { limit: "memory" };

function answerOf(
  order: ReadingOrder,
  { memoryMegabytes, patienceMs }: ReadingLimits,
): Promise<Outcome> {
  const reader = fork(new URL("./lone-reader.ts", import.meta.url), {
    execArgv: [`--max-old-space-size=${memoryMegabytes}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise<Outcome>((resolve) => {
    const timer = setTimeout(() => resolve({ limit: "time" }), patienceMs);
    reader.once("message", (answer) => resolve(answer as ReadingAnswer));
    reader.once("error", (error) => resolve({ bug: error.stack ?? error.message }));
    reader.once("exit", (code, signal) => {
      clearTimeout(timer);
      resolve(ended(code, signal));
    });
    // Where the reader is gone already, its end says why.
    reader.send(order, () => undefined);
  }).finally(() => reader.kill("SIGKILL"));
}
