/**
 * `npm run bench [-- --quick] [--part ledger|cash|desk]`: import, first and usual day, ageing;
 * money in; the desk under load.
 */
import { parseArgs } from "node:util";
import { closeDay } from "../../src/actions/close-day.ts";
import { createCreditor } from "../../src/actions/create-creditor.ts";
import { importFile } from "../../src/actions/import-file.ts";
import { accepted, type Desk, perform, performShared } from "../../src/actions/perform.ts";
import { releasePlan } from "../../src/actions/release-plan.ts";
import type { Phase, Stopwatch } from "../../src/actions/stopwatch.ts";
import type { ImportKind } from "../../src/domain/book/import-row.ts";
import {
  addDays,
  type Instant,
  type PlainDate,
  plainDate,
} from "../../src/domain/values/calendar.ts";
import { readRows } from "../../src/formats/tables/read-rows.ts";
import { operator, standardPolicy, worldClock } from "../../src/main.ts";
import { ageReceivables } from "../../src/reports/ageing.ts";
import type { Database } from "../../src/store/database.ts";
import { rows, sql } from "../../src/store/sql.ts";
import { viewWaitingSteps } from "../../src/views/day-plan.ts";
import { withThrowawayStore } from "../throwaway-store.ts";
import { benchDesk, DESK_SIZES } from "./desk.ts";
import { makeLedger, USUAL_DAY } from "./ledger.ts";
import { benchMoneyIn } from "./money-in.ts";

/**
 * A Wednesday. The day after it looks again at all that was planned on it; the second after it is
 * the usual one.
 */
const FIRST_DAY = plainDate("2026-03-11");
/** The goals: the first day in references, the usual day as a part of the first. */
const FIRST_DAY_GOAL = 40;
const USUAL_DAY_GOAL = 0.1;

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, part: { type: "string" } },
});
const wanted = (part: string): boolean => values.part === undefined || values.part === part;
const size = values.quick ? { items: 5_000, customers: 400 } : { items: 100_000, customers: 8_000 };

const say = (label: string, milliseconds: number, more = "") =>
  console.log(`${label.padEnd(28)} ${milliseconds.toFixed(0).padStart(8)} ms  ${more}`.trimEnd());

async function timed<Value>(work: () => Promise<Value>): Promise<[Value, number]> {
  const began = performance.now();
  const value = await work();
  return [value, performance.now() - began];
}

/** Sums each phase over all chunks; two lanes run at once, so phases may sum to more than all. */
function stopwatch(): { readonly watch: Stopwatch; readonly phases: Record<Phase, number> } {
  const phases: Record<Phase, number> = { loading: 0, deciding: 0, storing: 0 };
  const watch: Stopwatch = async (phase, work) => {
    const [value, milliseconds] = await timed(work);
    phases[phase] += milliseconds;
    return value;
  };
  return { watch, phases };
}

/** One statement that finds the overdue sums per customer; the median of several runs. */
async function reference(database: Database, creditor: Desk["creditorId"]): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < 9; at += 1) {
    const [, milliseconds] = await timed(() =>
      rows(
        database.db,
        sql`select customer_id, currency, sum(open_amount) as overdue, min(due_on) as oldest
            from item
            where creditor_id = ${creditor} and open_amount > 0 and due_on < ${FIRST_DAY}
            group by customer_id, currency`,
      ),
    );
    times.push(milliseconds);
  }
  return times.toSorted((left, right) => left - right)[4] ?? 0;
}

const deskOn = (database: Database, creditorId: Desk["creditorId"], day: PlainDate): Desk => ({
  database,
  creditorId,
  actor: operator,
  clock: { now: () => `${day}T01:30:00.000Z` as Instant, random: worldClock.random },
});

async function bringIn(desk: Desk, kind: ImportKind, text: string): Promise<number> {
  const bytes = Buffer.from(text);
  const request = { kind, bytes, fileName: `${kind}.csv` };
  const [outcome, milliseconds] = await timed(() => importFile(desk, readRows, request));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal).slice(0, 500));
  return milliseconds;
}

async function closeTimed(desk: Desk, label: string): Promise<number> {
  const { watch, phases } = stopwatch();
  const [closed, milliseconds] = await timed(() => closeDay(desk, { watch }));
  const { lookedAt, planned, released, skipped } = accepted(closed);
  const lines = `${lookedAt} customers, ${planned + released} lines, ${skipped} skips`;
  say(label, milliseconds, lines);
  for (const [phase, spent] of Object.entries(phases)) say(`  ${phase}`, spent);
  return milliseconds;
}

/** The person's release of the first day; not measured against a goal. */
async function releaseAll(database: Database, desk: Desk): Promise<void> {
  const steps = await viewWaitingSteps(database, desk.creditorId, FIRST_DAY);
  const [, milliseconds] = await timed(async () => {
    for (let at = 0; at < steps.length; at += 500) {
      accepted(await perform(desk, releasePlan, { steps: steps.slice(at, at + 500) }));
    }
  });
  say("release of the first day", milliseconds, `${steps.length} lines`);
}

async function bench(database: Database): Promise<boolean> {
  const shared = { database, actor: operator, clock: worldClock };
  const offer = { code: "bench", name: "基准公司", policy: standardPolicy() };
  const { id } = accepted(await performShared(shared, createCreditor, offer));
  const on = (days: number) => deskOn(database, id, addDays(FIRST_DAY, days));
  const first = on(0);

  const ledger = makeLedger(size, FIRST_DAY);
  console.log(`${size.items} open items, ${size.customers} customers\n`);
  say("import of customers", await bringIn(first, "customers", ledger.customers));
  say("import of contacts", await bringIn(first, "contacts", ledger.contacts));
  const imported = await bringIn(first, "invoices", ledger.invoices);
  say("import of items", imported, `${Math.round(size.items / (imported / 1000))} rows/s`);
  const one = await reference(database, id);
  say("reference", one, "one statement: overdue sums per customer");

  const firstDay = await closeTimed(first, "first day");
  await releaseAll(database, first);
  await closeTimed(on(1), "second day");
  const usualDay = await closeTimed(on(USUAL_DAY), "usual day");
  const [aged, ageing] = await timed(() =>
    database.reading((tx) => ageReceivables(tx, { creditors: [id], on: FIRST_DAY })),
  );
  say("ageing by customer", ageing, `${aged.rows.length} rows, ${aged.ties ? "ties" : "UNTIED"}`);

  const [ratio, part] = [firstDay / one, usualDay / firstDay];
  console.log(`\nfirst day ÷ reference  ${ratio.toFixed(1)} (goal: at most ${FIRST_DAY_GOAL})`);
  console.log(`usual day ÷ first day  ${part.toFixed(3)} (goal: at most ${USUAL_DAY_GOAL})`);
  return aged.ties && (values.quick || (ratio <= FIRST_DAY_GOAL && part <= USUAL_DAY_GOAL));
}

const reached = await withThrowawayStore(
  async (store) => {
    const { database } = store;
    const ledger = !wanted("ledger") || (await bench(database));
    const cash = !wanted("cash") || (await benchMoneyIn(database, values));
    const size = values.quick ? DESK_SIZES.quick : DESK_SIZES.full;
    const desk = !wanted("desk") || (await benchDesk(store, size)) || values.quick;
    return ledger && cash && desk;
  },
  { fast: false },
);
process.exitCode = reached ? 0 : 1;
