/** What rests and what is chased always make up what is open. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyAccount, TODAY } from "../../../test/kit/any-dunning.ts";
import { account, day, dispute, hold, item, planned, promise } from "../../../test/kit/dunning.ts";
import { awaitedOn, findHold, holdCovers, restingOf } from "./resting.ts";

const a = item("A", "2026-03-31", "100.00");
const on = day("2026-04-10");

test("each cent that is open is claimed once: disputed, planned, promised, or free", () => {
  fc.assert(
    fc.property(anyAccount, (at) => {
      for (const owed of at.items) {
        const { hold, disputed, planned, promised, free, chased } = restingOf(owed, at, TODAY);
        expect([disputed, planned, promised, free].every((part) => part >= 0n)).toBe(true);
        expect(disputed + planned + promised + free).toBe(owed.open);
        expect(chased).toBe(hold === null ? free : 0n);
      }
    }),
  );
});

describe("holds", () => {
  test("cover their item, or all when they name none, in [from, until)", () => {
    const april = hold("A", "2026-04-10", "2026-05-01");
    expect(holdCovers(april, a.id, on)).toBe(true);
    expect(holdCovers(april, a.id, day("2026-04-09"))).toBe(false);
    expect(holdCovers(april, a.id, day("2026-04-30"))).toBe(true);
    expect(holdCovers(april, a.id, day("2026-05-01"))).toBe(false);
    expect(holdCovers(hold("B", "2026-04-01", null), a.id, on)).toBe(false);
    expect(holdCovers(hold(null, "2026-04-01", null), a.id, on)).toBe(true);
  });

  test("the one that lasts longest is named, whatever their order", () => {
    const short = hold(null, "2026-04-01", "2026-04-20", "short");
    const long = hold("A", "2026-04-01", "2026-05-01", "long");
    const twin = hold("A", "2026-04-01", "2026-05-01", "longer");
    const open = hold("A", "2026-04-01", null, "open");
    const ended = hold("A", "2026-04-01", "2026-04-10", "ended");
    for (const holds of [
      [short, twin, long],
      [long, ended, short, twin],
      [twin, long],
    ]) {
      expect(findHold(holds, a.id, on)).toBe(long);
    }
    expect(findHold([long, open, short], a.id, on)).toBe(open);
    expect(findHold([open, long], a.id, on)).toBe(open);
    expect(findHold([ended], a.id, on)).toBeNull();
  });
});

describe("promises", () => {
  const half = promise({ A: "50.00" }, "2026-04-12");

  test("rest the promised amount until the day they are judged", () => {
    const at = account([a], { promises: [half] });
    expect(restingOf(a, at, day("2026-04-15"))).toMatchObject({ promised: 5000n, chased: 5000n });
    expect(restingOf(a, at, day("2026-04-16"))).toMatchObject({ promised: 0n, chased: 10_000n });
  });

  test("what came for it rests no more", () => {
    const paid = { ...a, open: item("A", "2026-03-31", "70.00").open };
    const at = account([paid], { promises: [promise({ A: ["50.00", "30.00"] }, "2026-04-12")] });
    expect(restingOf(paid, at, on)).toMatchObject({ promised: 2000n, chased: 5000n });
    expect(awaitedOn({ item: a.id, amount: a.open, came: 10_001n })).toBe(0n);
  });

  test("two promises rest until the later one, never more than is open", () => {
    const later = promise({ A: "80.00" }, "2026-04-20");
    for (const promises of [
      [half, later],
      [later, half],
    ]) {
      expect(restingOf(a, account([a], { promises }), on)).toMatchObject({
        promised: 10_000n,
        promisedUntil: "2026-04-24",
        chased: 0n,
      });
    }
  });

  test("judged ones and those about other items rest nothing", () => {
    const others = [{ ...half, state: "broken" as const }, promise({ B: "9.00" }, "2026-04-12")];
    expect(restingOf(a, account([a], { promises: others }), on).promised).toBe(0n);
  });
});

test("a disputed part is not also promised", () => {
  const at = account([a], {
    disputes: [dispute("A", "70.00"), dispute("B", "5.00")],
    promises: [promise({ A: "50.00" }, "2026-04-12")],
  });
  expect(restingOf(a, at, on)).toMatchObject({ disputed: 7000n, promised: 3000n, chased: 0n });
});

describe("parts under agreements", () => {
  test("come after disputes and before promises", () => {
    const at = account([a], {
      disputes: [dispute("A", "50.00")],
      planned: [planned("A", "30.00"), planned("B", "9.00")],
      promises: [promise({ A: "40.00" }, "2026-04-12")],
    });
    expect(restingOf(a, at, on)).toMatchObject({
      ...{ disputed: 5000n, planned: 3000n, plannedUntil: null, promised: 2000n },
      ...{ free: 0n, chased: 0n },
    });
  });

  test("rest until their day, and not on it", () => {
    const at = account([a], { planned: [planned("A", "30.00", "2026-04-12")] });
    expect(restingOf(a, at, day("2026-04-11"))).toMatchObject({
      ...{ planned: 3000n, plannedUntil: "2026-04-12", chased: 7000n },
    });
    expect(restingOf(a, at, day("2026-04-12"))).toMatchObject({ planned: 0n, chased: 10_000n });
  });

  test("the longest of several is named, one without an end above all", () => {
    const short = planned("A", "30.00", "2026-04-12");
    const long = planned("A", "30.00", "2026-05-12");
    const until = (parts: readonly ReturnType<typeof planned>[]) =>
      restingOf(a, account([a], { planned: parts }), on).plannedUntil;
    expect(until([long, short])).toBe("2026-05-12");
    expect(until([short, long])).toBe("2026-05-12");
    expect(until([short, planned("A", "1.00"), long])).toBeNull();
  });
});

test("under a hold nothing is chased, and what is free stays free", () => {
  const at = account([a], {
    holds: [hold("A", "2026-04-01", null)],
    promises: [promise({ A: "40.00" }, "2026-04-12")],
  });
  expect(restingOf(a, at, on)).toMatchObject({ promised: 4000n, free: 6000n, chased: 0n });
});
