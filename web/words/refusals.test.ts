/** Every refusal has a sentence in both languages, and every sentence can be said. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFileRefusal } from "../../src/contract/import-refusals.ts";
import { REFUSAL_STATUS } from "../../src/contract/refusals.ts";
import { refusals as english } from "./en/refusals.ts";
import { sentenceOf } from "./facts.ts";
import { refusals as chinese } from "./zh/refusals.ts";

test("everything the server refuses has its sentence in both languages", () => {
  const codes = Object.keys(REFUSAL_STATUS).filter((code) => !isFileRefusal({ code }));
  expect(codes.length).toBeGreaterThan(60);
  for (const code of codes) {
    expect(sentenceOf(chinese, { code }), code).not.toBeNull();
    expect(sentenceOf(english, { code }), code).not.toBeNull();
  }
});

describe("whatever the facts", () => {
  test("a sentence is words, never an exception or a hole", () => {
    const codes = fc.constantFrom(...Object.keys(chinese));
    const facts = fc.dictionary(
      fc.string(),
      fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
    );
    fc.assert(
      fc.property(codes, facts, (code, given) => {
        for (const table of [chinese, english]) {
          const sentence = sentenceOf(table, { ...given, code });
          expect(sentence).not.toMatch(/undefined|NaN|\[object/);
          expect(sentence?.length).toBeGreaterThan(3);
        }
      }),
    );
  });
});

test("the facts that decided stand in the sentence, amounts as people read them", () => {
  const free = { amount: "12500.00", currency: "CNY" };
  expect(sentenceOf(chinese, { code: "promise_exceeds_open", free })).toContain("CNY 12,500.00");
  const broken = { code: "promises_broken_too_often", broken: 3, allowed: 2 };
  expect(sentenceOf(chinese, broken)).toBe("已失信 3 次，政策最多允许 2 次");
});

test("a code nobody knows has no sentence", () => {
  expect(sentenceOf(chinese, { code: "toString" })).toBeNull();
});
