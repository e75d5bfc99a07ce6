/** Old Excel workbooks (.xls), and web pages or XML named so, read in a thread with limits. */
import { Worker } from "node:worker_threads";
import type { TableRefusal } from "../../domain/book/import-refusal.ts";
import { ok, type Result, refuse } from "../../domain/values/result.ts";
import type { OldExcelAnswer, OldExcelOrder } from "./old-excel-worker.ts";
import type { SheetTable } from "./xlsx.ts";

/** 65,536 rows of twenty columns are some 15 MB. */
const LIMIT_MEGABYTES = 32;
const MEMORY_MEGABYTES = 1024;
const PATIENCE_MS = 60_000;

/**
 * Reads the visible sheets. The reader is a stranger's parser of a format full of pointers, so it
 * works in a thread of its own that ends with too much memory or too much time.
 */
export async function readOldExcel(
  bytes: Uint8Array,
): Promise<Result<readonly SheetTable[], TableRefusal>> {
  if (bytes.length > LIMIT_MEGABYTES * 1024 * 1024) {
    return refuse({ code: "file_unpacks_too_large", limitMegabytes: LIMIT_MEGABYTES });
  }
  const answer = await askThread(bytes);
  return "sheets" in answer
    ? ok(answer.sheets)
    : refuse({ code: "file_is_broken", detail: answer.bug });
}

const waiting = new Map<number, (answer: OldExcelAnswer) => void>();
let thread: Worker | null = null;
let orders = 0;

/** The thread lives on between files but never keeps the program alive by itself. */
function openThread(): Worker {
  const opened = new Worker(new URL("./old-excel-worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    stdout: true,
    stderr: true,
  });
  opened.on("message", (answer: OldExcelAnswer) => settle(answer));
  opened.on("error", (error: Error) => giveUp(opened, error.message));
  opened.on("exit", () => giveUp(opened, "exit"));
  return opened;
}

function settle(answer: OldExcelAnswer): void {
  waiting.get(answer.order)?.(answer);
  waiting.delete(answer.order);
  if (waiting.size === 0) thread?.unref();
}

/** Who waits for a thread that ended gets no file; the next one gets a new thread. */
function giveUp(ended: Worker, bug: string): void {
  if (thread !== ended) return;
  thread = null;
  for (const order of [...waiting.keys()]) settle({ order, bug });
}

function askThread(bytes: Uint8Array): Promise<OldExcelAnswer> {
  thread ??= openThread();
  const asked = thread;
  asked.ref();
  orders += 1;
  const message: OldExcelOrder = { order: orders, bytes };
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      giveUp(asked, "time");
      void asked.terminate();
    }, PATIENCE_MS);
    waiting.set(message.order, (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    asked.postMessage(message);
  });
}
