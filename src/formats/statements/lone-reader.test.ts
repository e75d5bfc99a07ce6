/** The lone reader answers once and ends, also where reading itself breaks. */
import { fork } from "node:child_process";
import { expect, test } from "vitest";
import { readSample, statementSample } from "../../../test/kit/statements.ts";
import type { ReadingAnswer } from "./lone-reader.ts";

function answerTo(order: object): Promise<ReadingAnswer> {
  const reader = fork(new URL("./lone-reader.ts", import.meta.url), {
    execArgv: [],
    serialization: "advanced",
  });
  reader.send(order);
  return new Promise((resolve, reject) => {
    reader.on("error", reject);
    reader.on("message", (answer) =>
      reader.once("exit", (code) =>
        code === 0 ? resolve(answer as ReadingAnswer) : reject(new Error(`${code}`)),
      ),
    );
  });
}

const options = { fileName: "upload", map: null, homeCurrency: "CNY" };

test("what is read comes over whole, amounts as whole cents", async () => {
  const sample = statementSample("camt053", "closed-day-v8.xml");
  const read = await readSample(sample);
  expect(read.ok).toBe(true);
  expect(await answerTo({ bytes: sample.bytes, options })).toEqual({ read });
});

test("a bug is told, not left to the waiting reader", async () => {
  const strange = { ...options, homeCurrency: "no currency" };
  const bytes = new TextEncoder().encode("交易日期,收入");
  expect(await answerTo({ bytes, options: strange })).toEqual({ bug: expect.any(String) });
});
