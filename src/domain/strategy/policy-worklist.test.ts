/** The policy's worklist section: what is not written is usual, what is written wrongly is told. */
import { describe, expect, test } from "vitest";
import { moneyOf } from "../values/money.ts";
import type { PolicyFault } from "./policy.ts";
import { USUAL_WORKLIST, worklistOf } from "./policy-worklist.ts";

function read(worklist: unknown) {
  const faults: PolicyFault[] = [];
  const fields = worklist === undefined ? {} : { worklist };
  const policy = worklistOf({ at: { path: "", faults }, fields });
  return { policy, faults };
}

describe("the worklist section", () => {
  test("may be absent: the usual weights sum to a hundred", () => {
    expect(read(undefined)).toEqual({ policy: USUAL_WORKLIST, faults: [] });
    const sum = Object.values(USUAL_WORKLIST.points).reduce((all, points) => all + points, 0);
    expect(sum).toBe(100);
  });
  test("changes what it names and nothing else", () => {
    const { policy, faults } = read({
      points: { amount: 50, grade: 0 },
      large_amount: { CNY: "2000000.00" },
      old_days: 90,
    });
    expect(faults).toEqual([]);
    expect(policy.points).toEqual({ ...USUAL_WORKLIST.points, amount: 50, grade: 0 });
    expect(policy.largeAmount).toEqual([moneyOf("2000000.00", "CNY")]);
    expect(policy).toMatchObject({ oldDays: 90, silentDays: USUAL_WORKLIST.silentDays });
  });
  test("tells a weight above a hundred, an unknown field and a currency that is none", () => {
    const { faults } = read({ points: { amount: 101, luck: 3 }, large_sales: { XXY: "1.00" } });
    expect(faults.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["worklist.points.amount", "worklist.points.luck"]),
    );
    expect(faults.some(({ path }) => path.startsWith("worklist.large_sales"))).toBe(true);
  });
});
