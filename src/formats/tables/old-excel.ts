/** Old Excel workbooks (.xls), and web pages or XML named so, read in a thread with limits. */
import { Worker } from "node:worker_threads";
import type { TableRefusal } from "../../domain/book/import-refusal.ts";
import { ok, type Result, refuse } from "../../domain/values/result.ts";
import type { OldExcelAnswer } from "./old-excel-worker.ts";
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

function askThread(bytes: Uint8Array): Promise<OldExcelAnswer> {
  const thread = new Worker(new URL("./old-excel-worker.ts", import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const end = (answer: OldExcelAnswer) => {
      clearTimeout(timer);
      resolve(answer);
      void thread.terminate();
    };
    const timer = setTimeout(() => end({ bug: "time" }), PATIENCE_MS);
    thread.once("message", end);
    thread.once("error", (error: Error) => end({ bug: error.message }));
    thread.once("exit", () => end({ bug: "exit" }));
  });
}
