/** Lines of the plan: who leads, who is listed, who goes alone. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyAccount, anyEntry, anyPolicy, TODAY } from "../../../test/kit/any-dunning.ts";
import {
  account,
  china,
  day,
  dunningDay,
  fromTheStart,
  had,
  item,
  policyNamed,
  promise,
} from "../../../test/kit/dunning.ts";
import type { CustomerAccount } from "./dunning-account.ts";
import { placeOn } from "./ladder.ts";
import { plannedStep, proposalsOf } from "./plan-line.ts";
import type { Policy } from "./policy.ts";
import { standingOf } from "./standing.ts";

const standard = policyNamed("standard-b2b");

function planned(at: CustomerAccount, today: string, policy: Policy = standard) {
  const context = dunningDay(at, { policy, calendar: china, entry: fromTheStart }, day(today));
  const ladder = context.policy.ladders.demand;
  const lines = at.items.map((owed) => {
    const standing = standingOf(owed, context);
    return { at: standing, place: placeOn(ladder, standing, context) };
  });
  return proposalsOf(ladder, lines).map((proposal) => plannedStep(proposal, context));
}

test("every item with a step of its own is on exactly one line, under a step no nearer", () => {
  fc.assert(
    fc.property(anyAccount, anyPolicy(), anyEntry, (at, policy, entry) => {
      const context = dunningDay(at, { policy, calendar: china, entry }, TODAY);
      const ladder = context.policy.ladders.demand;
      const lines = at.items.map((owed) => {
        const standing = standingOf(owed, context);
        return { at: standing, place: placeOn(ladder, standing, context) };
      });
      const proposals = proposalsOf(ladder, lines);
      for (const line of lines) {
        const on = proposals.filter((proposal) => proposal.lines.includes(line));
        expect(on.length).toBeLessThanOrEqual(1);
        if (line.place.own === null) continue;
        expect(on[0]?.step.index).toBeGreaterThanOrEqual(line.place.own.index);
      }
    }),
  );
});

test("steps that go by the invoice go alone, and the others' letter doesn't list them", () => {
  const steps = standard.steps.map((step) =>
    step.key === "first-letter" ? { ...step, per: "invoice" as const } : step,
  );
  const at = account([
    item("A", "2026-04-15", "5000.00"),
    item("B", "2026-04-15", "3000.00"),
    item("C", "2026-03-31", "900.00", { had: [had("first-letter", "2026-04-01")] }),
    item("D", "2026-03-31", "800.00", { had: [had("second-letter", "2026-04-15")] }),
  ]);
  expect(
    planned(at, "2026-04-16", { ...standard, steps }).map(({ step, items }) => [
      step,
      ...items.map(({ id }) => id),
    ]),
  ).toEqual([
    ["second-letter", "C", "D"],
    ["first-letter", "A"],
    ["first-letter", "B"],
  ]);
});

test("totals stand in the order of their currencies", () => {
  const at = account([
    item("A", "2026-03-31", "5.00", { currency: "USD" }),
    item("B", "2026-03-31", "300.00"),
    item("C", "2026-03-31", "7.00", { currency: "USD" }),
    item("D", "2026-03-31", "9.00", { currency: "EUR" }),
  ]);
  expect(planned(at, "2026-04-01")[0]?.totals).toEqual([
    { currency: "CNY", minor: 30_000n },
    { currency: "EUR", minor: 900n },
    { currency: "USD", minor: 1200n },
  ]);
});

test("a broken promise is a reason until a demand has followed it", () => {
  const broken = promise({ A: "5.00" }, "2026-04-07", {
    state: "partially_kept",
    judgedOn: day("2026-04-11"),
  });
  const codes = (lastDemand: string, promises = [broken]) => {
    const owed = item("A", "2026-03-31", "500.00", { had: [had("first-letter", lastDemand)] });
    const lastDemandOn = day(lastDemand);
    return planned(account([owed], { promises, lastDemandOn }), "2026-04-15")[0]?.because.map(
      ({ code }) => code,
    );
  };
  expect(codes("2026-04-01")).toEqual(["days_past_due", "trigger", "promise_broken"]);
  expect(codes("2026-04-11")).toEqual(["days_past_due", "trigger"]);
  const other = promise({ B: "5.00" }, "2026-04-07", { ...broken, items: [] });
  const open = { ...broken, state: "open" as const, judgedOn: null };
  expect(codes("2026-04-01", [other, open, { ...broken, judgedOn: null }])).toEqual([
    "days_past_due",
    "trigger",
  ]);
});

test("a step taken first says which one was wanted", () => {
  const late = account([item("A", "2026-01-31", "500.00")]);
  expect(planned(late, "2026-04-15")[0]?.because).toContainEqual({
    code: "after",
    step: "first-letter",
    wanted: "formal-letter",
  });
});
