/** The ladder: the furthest step that has come, what it asks for first, and when the next comes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
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
} from "../../../test/kit/dunning.ts";
import { epochDay } from "../values/calendar.ts";
import { LADDERS } from "./compiled-policy.ts";
import type { AccountItem } from "./dunning-account.ts";
import { judgedAmount, NEVER, NO_PLACE, placeOn } from "./ladder.ts";
import type { Policy } from "./policy.ts";
import { standingOf } from "./standing.ts";

const standard = policyNamed("standard-b2b");

test("own is further than what was had, has come, and the next is after today", () => {
  fc.assert(
    fc.property(anyAccount, anyPolicy(), anyEntry, (at, policy, entry) => {
      const today = dunningDay(at, { policy, calendar: china, entry }, TODAY);
      for (const standing of at.items.map((owed) => standingOf(owed, today))) {
        for (const name of LADDERS) {
          const { own, wanted, since, next } = placeOn(today.policy.ladders[name], standing, today);
          expect(next).toBeGreaterThan(today.day);
          if (own === null) expect([wanted, since]).toEqual([null, NEVER]);
          else {
            expect(own.index).toBeGreaterThan(standing.marks.had[name]);
            expect(since).toBeLessThanOrEqual(today.day);
            expect(wanted?.index ?? own.index + 1).toBeGreaterThan(own.index);
          }
        }
      }
    }),
  );
});

/** The demand ladder's (or another's) place of one item on a day, in keys. */
function place(owed: AccountItem, today: string, name = "demand", policy: Policy = standard) {
  const at = dunningDay(
    account([owed]),
    { policy, calendar: china, entry: fromTheStart },
    day(today),
  );
  const ladder = at.policy.ladders[name as (typeof LADDERS)[number]];
  const { own, wanted, blocked, next } = placeOn(ladder, standingOf(owed, at), at);
  const until = next === NEVER ? null : next - epochDay(owed.dueOn);
  return [own, wanted, blocked].map((step) => step?.step.key ?? null).concat(`${until}`);
}

const owed = (...marks: AccountItem["had"]) => item("A", "2026-03-31", "5000.00", { had: marks });

describe("what a step asks for first", () => {
  test("is taken first, however late it is", () => {
    expect(place(owed(), "2026-07-31")).toEqual(["first-letter", "final-notice", null, "null"]);
    expect(place(owed(had("first-letter", "2026-07-01")), "2026-07-31").slice(0, 2)).toEqual([
      "second-letter",
      "final-notice",
    ]);
  });

  test("doesn't count when it was had only today", () => {
    const today = owed(had("second-letter", "2026-07-01"), had("formal-letter", "2026-07-31"));
    expect(place(today, "2026-07-31")).toEqual([null, null, null, "null"]);
    expect(place(today, "2026-08-01")[0]).toBe("final-notice");
  });

  test("of another ladder holds the step back until that one was had", () => {
    const steps = standard.steps.map((step) =>
      step.key === "legal-review" ? { ...step, after: "final-notice" } : step,
    );
    const policy = { ...standard, steps };
    const fresh = owed(had("formal-letter", "2026-06-01"));
    expect(place(fresh, "2026-07-01", "task", policy)[0]).toBe("management-call");
    expect(place(owed(had("final-notice", "2026-06-30")), "2026-07-01", "task", policy)[0]).toBe(
      "legal-review",
    );
  });

  test("that is not for this item isn't waited for", () => {
    const steps = standard.steps.map((step) =>
      step.key === "management-call" ? { ...step, after: "visit" } : step,
    );
    expect(place(owed(), "2026-05-22", "task", { ...standard, steps })[0]).toBe("management-call");
  });
});

describe("what a step wants", () => {
  test("a minimum: barred and named, an earlier one taken instead", () => {
    const small = item("A", "2026-03-31", "4000.00");
    expect(place(small, "2026-05-22", "task")).toEqual([
      "weekly-call",
      null,
      "management-call",
      "91",
    ]);
  });

  test("a large amount: passed over without a word", () => {
    expect(place(owed(), "2026-05-15", "task")).toEqual(["weekly-call", null, null, "52"]);
    const large = item("A", "2026-03-31", "200000.00");
    expect(place(large, "2026-05-15", "task")).toEqual(["visit", null, null, "52"]);
    const yen = item("A", "2026-03-31", "999999999", { currency: "JPY" });
    expect(place(yen, "2026-05-15", "task")[0]).toBe("weekly-call");
  });

  test("by the customer's sum, or by the invoice when the step goes by it", () => {
    const two = account([item("A", "2026-03-31", "60.00"), item("B", "2026-03-31", "60.00")]);
    const first = (per: "customer" | "invoice") => {
      const steps = standard.steps.map((step) =>
        step.key === "first-letter" ? { ...step, per } : step,
      );
      const frame = { policy: { ...standard, steps }, calendar: china, entry: fromTheStart };
      const at = dunningDay(two, frame, day("2026-04-01"));
      return placeOn(at.policy.ladders.demand, standingOf(two.items[0]!, at), at).own?.step.key;
    };
    expect([first("customer"), first("invoice")]).toEqual(["first-letter", undefined]);
  });

  test("evidence: never yet", () => {
    const old = item("A", "2025-01-31", "5000.00", {
      had: [had("hand-over", "2025-08-01", "task")],
    });
    expect(place(old, "2026-05-15", "task")).toEqual([null, null, "write-off-proposal", "null"]);
  });
});

test("nothing further on a ladder is no place at all", () => {
  const at = dunningDay(
    account([]),
    { policy: standard, calendar: china, entry: fromTheStart },
    TODAY,
  );
  const done = standingOf(
    item("A", "2026-01-01", "1.00", { had: [had("final-notice", "2026-02-01")] }),
    at,
  );
  expect(placeOn(at.policy.ladders.demand, done, at)).toBe(NO_PLACE);
  const step = at.policy.ladders.demand.steps[0]!;
  expect(judgedAmount(step, done, at)).toBe(0n);
});
