/** Letter mark-up: what it reads, what it refuses, and that no value becomes a tag. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMarkup } from "./markup.ts";
import { fillText, type TemplateScope } from "./templates.ts";

const scope: TemplateScope = {
  creditor: "云杉",
  customer: "上海",
  number: "CK-1",
  written_on: "2026年4月1日",
  pay_by: "",
  count: 1,
  total: "人民币1.00元",
  first_due_on: "2026年3月31日",
  longest_days: 1,
  unapplied: "",
  asks_for_less: false,
  returned_amount: "",
  received_on: "",
  returned_on: "",
  return_kind: "",
  return_reason: "",
  charge: "",
  charge_clause: "",
};

test("running text with emphasis, and parts that the facts fill", () => {
  const text = "<subject>催款函</subject>\n<p>合计<strong>1.00</strong>元。</p><items/>";
  expect(parseMarkup(text)).toEqual({
    ok: true,
    value: [
      { tag: "subject", spans: [{ text: "催款函", strong: false }] },
      {
        tag: "p",
        spans: [
          { text: "合计", strong: false },
          { text: "1.00", strong: true },
          { text: "元。", strong: false },
        ],
      },
      { tag: "items" },
    ],
  });
});

test("a broken line joins characters directly and Latin words with a space", () => {
  const read = parseMarkup("<p>截至今日，\n  贵公司\n  paid by\n  bank.</p>");
  expect(read).toMatchObject({ value: [{ spans: [{ text: "截至今日，贵公司paid by bank." }] }] });
});

test.each([
  "plain text",
  "<script>alert(1)</script>",
  "<p>left open",
  "<p>a<em>b</em></p>",
  "<items>not empty</items>",
  "<p/>",
  "<p>a</p> stray <p>b</p>",
])("%j is refused with its place", (text) => {
  expect(parseMarkup(text)).toMatchObject({
    ok: false,
    refusal: { code: "letter_markup_malformed" },
  });
});

test("whatever a customer is called, its name stays text", () => {
  const names = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "</p><items/><p>",
      "<strong>",
      "A & B",
      "{{ total }}",
      '"x\'y"',
      "&lt;&amp;lt;",
    ),
  );
  fc.assert(
    fc.property(names, (name) => {
      const customer = name.replace(/\s+/g, " ").trim();
      const filled = fillText("<p>致 {{ customer }} 公司</p>", { ...scope, customer });
      const read = parseMarkup(filled);
      expect(read).toEqual({
        ok: true,
        value: [{ tag: "p", spans: [{ text: `致 ${customer} 公司`, strong: false }] }],
      });
    }),
  );
});

test.each([
  ["{% include 'secret' %}", "include"],
  ["{% render 'secret' %}", "render"],
  ["{% layout 'secret' %}", "layout"],
  ["{{ customer | raw }}", "raw"],
  ["{{ customr }}", "customr"],
  ["{{ customer.constructor }}", "constructor"],
  ["{% for i in (1..100000000) %}{{ i }}{% endfor %}", "memory"],
])("a template that says %s is refused", (text, why) => {
  expect(() => fillText(text, scope)).toThrow(new RegExp(why, "i"));
});
