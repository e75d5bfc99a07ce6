/** The reading thread answers each order, also those it can't fulfil. */
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { utf8 } from "../../../test/kit/tables.ts";
import type { OldExcelAnswer, OldExcelOrder } from "./old-excel-worker.ts";

function answersOf(orders: readonly OldExcelOrder[]): Promise<readonly OldExcelAnswer[]> {
  const thread = new Worker(new URL("./old-excel-worker.ts", import.meta.url));
  const answers: OldExcelAnswer[] = [];
  return new Promise((resolve, reject) => {
    thread.on("error", reject);
    thread.on("message", (answer: OldExcelAnswer) => {
      answers.push(answer);
      if (answers.length === orders.length) void thread.terminate().then(() => resolve(answers));
    });
    for (const order of orders) thread.postMessage(order);
  });
}

test("a broken workbook does not end the thread", async () => {
  const broken = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3]);
  const page = utf8("<table><tr><td>1.50</td></tr></table>");
  const answers = await answersOf([
    { order: 1, bytes: broken },
    { order: 2, bytes: page },
  ]);
  expect(answers).toMatchObject([
    { order: 1, bug: expect.any(String) },
    { order: 2, sheets: [{ rows: [{ line: 1, cells: ["1.50"] }] }] },
  ]);
});
