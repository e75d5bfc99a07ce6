/** Every registered format keeps to the same promises; garbage of any kind is refused. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  conforms,
  readBytes,
  statementSamples,
  survivesCuts,
  survivesEdits,
} from "../../../test/kit/statements.ts";
import { statementFormats } from "./index.ts";
import { allFormats, MOST_BYTES } from "./read-statements.ts";

const names = Object.keys(statementFormats);
/** Formats whose files mark their end, so that a cut is seen. */
const MARKED_END = new Set("camt052 camt053 camt054 mt940 mt942 ofx bai2 pain002".split(" "));

const codeOf = async (bytes: Uint8Array) => {
  const read = await readBytes(bytes);
  return read.ok ? "read" : read.refusal.code;
};

test("each format bears the name of its file", async () => {
  expect((await allFormats()).map(({ name }) => name)).toEqual(names);
});

test("each folder of samples is of a format", () => {
  expect(new Set(statementSamples.map(({ format }) => format))).toEqual(new Set(names));
});

describe.each(names)("%s", (name) => {
  conforms(name);
  survivesCuts(name, { whole: MARKED_END.has(name) });
  survivesEdits(name, 150);
});

describe("what is no statement", () => {
  test("nothing, and blanks only", async () => {
    expect(await codeOf(new Uint8Array())).toBe("statement_empty");
    expect(await codeOf(new Uint8Array(1000).fill(0x20))).toBe("statement_empty");
  });

  test("more than 64 MB is refused unread", async () => {
    const read = await readBytes(new Uint8Array(MOST_BYTES + 1));
    expect(read).toEqual({
      ok: false,
      refusal: { code: "statement_too_large", bytes: MOST_BYTES + 1, most: MOST_BYTES },
    });
  });

  test("any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 3000 }), async (bytes) => {
        expect(await codeOf(bytes)).toMatch(/^statement_/);
      }),
      { numRuns: 300 },
    );
  });

  test("four megabytes of noise, of one letter, of zeros: at once", async () => {
    const noise = Uint8Array.from({ length: 4_000_000 }, (_, at) => (at * 2_654_435_761) >>> 13);
    const started = Date.now();
    expect(await codeOf(noise)).toMatch(/^statement_/);
    expect(await codeOf(noise.fill(0x41))).toMatch(/^statement_/);
    expect(await codeOf(noise.fill(0))).toMatch(/^statement_/);
    expect(Date.now() - started).toBeLessThan(20_000);
  }, 30_000);
});

test("the file's name decides nothing that the content decides", async () => {
  const [sample] = statementSamples.filter(({ format }) => format === "mt940");
  const read = await readBytes(sample?.bytes ?? new Uint8Array(), { fileName: "camt053.xml" });
  expect(read.ok && read.value.format).toBe("mt940");
});
