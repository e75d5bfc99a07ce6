/** Money in: how fast 10,000 bank lines are matched against 100,000 open items. */
import { judgeLine } from "../../src/domain/cash/matching/judge-line.ts";
import { inMatchOrder } from "../../src/domain/cash/matching/match-order.ts";
import type { Database } from "../../src/store/database.ts";
import { MIXES } from "../../test/simulation/payer-mixes.ts";
import { makePayerYear } from "../../test/simulation/payers.ts";
import { lineOf, openPlay } from "./cash-play.ts";
import { CASH_RULES } from "./cash-rules.ts";
import type { CashSet, SetLine, SetTruth } from "./cash-set.ts";
import { benchStored } from "./money-in-stored.ts";

/** Lines a second of the largest list, with everything stored. */
const RATE_GOAL = 1000;
/** Time grows as lines to this power at most: one is linear, with room for the machine's noise. */
const POWER_GOAL = 1.15;

const FULL = { customers: 8_000, lines: [1_000, 3_000, 10_000], open: [8, 15] } as const;
const QUICK = { customers: 400, lines: [100, 300, 1_000], open: [8, 15] } as const;

/** Invoices come for most of a year, then the lines within a month; all of one currency. */
function ledgerWithLines({ customers, lines, open }: typeof FULL | typeof QUICK): CashSet {
  const mix = { ...MIXES.usual, open, foreignPercent: 0 };
  const all = lines.reduce((sum, count) => sum + count, 0);
  return makePayerYear({ seed: "bench", customers, lines: all, mix, before: 240, days: 30 });
}

type Timed = { readonly opening: number; readonly matching: number; readonly open: number };

/** Opens the book, then judges and books the first `count` lines; milliseconds of each. */
function matchFirst(set: CashSet, count: number): Timed {
  const began = performance.now();
  const play = openPlay(set);
  play.enterUntil("9999-12-31");
  const opened = performance.now();
  const open = [...play.book.claims.values()].filter((claim) => claim.open > 0).length;
  const byId = new Map(set.bank.slice(0, count).map((told) => [told.id, told]));
  const ordered = inMatchOrder([...byId.values()].map(lineOf));
  const lines = ordered.map((line) => ({ line, told: byId.get(line.id) as SetLine }));
  const started = performance.now();
  for (const { line, told } of lines) {
    judgeLine(play.book, line, CASH_RULES);
    play.confirm(line, told, set.truth[told.id] as SetTruth);
  }
  return { opening: opened - began, matching: performance.now() - started, open };
}

/** The power of the curve from its first to its last point. */
const powerOf = (lines: readonly number[], times: readonly number[]): number => {
  const [few = 1, many = 1] = [lines[0], lines.at(-1)];
  return Math.log((times.at(-1) ?? 1) / (times[0] ?? 1)) / Math.log(many / few);
};

const say = (label: string, milliseconds: number, more: string) =>
  console.log(`${label.padEnd(28)} ${milliseconds.toFixed(0).padStart(8)} ms  ${more}`);

/** Prints matching alone at three sizes; gives the curve's power. */
function benchMatching(set: CashSet, sizes: readonly number[]): number {
  matchFirst(set, sizes[0] ?? 0);
  console.log("\nmatching alone, without the store");
  const times = sizes.map((count) => {
    const { opening, matching, open } = matchFirst(set, count);
    const rate = Math.round(count / (matching / 1000));
    const told = `${rate} lines/s, ${open} open items, opened in ${opening.toFixed(0)} ms`;
    say(`  ${count} lines`, matching, told);
    return matching;
  });
  return powerOf(sizes, times);
}

/** Prints matching alone and with everything stored; whether the goals are reached. */
export async function benchMoneyIn(
  database: Database,
  { quick }: { readonly quick: boolean },
): Promise<boolean> {
  const size = quick ? QUICK : FULL;
  const set = ledgerWithLines(size);
  const power = benchMatching(set, size.lines);
  const rate = await benchStored(database, set, size.lines);
  console.log(
    `\nmatching grows as lines to the power of ${power.toFixed(2)} (goal: ${POWER_GOAL})`,
  );
  console.log(`money in with everything stored  ${rate} lines/s (goal: at least ${RATE_GOAL})`);
  return quick || (rate >= RATE_GOAL && power <= POWER_GOAL);
}
