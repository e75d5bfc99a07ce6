/** Following up: every state it gives is one that the table allows; default, discount, lapse. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followed, instalment, on, TODAY } from "../../../test/kit/agreement-values.ts";
import { holds } from "../../../test/kit/holds.ts";
import { addDays } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { mayMove } from "./agreement.ts";
import { type FollowSource, followUp } from "./agreement-follow-up.ts";

const A = "A" as ItemId;
const part = (openNow: bigint) => [{ item: A, amount: 10_000n, openWhenMade: 10_000n, openNow }];

const anySource: fc.Arbitrary<FollowSource> = fc
  .record({
    kind: fc.constantFrom("repayment_plan" as const, "extension", "discount"),
    state: fc.constantFrom("approved" as const, "active", "in_default", "fulfilled"),
    forgiven: fc.bigInt(0n, 500n),
    openNow: fc.bigInt(0n, 12_000n),
    on: fc.integer({ min: 0, max: 90 }),
    amount: fc.bigInt(1n, 10_000n),
    money: fc.boolean(),
    acceleration: fc.constantFrom("by_person" as const, "by_itself"),
  })
  .map(({ kind, state, forgiven, openNow, acceleration, ...low }) =>
    followed({
      ...{ kind, state, parts: part(openNow), clauses: { acceleration } },
      forgiven: kind === "discount" ? forgiven : 0n,
      judgeOn: state === "approved" ? on("2026-04-12") : null,
      lowered: [
        {
          ...{ item: A, on: addDays(TODAY, low.on), amount: low.amount },
          money: low.money ? low.amount : 0n,
        },
      ],
    }),
  );

test("no state is reached that the table does not list; settled is never more than the part", () => {
  holds(fc.record({ source: anySource, days: fc.nat(120) }), ({ source, days }) => {
    // only a plan or an extension goes into default, only an approved one waits to be signed
    if (source.kind === "discount" && source.state === "in_default") return;
    const follow = followUp(source, addDays(TODAY, days));
    if (follow.state !== source.state) {
      expect([source.state, follow.state, mayMove(source.state, follow.state)]).toEqual([
        ...[source.state, follow.state, true],
      ]);
    }
    for (const settled of follow.settled) expect(settled >= 0n && settled <= 10_000n).toBe(true);
    if (follow.accelerates) expect(follow.state).toBe("in_default");
  });
});

describe("a plan", () => {
  const late = (missed: number, clauses: FollowSource["clauses"] = { acceleration: "by_person" }) =>
    followUp(
      followed({ clauses, terms: { graceDays: 3, remindDays: 0, missedAllowed: missed } }),
      on("2026-05-14"),
    );

  test("is in default when more were missed than it bears, and only while something is late", () => {
    expect(late(2).state).toBe("active");
    expect(late(1)).toMatchObject({ state: "in_default", missed: 2, accelerates: false });
    expect(late(1, { acceleration: "by_itself" }).accelerates).toBe(true);
    const missed = [1, 2].map((place) => ({
      ...instalment(place, `2026-0${place + 3}-10`, 2_500n),
      missedOn: on("2026-05-14"),
    }));
    const more = instalment(3, "2026-09-10", 5_000n);
    const paid = followed({ instalments: [...missed, more], parts: part(5_000n) });
    expect(followUp(paid, on("2026-06-01"))).toMatchObject({ state: "active", missed: 2 });
  });

  test("in default it can still be paid off; fulfilled it opens again when money comes back", () => {
    const paid = followed({ state: "in_default", parts: part(0n) });
    expect(followUp(paid, on("2026-06-01")).state).toBe("fulfilled");
    const back = followed({ state: "fulfilled", parts: part(5_000n) });
    expect(followUp(back, on("2026-04-01")).state).toBe("active");
  });

  test("a credit memo from before the plan is part of what was agreed, a later one lowers it", () => {
    const lowered = (day: string) => [{ item: A, on: on(day), amount: 5_000n, money: 0n }];
    const states = (day: string) =>
      followUp(
        followed({ parts: part(5_000n), lowered: lowered(day) }),
        on("2026-04-01"),
      ).plan?.instalments.map(({ state }) => state);
    expect(states("2026-03-25")).toEqual(["open", "paid"]);
    expect(states("2026-03-01")).toEqual(["paid", "open"]);
  });
});

test("an approved one lapses on its day and not before", () => {
  const approved = followed({ state: "approved", judgeOn: on("2026-04-12") });
  expect(followUp(approved, on("2026-04-11"))).toMatchObject({
    ...{ state: "approved", judgeOn: "2026-04-12" },
  });
  expect(followUp(approved, on("2026-04-12")).state).toBe("lapsed");
});

test("money after the day to pay by settles, and earns no discount", () => {
  const discount = (paidOn: string) =>
    followed({
      ...{ kind: "discount", forgiven: 100n, lastOn: on("2026-03-31"), parts: part(100n) },
      lowered: [{ item: A, on: on(paidOn), amount: 9_900n, money: 9_900n }],
    });
  expect(followUp(discount("2026-03-31"), on("2026-04-01"))).toMatchObject({
    ...{ state: "fulfilled", earned: true },
  });
  expect(followUp(discount("2026-04-01"), on("2026-04-03")).state).toBe("active");
  expect(followUp(discount("2026-04-01"), on("2026-04-04")).state).toBe("lapsed");
});
