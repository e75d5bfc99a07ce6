/** Plays the demo world day by day on a real store and asks after each day what must hold. */
import { closeDay } from "../../src/actions/close-day.ts";
import { createCreditor } from "../../src/actions/create-creditor.ts";
import { accepted, type Desk, performShared } from "../../src/actions/perform.ts";
import type { PolicyText } from "../../src/actions/publish-policy.ts";
import { chanceOf } from "../../src/demo/chance.ts";
import { openBook, playDay, startPlay } from "../../src/demo/play-day.ts";
import { makeWorld } from "../../src/demo/world.ts";
import { chinaCalendar } from "../../src/domain/countries/china.ts";
import { parsePolicy } from "../../src/domain/strategy/policy.ts";
import { addDays, type Instant, type PlainDate } from "../../src/domain/values/calendar.ts";
import { assert } from "../../src/domain/values/result.ts";
import { ageingJson, ageReceivables } from "../../src/reports/ageing.ts";
import type { Database } from "../../src/store/database.ts";
import { one, sql } from "../../src/store/sql.ts";
import { operator } from "../kit/desk.ts";
import { invariants } from "./invariants.ts";

export type SimulationOptions = {
  readonly database: Database;
  readonly policy: PolicyText;
  readonly seed: string;
  readonly customers: number;
  readonly startOn: PlainDate;
  readonly days: number;
  readonly onDay?: (played: number) => void;
};

export type Simulated = {
  /** `day: invariant: what breaks it`; empty when everything held. */
  readonly broken: readonly string[];
  readonly steps: number;
  readonly skips: number;
  readonly promises: number;
};

/** Every so many days the past is remembered, to be asked again at the end. */
const MEMORY_DAYS = 20;

export async function simulate(options: SimulationOptions): Promise<Simulated> {
  const { database, policy, seed, customers, startOn, days } = options;
  const chance = chanceOf(`${seed} ids`);
  const on = (day: PlainDate) => {
    const now = `${day}T01:30:00.000Z` as Instant;
    const clock = { now: () => now, random: () => chance.bits() };
    return { database, actor: operator, today: day, clock };
  };
  const code = `simulation-${seed}`.slice(0, 40);
  const offer = { code, name: "模拟公司", demo: true, policy };
  const { id: creditorId } = accepted(await performShared(on(startOn), createCreditor, offer));
  const world = makeWorld({ seed, customers, startOn, calendar: chinaCalendar });
  const play = startPlay(world);
  const parsed = parsePolicy(policy.body);
  assert(parsed.ok, "the policy can be followed");

  const broken: string[] = [];
  const remembered = new Map<PlainDate, string>();
  const age = (day: PlainDate) =>
    database.reading(async (tx) => {
      const aged = await ageReceivables(tx, { creditors: [creditorId], on: day });
      if (!aged.ties) broken.push(`${day}: the ageing ties to the ledger`);
      return JSON.stringify(ageingJson(aged));
    });

  await openBook(play, { ...on(startOn), creditorId });
  for (let played = 0; played < days; played += 1) {
    const day = addDays(startOn, played);
    const desk: Desk = { ...on(day), creditorId };
    const twice = async () => {
      const what = await changedByClosing(desk, day);
      if (what !== null) broken.push(`${day}: running a day twice changes nothing: ${what}`);
    };
    await playDay(play, desk, day, { onClosed: twice });
    if (played % 3 === 0) accepted(await closeDay(desk, { day }));
    for (const { name, find } of invariants) {
      const watched = { tx: database.db, creditor: creditorId, day, world, policy: parsed.value };
      for (const what of await find(watched)) broken.push(`${day}: ${name}: ${what}`);
    }
    if (played % MEMORY_DAYS === 0) remembered.set(day, await age(day));
    options.onDay?.(played + 1);
  }
  for (const [day, before] of remembered) {
    if ((await age(day)) !== before) broken.push(`${day}: the past never changes`);
  }
  return { broken, ...(await countsOf(database, creditorId)) };
}

/** Closes the day once more; says what changed, null when nothing did. */
async function changedByClosing(desk: Desk, day: PlainDate): Promise<string | null> {
  const before = await pictureOf(desk);
  const { lookedAt } = accepted(await closeDay(desk, { day }));
  const after = await pictureOf(desk);
  return before === after ? null : `${before} became ${after} after looking at ${lookedAt}`;
}

async function pictureOf({ database, creditorId }: Desk): Promise<string> {
  const { picture } = await one<{ picture: string }>(
    database.db,
    sql`select concat_ws(' ',
          (select md5(string_agg(s.id || s.state, ',' order by s.id)) from plan_step s
            where s.creditor_id = ${creditorId}),
          (select md5(string_agg(s.id::text, ',' order by s.id)) from plan_skip s
            where s.creditor_id = ${creditorId}),
          (select count(*) from message m where m.creditor_id = ${creditorId}),
          (select count(*) from item_step t where t.creditor_id = ${creditorId}),
          (select md5(string_agg(c.wake_on::text, ',' order by c.id)) from customer c
            where c.creditor_id = ${creditorId})) as picture`,
  );
  return picture;
}

const countsOf = (database: Database, creditorId: Desk["creditorId"]) =>
  one<Omit<Simulated, "broken">>(
    database.db,
    sql`select
          (select count(*)::integer from plan_step where creditor_id = ${creditorId}) as steps,
          (select count(*)::integer from plan_skip where creditor_id = ${creditorId}) as skips,
          (select count(*)::integer from promise where creditor_id = ${creditorId}) as promises`,
  );
