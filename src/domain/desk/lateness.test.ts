/** Lateness: only what is past due counts, each step once, sums a currency each. */
import { expect, test } from "vitest";
import type { AccountItem } from "../strategy/dunning-account.ts";
import { plainDate } from "../values/calendar.ts";
import { moneyOf } from "../values/money.ts";
import { latenessOf, NOT_LATE } from "./lateness.ts";

const TODAY = plainDate("2026-04-01");
const had = (step: string, passedOver = false) => ({
  step,
  track: "demand" as const,
  on: plainDate("2026-03-20"),
  passedOver,
});
const item = (dueOn: string, amount: string, steps: AccountItem["had"] = [], unit = "CNY") => {
  const { minor: open, currency } = moneyOf(amount, unit);
  return { id: dueOn, number: dueOn, dueOn: plainDate(dueOn), open, currency, had: steps };
};
const of = (items: readonly object[]) => latenessOf(items as readonly AccountItem[], TODAY);

test("what is due today is not late", () => {
  expect(of([item("2026-04-01", "10.00"), item("2026-05-01", "10.00")])).toEqual(NOT_LATE);
});

test("sums what is past due, with its oldest day and the steps it has had", () => {
  const late = of([
    item("2026-03-31", "10.00", [had("first"), had("second", true)]),
    item("2026-02-01", "5.00", [had("first")]),
    item("2026-03-01", "7.00", [had("third")], "USD"),
    item("2026-04-02", "99.00", [had("reminder")]),
  ]);
  expect(late).toEqual({
    overdue: [moneyOf("15.00", "CNY"), moneyOf("7.00", "USD")],
    oldestDueOn: "2026-02-01",
    overdueItems: 3,
    stepsHad: ["first", "third"],
  });
});
