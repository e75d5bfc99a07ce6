/** Who substitutes whom, and for how long. */
import type { Substitution } from "../domain/desk/substitute.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, SubstitutionId, UserId } from "../domain/values/ids.ts";
import { type Executor, maybe, rows, run, sql } from "./sql.ts";

/** Keeps anybody else from adding one until the transaction ends, and lists those not yet over. */
export async function lockSubstitutions(
  executor: Executor,
  creditor: CreditorId,
  today: PlainDate,
): Promise<readonly Substitution[]> {
  await run(
    executor,
    sql`select pg_advisory_xact_lock(hashtextextended(${`substitution:${creditor}`}, 7))`,
  );
  return await rows(
    executor,
    sql<Substitution>`select absent_id as absent, substitute_id as substitute, from_on as from,
          until_on as until
        from substitution where creditor_id = ${creditor} and until_on > ${today}`,
  );
}

export async function insertSubstitution(
  executor: Executor,
  creditor: CreditorId,
  made: Substitution & {
    readonly id: SubstitutionId;
    readonly reason: string;
    readonly at: Instant;
    readonly by: string;
  },
): Promise<void> {
  await run(
    executor,
    sql`insert into substitution (creditor_id, id, absent_id, substitute_id, from_on, until_on,
          reason, made_at, made_by)
        values (${creditor}, ${made.id}, ${made.absent}, ${made.substitute}, ${made.from},
          ${made.until}, ${made.reason}, ${made.at}, ${made.by})`,
  );
}

export const lockSubstitution = (
  executor: Executor,
  creditor: CreditorId,
  id: SubstitutionId,
): Promise<Substitution | null> =>
  maybe(
    executor,
    sql<Substitution>`select absent_id as absent, substitute_id as substitute, from_on as from,
          until_on as until
        from substitution where creditor_id = ${creditor} and id = ${id} for update`,
  );

export async function updateSubstitutionEnd(
  executor: Executor,
  creditor: CreditorId,
  id: SubstitutionId,
  end: { readonly until: PlainDate; readonly at: Instant; readonly by: string },
): Promise<void> {
  await run(
    executor,
    sql`update substitution set until_on = ${end.until}, ended_at = ${end.at}, ended_by = ${end.by}
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

type Named = { readonly id: UserId; readonly name: string; readonly disabled: boolean };

export type SubstitutionRow = {
  readonly id: SubstitutionId;
  readonly absent: Named;
  readonly substitute: Named;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly reason: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly endedBy: string | null;
};

/** Those that are not over, and those that were over after `since`; the latest first. */
export const listSubstitutions = (
  executor: Executor,
  creditor: CreditorId,
  since: PlainDate,
): Promise<readonly SubstitutionRow[]> =>
  rows(
    executor,
    sql<SubstitutionRow>`select s.id, ${named(sql`a`)} as absent, ${named(sql`b`)} as substitute,
          s.from_on as from, s.until_on as until, s.reason, s.made_by as "madeBy",
          s.made_at as "madeAt", s.ended_by as "endedBy"
        from substitution s
        join app_user a on a.id = s.absent_id
        join app_user b on b.id = s.substitute_id
        where s.creditor_id = ${creditor} and s.until_on > ${since}
        order by s.from_on desc, s.id desc`,
  );

const named = (user: ReturnType<typeof sql>) =>
  sql`jsonb_build_object('id', ${user}.id, 'name', ${user}.name,
    'disabled', ${user}.disabled_at is not null)`;
