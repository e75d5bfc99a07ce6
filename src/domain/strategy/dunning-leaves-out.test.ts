/** The plan by examples: what is left out, and the words that say why. */
import { describe, expect, test } from "vitest";
import {
  account,
  china,
  day,
  dispute,
  type Frame,
  fromTheStart,
  had,
  hold,
  item,
  planOn,
  policyNamed,
  promise,
} from "../../../test/kit/dunning.ts";
import { moneyOf } from "../values/money.ts";
import type { CustomerAccount } from "./dunning-account.ts";
import type { DunningPlan } from "./dunning-plan.ts";

const policy = policyNamed("standard-b2b");
const frame: Frame = { policy, calendar: china, entry: fromTheStart };
const plan = (at: CustomerAccount, today: string, entry = fromTheStart) =>
  planOn(at, { ...frame, entry }, day(today));
const left = ({ skips }: DunningPlan) =>
  skips.map(({ reason, step, items }) => [reason, step, ...items.map(({ id }) => id)]);

describe("what is left out is named", () => {
  const a = item("A", "2026-03-31", "5000.00");
  const b = item("B", "2026-03-31", "3000.00");
  const on = "2026-04-01";

  test("a hold, with its kind and end, on which the customer is looked at again", () => {
    const today = plan(account([a], { holds: [hold(null, "2026-03-01", "2026-05-01")] }), on);
    expect(today).toEqual({
      steps: [],
      skips: [
        {
          step: "first-letter",
          reason: "held",
          items: [
            {
              id: "A",
              number: "A",
              currency: "CNY",
              dueOn: "2026-03-31",
              open: 500_000n,
              days: 1,
              left: 500_000n,
            },
          ],
          because: [{ code: "held", item: "A", kind: "internal", until: "2026-05-01" }],
        },
      ],
      wakeOn: "2026-04-07",
    });
  });

  test("a dispute; the rest is chased", () => {
    const today = plan(
      account([a, b], { disputes: [dispute("A", "2000.00"), dispute("B", "3000.00")] }),
      on,
    );
    expect(today.steps[0]?.items.map(({ id, open, chased }) => [id, open, chased])).toEqual([
      ["A", 500_000n, 300_000n],
    ]);
    expect(today.skips).toMatchObject([
      {
        reason: "disputed",
        because: [
          { code: "disputed", item: "A", amount: 200_000n },
          { code: "disputed", item: "B", amount: 300_000n },
        ],
      },
    ]);
  });

  test("a promise until it is judged; broken, it stands among the reasons", () => {
    const promised = promise({ A: "5000.00" }, "2026-04-02");
    expect(left(plan(account([a], { promises: [promised] }), on))).toEqual([
      ["promised", "first-letter", "A"],
    ]);
    expect(plan(account([a], { promises: [promised] }), on).wakeOn).toBe("2026-04-06");
    const broken = { ...promised, state: "broken" as const, judgedOn: day("2026-04-06") };
    expect(
      plan(account([a], { promises: [broken] }), "2026-04-07").steps[0]?.because,
    ).toContainEqual({ code: "promise_broken", promise: "promise", judgedOn: "2026-04-06" });
  });

  test("money that is here already", () => {
    const covering = account([a, b], { unapplied: [moneyOf("8000.00", "CNY")] });
    expect(left(plan(covering, on))).toEqual([["covered_by_unapplied", "first-letter", "A", "B"]]);
    expect(plan(covering, on).skips[0]?.because).toEqual([
      { code: "covered_by_unapplied", currency: "CNY", unapplied: 800_000n, due: 800_000n },
    ]);
    const soon = item("C", "2026-04-08", "1000.00");
    const past = account([a, b, soon], { unapplied: [moneyOf("8999.99", "CNY")] });
    expect(plan(past, on).steps.map(({ step }) => step)).toEqual(["reminder-7d"]);
    const short = account([a, b], { unapplied: [moneyOf("7999.99", "CNY")] });
    expect(plan(short, on).steps[0]?.totals).toEqual([moneyOf("8000.00", "CNY")]);
  });

  test("small amounts, and steps that wait for evidence", () => {
    const small = plan(account([item("A", "2026-03-31", "99.99")]), on);
    expect(small.skips.map(({ because }) => because)).toEqual([
      [
        {
          code: "below_minimum",
          step: "first-letter",
          currency: "CNY",
          due: 9999n,
          minimum: 10_000n,
        },
      ],
      [
        {
          code: "below_minimum",
          step: "first-call",
          currency: "CNY",
          due: 9999n,
          minimum: 100_000n,
        },
      ],
    ]);
    const ancient = item("A", "2025-01-31", "50000.00", {
      had: [had("final-notice", "2025-05-01"), had("hand-over", "2025-07-01", "task")],
    });
    expect(left(plan(account([ancient]), on))).toEqual([
      ["no_evidence_case", "write-off-proposal", "A"],
    ]);
  });

  test("grace of a good payer, with the day it ends", () => {
    const today = plan(account([a], { grade: "A" }), "2026-04-03");
    expect(today.skips).toMatchObject([
      {
        reason: "grace",
        step: "first-letter",
        because: [{ code: "grace_until", item: "A", grade: "A", days: 5, until: "2026-04-06" }],
      },
    ]);
    expect(today.wakeOn).toBe("2026-04-06");
    const first = plan(account([a], { grade: "A" }), "2026-04-07");
    expect(first.steps[0]?.because).toEqual([
      { code: "days_past_due", item: "A", days: 7 },
      { code: "trigger", step: "first-letter", trigger: { unit: "days", days: 1 } },
      { code: "grace", grade: "A", days: 5 },
    ]);
  });

  test("no grace for a grade the policy doesn't name, nor small sums of the first day", () => {
    const bare = { ...frame, policy: { ...policy, graceDays: {} } };
    const first = planOn(account([a], { grade: "A" }), bare, day(on));
    expect(first.steps.map(({ step }) => step)).toEqual(["first-letter", "first-call"]);
    const entry = { liveOn: day(on), entry: "first_letter" };
    expect(left(plan(account([a], { grade: "A" }), on, entry))).toEqual([
      ["grace", "first-letter", "A"],
    ]);
  });

  test("a day off", () => {
    const today = plan(account([a]), "2026-04-04");
    expect(left(today)).toEqual([
      ["not_a_working_day", "first-letter", "A"],
      ["not_a_working_day", "first-call", "A"],
    ]);
    expect(today.wakeOn).toBe("2026-04-07");
  });
});

test("nothing open, nothing to do, never woken", () => {
  expect(plan(account([]), "2026-04-01")).toEqual({ steps: [], skips: [], wakeOn: null });
});
