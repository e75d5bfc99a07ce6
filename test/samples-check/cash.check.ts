/** Years of bank lines with their truth: each reaches the goals of cash application. */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { playSet } from "../../scripts/bench/cash-play.ts";
import { CASH_RULES } from "../../scripts/bench/cash-rules.ts";
import { readCashSet } from "../../scripts/bench/cash-set.ts";
import { CASH_GOALS, sharesOf, tallyOf } from "../../scripts/bench/cash-table.ts";

const FOLDER = resolve(process.env["HUIKUAN_SAMPLES"] ?? "../shared/data", "cashapp");
const sets = existsSync(FOLDER) ? readdirSync(FOLDER).toSorted() : [];

test("there are years to check", () => {
  expect(sets).not.toEqual([]);
});

describe.each(sets)("cash application on %s", (name) => {
  test("applies right what it applies, and enough; proposes the right claims", () => {
    const set = readCashSet(join(FOLDER, name));
    if (typeof set === "string") throw new Error(set);
    const tally = tallyOf(playSet(set, CASH_RULES).played);
    const shares = sharesOf(tally);
    expect(shares.precision).toBeGreaterThanOrEqual(CASH_GOALS.precision);
    expect(shares.wrongMoney).toBeLessThanOrEqual(CASH_GOALS.wrongMoney);
    expect(shares.auto).toBeGreaterThanOrEqual(CASH_GOALS.auto);
    expect(shares.first).toBeGreaterThanOrEqual(CASH_GOALS.first);
    expect(shares.topThree).toBeGreaterThanOrEqual(CASH_GOALS.topThree);
    expect(tally.lost).toBe(0);
  });
});
