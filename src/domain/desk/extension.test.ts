/** Extensions: later than before, within the policy, of what is free. */
import { describe, expect, test } from "vitest";
import { cny, item, on, policyOf, TODAY } from "../../../test/kit/agreement-values.ts";
import type { ItemId } from "../values/ids.ts";
import { judgeExtension, newLimitation } from "./extension.ts";

const ITEMS = [
  item("A", "100.00", "2026-03-01"),
  item("B", "60.00", "2026-05-01", "100.00"),
  item("C", "0.00", "2026-03-01", "100.00"),
];
const judged = (id: string, day: string, longest = 30) =>
  judgeExtension(
    { items: [{ item: id as ItemId, newDueOn: on(day) }] },
    ITEMS,
    policyOf({ longest_extension_days: longest }),
    TODAY,
  );
const codeOf = (...given: Parameters<typeof judged>) => {
  const made = judged(...given);
  return made.ok ? "ok" : made.refusal.code;
};

describe("a new due day", () => {
  test("is after the old one, not in the past, at most so many days on", () => {
    expect(codeOf("A", "2026-03-19")).toBe("agreement_day_has_passed");
    expect(codeOf("A", "2026-03-20")).toBe("ok");
    expect(codeOf("B", "2026-05-01")).toBe("extension_not_later");
    // of what is overdue from today, of what is not from its own day
    expect(codeOf("A", "2026-04-19")).toBe("ok");
    expect(codeOf("A", "2026-04-20")).toBe("extension_too_long");
    expect(codeOf("B", "2026-05-31")).toBe("ok");
    expect(codeOf("B", "2026-06-01")).toBe("extension_too_long");
  });

  test("is for what is open and free", () => {
    expect(codeOf("C", "2026-04-01")).toBe("agreement_is_empty");
    expect(codeOf("D", "2026-04-01")).toBe("item_not_open");
    const twice = [
      { item: "A" as ItemId, newDueOn: on("2026-04-01") },
      { item: "A" as ItemId, newDueOn: on("2026-04-02") },
    ];
    expect(judgeExtension({ items: twice }, ITEMS, policyOf(), TODAY)).toMatchObject({
      refusal: { code: "agreement_names_item_twice" },
    });
  });

  test("says how far it moves and what it is about", () => {
    const items = [
      { item: "A" as ItemId, newDueOn: on("2026-04-01") },
      { item: "B" as ItemId, newDueOn: on("2026-05-11") },
    ];
    expect(judgeExtension({ items }, ITEMS, policyOf(), TODAY)).toMatchObject({
      value: { amount: cny("160.00"), lastOn: "2026-05-11", days: 31 },
    });
  });
});

test("three years from the new day; 29 February ends on the 28th", () => {
  expect(newLimitation(on("2026-05-31"))).toBe("2029-05-31");
  expect(newLimitation(on("2024-02-29"))).toBe("2027-02-28");
});
