/** Long comments are broken at words; nothing else is touched and no word is lost. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { wrapLine } from "./wrap-comments.ts";

const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 60 });

test("every word stays, in order, and every line fits", () => {
  void fc.assert(
    fc.property(words, fc.constantFrom("// ", " * ", "  // "), (text, lead) => {
      const lines = wrapLine(`${lead}${text.join(" ")}`);
      expect(lines.flatMap((line) => line.slice(lead.length).split(" "))).toEqual(text);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    }),
  );
});

test("a one-line remark becomes a block", () => {
  const lines = wrapLine(`/** ${"word ".repeat(25)}end. */`);
  expect(lines[0]).toBe("/**");
  expect(lines.at(-1)).toBe(" */");
  expect(lines).toHaveLength(4);
});

test("code and short comments are left alone", () => {
  const code = `const long = "${"-".repeat(120)}";`;
  expect(wrapLine(code)).toEqual([code]);
  expect(wrapLine("// short")).toEqual(["// short"]);
});
