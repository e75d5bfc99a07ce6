/** The runs of the day: which day was closed, under which policy. */
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { type Executor, maybe, one, run, sql } from "./sql.ts";

export type DayRun = {
  readonly day: PlainDate;
  readonly policyVersion: number;
  readonly state: "running" | "closed";
  readonly firstDay: boolean;
  readonly lookedAt: number;
};

const RUN = sql`day, policy_version as "policyVersion", state, first_day as "firstDay",
  looked_at as "lookedAt"`;

export const findRun = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<DayRun | null> =>
  maybe(
    executor,
    sql<DayRun>`select ${RUN} from day_run where creditor_id = ${creditor} and day = ${day}`,
  );

export const findLastRun = (executor: Executor, creditor: CreditorId): Promise<DayRun | null> =>
  maybe(
    executor,
    sql<DayRun>`select ${RUN} from day_run where creditor_id = ${creditor}
        order by day desc limit 1`,
  );

/** Opens a day's run, or takes up one that was left running or is looked at again. */
export const openRun = (
  executor: Executor,
  creditor: CreditorId,
  { day, policyVersion, firstDay }: Omit<DayRun, "state" | "lookedAt">,
  at: Instant,
): Promise<DayRun> =>
  one(
    executor,
    sql<DayRun>`insert into day_run (creditor_id, day, policy_version, state, first_day, started_at)
        values (${creditor}, ${day}, ${policyVersion}, 'running', ${firstDay}, ${at})
        on conflict (creditor_id, day) do update
          set state = 'running', policy_version = excluded.policy_version
        returning ${RUN}`,
  );

export async function addLookedAt(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  count: number,
): Promise<void> {
  await run(
    executor,
    sql`update day_run set looked_at = looked_at + ${count}
        where creditor_id = ${creditor} and day = ${day}`,
  );
}

export async function closeRun(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  at: Instant,
): Promise<void> {
  await run(
    executor,
    sql`update day_run set state = 'closed', closed_at = ${at}
        where creditor_id = ${creditor} and day = ${day}`,
  );
}
