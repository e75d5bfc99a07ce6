/** Reading fields: what is there is given, what is wrong is noted with its place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PolicyFault } from "./policy.ts";
import {
  amountsOf,
  choiceOf,
  fieldOf,
  isAbsent,
  mappingOf,
  membersOf,
  oneOf,
  type Place,
  textOf,
  wholeOf,
  wholeOr,
  within,
  wordsOf,
} from "./policy-fields.ts";

const start = (): Place & { faults: PolicyFault[] } => ({ path: "top", faults: [] });
const noted = ({ faults }: Place) => faults.map(({ path, reason }) => `${path} ${reason}`);

test("paths read as one writes them", () => {
  const at = start();
  expect(within(within(within({ ...at, path: "" }, "steps"), "[3]"), "trigger").path).toBe(
    "steps[3].trigger",
  );
});

test("a whole number is read from text or number exactly, and nothing else", () => {
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 500 }), (number) => {
      const at = start();
      expect(wholeOf(number, at, -500, 500)).toBe(number);
      expect(wholeOf(`${number}`, at, -500, 500)).toBe(number);
      expect(noted(at)).toEqual([]);
    }),
  );
  for (const wrong of [1.5, "1.5", "1e3", " 1", "", null, Number.NaN, 1n, true, {}]) {
    const at = start();
    expect(wholeOf(wrong, at, 3, 9)).toBe(3);
    expect(noted(at)).toEqual([`top ${isAbsent(wrong) ? "missing" : "not_a_whole_number"}`]);
  }
  const at = start();
  wholeOf("10", at, 3, 9);
  wholeOf(2, at, 3, 9);
  expect(at.faults).toEqual([
    { path: "top", reason: "out_of_range", line: null, found: "10", allowed: ["3…9"] },
    { path: "top", reason: "out_of_range", line: null, found: "2", allowed: ["3…9"] },
  ]);
});

describe("a mapping", () => {
  test("gives its own fields only", () => {
    const at = start();
    const mapping = mappingOf({ a: 1 }, at, ["a"]);
    expect(fieldOf(mapping, "a")[0]).toBe(1);
    expect(fieldOf(mapping, "toString")[0]).toBeUndefined();
    expect(wholeOr(mapping, "b", 7, [0, 9])).toBe(7);
    expect(wholeOr(mapping, "a", 7, [0, 9])).toBe(1);
    expect(noted(at)).toEqual([]);
  });

  test("is no list, no text, not absent, and has no unknown fields", () => {
    const at = start();
    mappingOf([], at, []);
    mappingOf("x", at, []);
    mappingOf(undefined, at, []);
    mappingOf({ x: 1 }, at, ["y"]);
    mappingOf({ x: 1 }, at, null);
    expect(noted(at)).toEqual([
      "top not_a_mapping",
      "top not_a_mapping",
      "top missing",
      "top.x unknown_field",
    ]);
  });
});

test("lists, texts, words and choices", () => {
  const at = start();
  const mapping = mappingOf(
    { list: ["a"], text: " t ", words: { zh: "一", en: "one" }, n: 1 },
    at,
    null,
  );
  expect(membersOf(mapping, "list").map(([member, { path }]) => [member, path])).toEqual([
    ["a", "top.list[0]"],
  ]);
  expect(membersOf(mapping, "nought")).toEqual([]);
  expect(textOf(mapping, "text")).toBe("t");
  expect(wordsOf(mapping, "words")).toEqual({ zh: "一", en: "one" });
  expect(choiceOf("a", at, ["a", "b"])).toBe("a");
  expect(choiceOf("", at, ["a"])).toBeNull();
  expect(oneOf(mapping, "text", ["x"], "x")).toBe("x");
  expect(oneOf(mapping, "nought", ["x", "y"], "y")).toBe("y");
  expect(oneOf(mapping, "nought", ["x", "y"])).toBe("x");
  expect(membersOf(mapping, "n")).toEqual([]);
  expect(textOf(mapping, "n")).toBe("");
  expect(wordsOf(mapping, "n")).toEqual({ zh: "", en: "" });
  expect(noted(at)).toEqual([
    "top.text unknown_value",
    "top.nought missing",
    "top.n not_a_list",
    "top.n not_a_text",
    "top.n not_a_mapping",
  ]);
});

test("amounts are texts, positive, of a currency we book", () => {
  const at = start();
  expect(amountsOf({ CNY: "100000.00" }, at).map(({ minor }) => minor)).toEqual([10_000_000n]);
  expect(amountsOf(null, at)).toEqual([]);
  expect(amountsOf({ CNY: "1.005", USD: "-1", JPY: 5, ABC: "1" }, at)).toEqual([]);
  expect(noted(at)).toEqual([
    "top.CNY amount_invalid",
    "top.USD amount_invalid",
    "top.JPY amount_invalid",
    "top.ABC currency_unknown",
  ]);
});
