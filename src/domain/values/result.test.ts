/** A refusal is a value with its facts; a bug stops the program with a sentence. */
import { expect, test } from "vitest";
import { assert, Broken, ok, type Result, refuse, Unavailable } from "./result.ts";

type Empty = { readonly code: "empty"; readonly length: number };

const firstLetter = (text: string): Result<string, Empty> =>
  text === "" ? refuse({ code: "empty", length: 0 }) : ok(text.slice(0, 1));

test("a result is either its value or the refusal with the fact that decided", () => {
  expect(firstLetter("abc")).toEqual({ ok: true, value: "a" });
  expect(firstLetter("")).toEqual({ ok: false, refusal: { code: "empty", length: 0 } });
});

test("what must hold and does not stops the program with that sentence", () => {
  expect(() => assert(true, "one is one")).not.toThrow();
  expect(() => assert(false, "parts sum to the whole")).toThrow(Broken);
  expect(() => assert(false, "parts sum to the whole")).toThrow(
    "this should hold: parts sum to the whole",
  );
  expect(new Broken("x").name).toBe("Broken");
  expect(new Unavailable("x").name).toBe("Unavailable");
});

test("what the world failed at is told in both languages", () => {
  const failure = new Unavailable({ zh: "磁盘已满。", en: "The disk is full." });
  expect(failure.message).toBe("The disk is full.");
  expect(failure.sentence.zh).toBe("磁盘已满。");
  expect(new Unavailable("No answer.").sentence).toEqual({ zh: "No answer.", en: "No answer." });
});

test("the compiler asks for the check before the value is used", () => {
  const made = firstLetter("abc");
  // @ts-expect-error a value is there only after ok was looked at
  expect(made.value).toBe("a");
  // @ts-expect-error a refusal's code is one of those declared
  const other: Result<string, Empty> = refuse({ code: "full", length: 0 });
  expect(other.ok).toBe(false);
});
