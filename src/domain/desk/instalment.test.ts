/** Instalments: the oldest is paid first, no cent appears or vanishes, a miss stays known. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instalment, on } from "../../../test/kit/agreement-values.ts";
import { holds } from "../../../test/kit/holds.ts";
import { addDays } from "../values/calendar.ts";
import { judgeInstalments } from "./instalment.ts";

const FOLLOW = { graceDays: 3, remindDays: 3 };
const rows = [
  instalment(1, "2026-04-10", 5_000n, 100n),
  instalment(2, "2026-05-10", 5_000n, 50n),
  instalment(3, "2026-06-10", 5_000n),
];
const WHOLE = 15_150n;
const judged = (money: bigint, day: string, reduced = 0n, given = rows) =>
  judgeInstalments(given, { money, reduced }, FOLLOW, on(day));
const states = (...given: Parameters<typeof judged>) =>
  judged(...given).instalments.map(({ state, settled }) => `${state} ${settled}`);

const anyCase = fc.record({
  money: fc.bigInt(0n, WHOLE),
  reduced: fc.bigInt(0n, WHOLE),
  days: fc.integer({ min: 0, max: 120 }),
});

test("settled parts sum to what came, at most the whole; open is the rest", () => {
  holds(anyCase, ({ money, reduced, days }) => {
    const day = addDays(on("2026-03-20"), days);
    const made = judgeInstalments(rows, { money, reduced }, FOLLOW, day);
    const sum = made.instalments.reduce((all, { settled }) => all + settled, 0n);
    expect(sum).toBe(money + reduced > WHOLE ? WHOLE : money + reduced);
    expect(made.open).toBe(WHOLE - sum);
    expect(made.fulfilled).toBe(sum === WHOLE);
    expect(made.late <= made.open).toBe(true);
    expect(made.judgeOn === null || made.judgeOn > day).toBe(true);
  });
});

test("judging the same facts again changes nothing and tells nothing new", () => {
  holds(anyCase, ({ money, reduced, days }) => {
    const day = addDays(on("2026-03-20"), days);
    const once = judgeInstalments(rows, { money, reduced }, FOLLOW, day);
    const twice = judgeInstalments(once.instalments, { money, reduced }, FOLLOW, day);
    expect(twice.instalments).toEqual(once.instalments);
    expect([twice.missed, twice.due]).toEqual([[], []]);
    expect(twice.judgeOn).toBe(once.judgeOn);
  });
});

describe("what a finance person would ask", () => {
  test("money pays the oldest first, interest and principal together", () => {
    expect(states(5_100n, "2026-04-01")).toEqual(["paid 5100", "open 0", "open 0"]);
    expect(states(5_200n, "2026-04-01")).toEqual(["paid 5100", "partially_paid 100", "open 0"]);
  });

  test("a credit memo lowers the last part, so that it excuses no payment that is due", () => {
    expect(states(0n, "2026-04-14", 5_000n)).toEqual(["missed 0", "open 0", "paid 5000"]);
    expect(states(5_100n, "2026-04-01", 6_000n)).toEqual([
      ...["paid 5100", "partially_paid 1000", "paid 5000"],
    ]);
  });

  test("missed the day after the grace, not on its last day; paid later it was missed still", () => {
    expect(states(0n, "2026-04-13")[0]).toBe("open 0");
    const missed = judged(5_099n, "2026-04-14");
    expect(missed.missed.map(({ place }) => place)).toEqual([1]);
    expect(missed).toMatchObject({ missedCount: 1, late: 1n });
    const paid = judged(5_100n, "2026-04-20", 0n, [...missed.instalments]);
    expect(paid).toMatchObject({ missedCount: 1, late: 0n, missed: [] });
    expect(paid.instalments[0]).toMatchObject({ state: "paid", missedOn: "2026-04-14" });
  });

  test("money that comes back takes back what it paid", () => {
    const paid = judged(5_100n, "2026-04-09");
    const back = judged(0n, "2026-04-20", 0n, [...paid.instalments]);
    expect(back.instalments[0]).toMatchObject({ state: "missed", paidOn: null, settled: 0n });
  });

  test("a reminder once, from three days before, not after its day", () => {
    expect(judged(0n, "2026-04-06").due).toEqual([]);
    const due = judged(0n, "2026-04-07");
    expect(due.due.map(({ place }) => place)).toEqual([1]);
    expect(due.instalments[0]?.remindedOn).toBe("2026-04-07");
    expect(judged(0n, "2026-04-10", 0n, [...due.instalments]).due).toEqual([]);
    expect(judged(0n, "2026-04-11").due).toEqual([]);
  });

  test("looks again at the next reminder or miss", () => {
    expect(judged(0n, "2026-03-20").judgeOn).toBe("2026-04-07");
    expect(judged(0n, "2026-04-07").judgeOn).toBe("2026-04-14");
    expect(judged(5_100n, "2026-04-07").judgeOn).toBe("2026-05-07");
    expect(judged(WHOLE, "2026-04-07").judgeOn).toBeNull();
  });

  test("void parts are nobody's any more", () => {
    const voided = rows.map((row) => ({ ...row, state: "void" as const }));
    expect(judged(0n, "2026-07-01", 0n, voided)).toMatchObject({ open: 0n, late: 0n });
  });
});
