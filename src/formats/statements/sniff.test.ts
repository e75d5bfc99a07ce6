/** What a file is, is looked at once: kind, encoding, text. */
import { expect, test } from "vitest";
import { currency } from "../../domain/values/money.ts";
import { sniffedFile } from "./sniff.ts";

const sniffed = (bytes: readonly number[]) =>
  sniffedFile(Uint8Array.from(bytes), {
    fileName: "x",
    map: null,
    homeCurrency: currency("CNY"),
  });

test.each([
  ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0x61], "utf-8", "a"],
  ["UTF-16, little end first", [0xff, 0xfe, 0x61, 0x00], "utf-16", "a"],
  ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0x61], "utf-16", "a"],
  ["GB18030", [0xd4, 0xc6, 0xc9, 0xbc], "gb18030", "云杉"],
  ["anything else", [0x61, 0xff, 0xff, 0x62], "latin1", "aÿÿb"],
])("%s", (_, bytes, encoding, text) => {
  expect(sniffed(bytes)).toMatchObject({ kind: "text", encoding, text });
});

test("workbooks and packages have no text", () => {
  expect(sniffed([0x50, 0x4b, 0x03, 0x04])).toMatchObject({ kind: "zip", text: "" });
  expect(sniffed([0xd0, 0xcf, 0x11, 0xe0])).toMatchObject({ kind: "ole", text: "" });
});
