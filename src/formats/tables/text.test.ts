/** Encodings are tried, not guessed. */
import { expect, test } from "vitest";
import { utf8 } from "../../../test/kit/tables.ts";
import { decodeText } from "./text.ts";

const WORDS = "发票号码,客户\nA1,云杉";
const value = (bytes: Uint8Array) => {
  const text = decodeText(bytes);
  return text.ok ? text.value : text.refusal.code;
};

test("UTF-8, with and without its mark", () => {
  expect(value(utf8(WORDS))).toBe(WORDS);
  expect(value(utf8(`\ufeff${WORDS}`))).toBe(WORDS);
});

test("GB18030, as Excel in China saves CSV", () => {
  const gb = new Uint8Array([0xb7, 0xa2, 0xc6, 0xb1, 0xba, 0xc5, 0xc2, 0xeb]);
  expect(value(gb)).toBe("发票号码");
});

test("UTF-16 where its mark says so", () => {
  const little = new Uint8Array([0xff, 0xfe, ...Buffer.from(WORDS, "utf16le")]);
  const big = new Uint8Array([0xfe, 0xff, ...Buffer.from(WORDS, "utf16le").swap16()]);
  expect([value(little), value(big)]).toEqual([WORDS, WORDS]);
});

test("what is neither, or has control characters, is no table", () => {
  expect(value(new Uint8Array([0x41, 0xff, 0xff, 0x00]))).toBe("file_is_not_a_table");
  expect(value(utf8("a,b\u0000c"))).toBe("file_is_not_a_table");
});
