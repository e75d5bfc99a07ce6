/** Candidates: what may be chased, what rests and is named, what unapplied money covers. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyAccount, anyEntry, anyPolicy, TODAY } from "../../../test/kit/any-dunning.ts";
import {
  account,
  china,
  day,
  dunningDay,
  fromTheStart,
  hold,
  item,
  policyNamed,
} from "../../../test/kit/dunning.ts";
import { currency, moneyOf } from "../values/money.ts";
import { candidateOf, isChasable, nameBlocked, nameResting, withoutCovered } from "./candidates.ts";
import type { CustomerAccount } from "./dunning-account.ts";
import { NO_PLACE } from "./ladder.ts";
import { nothingLeftOut } from "./left-out.ts";
import { standingOf } from "./standing.ts";

const standard = policyNamed("standard-b2b");
const frame = { policy: standard, calendar: china, entry: fromTheStart };

function candidates(at: CustomerAccount, today: string, policy = standard) {
  const context = dunningDay(at, { ...frame, policy }, day(today));
  return {
    context,
    found: at.items.map((owed) => candidateOf(standingOf(owed, context), context)),
  };
}

test("an overdue item is chasable or named as resting, never both in full", () => {
  fc.assert(
    fc.property(anyAccount, anyPolicy(), anyEntry, (at, policy, entry) => {
      const context = dunningDay(at, { policy, calendar: china, entry }, TODAY);
      for (const standing of at.items.map((owed) => standingOf(owed, context))) {
        const out = nothingLeftOut();
        nameResting(candidateOf(standing, context), context, out);
        if (standing.days <= 0) continue;
        const { disputed, planned, promised } = standing.resting;
        const partly = disputed + planned + promised > 0n;
        expect(isChasable(standing) ? out.skips.length > 0 === partly : out.skips.length > 0).toBe(
          true,
        );
      }
    }),
  );
});

test("an item that has had its reminders gets no more, but is still checked", () => {
  const at = account([item("A", "2026-03-31", "500000.00")]);
  const { found } = candidates(at, "2026-03-24", { ...standard, remindersPerInvoice: 0 });
  expect(found[0]?.message).toBe(NO_PLACE);
  expect(found[0]?.task.own?.step.key).toBe("check-call");
});

describe("what rests", () => {
  const names = (at: CustomerAccount, today: string, policy = standard) => {
    const { context, found } = candidates(at, today, policy);
    const out = nothingLeftOut();
    for (const candidate of found) nameResting(candidate, context, out);
    return out.skips.map(({ reason, step }) => [reason, step]);
  };

  test("is named only when it is overdue or has a step", () => {
    const held = { holds: [hold(null, "2026-01-01", null)] };
    const at = account([item("A", "2026-03-31", "5000.00")], held);
    expect(names(at, "2026-03-23")).toEqual([]);
    expect(names(at, "2026-03-24")).toEqual([["held", "reminder-7d"]]);
    expect(names(at, "2026-04-01")).toEqual([["held", "first-letter"]]);
    const large = account([item("A", "2026-04-07", "500000.00")], held);
    expect(names(large, "2026-03-30")).toEqual([["held", "check-call"]]);
  });

  test("in grace, with the first step that waits for its end", () => {
    const at = account([item("A", "2026-03-31", "5000.00")], { grade: "A" });
    expect(names(at, "2026-04-02")).toEqual([["grace", "first-letter"]]);
    const only = (keys: readonly string[]) => ({
      ...standard,
      steps: standard.steps.filter(({ key }) => keys.includes(key)),
    });
    expect(names(at, "2026-04-02", only(["first-call"]))).toEqual([["grace", "first-call"]]);
    expect(names(at, "2026-04-02", only(["reminder-7d"]))).toEqual([["grace", null]]);
  });
});

test("money not yet used covers a currency wholly or not at all", () => {
  const items = [
    item("A", "2026-03-31", "60.00"),
    item("B", "2026-03-31", "40.00"),
    item("C", "2026-03-31", "40.00", { currency: "USD" }),
  ];
  const covered = (cny: string, owed = 0n) => {
    const unapplied = [moneyOf(cny, "CNY"), moneyOf("999.00", "EUR")];
    const { context, found } = candidates(account(items, { unapplied }), "2026-04-01");
    const out = nothingLeftOut();
    const left = withoutCovered(found, new Map([[currency("CNY"), owed]]), context, out);
    return [left.map(({ at }) => at.item.id), out.skips.map(({ items }) => items.length)];
  };
  expect(covered("100.00")).toEqual([["C"], [2]]);
  expect(covered("99.99")).toEqual([["A", "B", "C"], []]);
  expect(covered("100.00", 1n)).toEqual([["A", "B", "C"], []]);
});

test("a step barred by its minimum is named with both amounts", () => {
  const { context, found } = candidates(account([item("A", "2026-03-31", "99.00")]), "2026-04-01");
  const out = nothingLeftOut();
  nameBlocked(found[0]!.at, found[0]!.message, context, out);
  nameBlocked(found[0]!.at, NO_PLACE, context, out);
  expect(out.skips.map(({ because }) => because)).toEqual([
    [
      {
        code: "below_minimum",
        step: "first-letter",
        currency: "CNY",
        due: 9900n,
        minimum: 10_000n,
      },
    ],
  ]);
});
