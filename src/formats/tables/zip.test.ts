/** ZIP packages: what is listed, and what is refused as broken or larger than it says. */

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { zipOf } from "../../../test/kit/tables.ts";
import { listEntries, unpackEntry } from "./zip.ts";

const unpack = (bytes: Uint8Array, at = 0): string | null => {
  const entry = listEntries(bytes)?.[at];
  const found = entry === undefined ? null : unpackEntry(bytes, entry);
  return found === null ? null : new TextDecoder().decode(found);
};

test("entries come out as they went in", () => {
  const bytes = zipOf([
    { name: "a.xml", text: "<a/>" },
    { name: "b/c.xml", text: "乙".repeat(5000) },
  ]);
  expect(listEntries(bytes)?.map(({ name }) => name)).toEqual(["a.xml", "b/c.xml"]);
  expect(unpack(bytes, 1)).toBe("乙".repeat(5000));
});

test("a stored entry is its own bytes", () => {
  const bytes = zipOf([{ name: "a", text: "x" }]);
  const [entry] = listEntries(bytes) ?? [];
  const stored = entry && unpackEntry(bytes, { ...entry, method: 0, packed: 2 });
  expect(stored?.length).toBe(2);
});

test("an entry that unpacks to more than it claims is not unpacked", () => {
  expect(unpack(zipOf([{ name: "bomb", text: "0".repeat(100_000), claims: 10 }]))).toBeNull();
});

test("an entry outside the file is broken", () => {
  const bytes = zipOf([{ name: "a", text: "x" }]);
  const [entry] = listEntries(bytes) ?? [];
  expect(entry && unpackEntry(bytes, { ...entry, offset: 10_000 })).toBeNull();
});

test("any other bytes are no ZIP file, and nothing throws", () => {
  holds(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    expect(listEntries(bytes)).toBeNull();
  });
  const cut = zipOf([{ name: "a.xml", text: "<a/>" }]);
  holds(fc.nat(cut.length), fc.nat(255), (at, byte) => {
    const bent = cut.with(at % cut.length, byte);
    const entries = listEntries(bent);
    for (const entry of entries ?? []) expect(() => unpackEntry(bent, entry)).not.toThrow();
  });
});
