/** Who works at a creditor's desk: whom tasks can be given to, and whose place one takes. */
import type { Role } from "../domain/desk/permission.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, UserId } from "../domain/values/ids.ts";
import { type Executor, one, rows, sql } from "./sql.ts";

export type Colleague = {
  readonly id: UserId;
  readonly name: string;
  readonly roles: readonly Role[];
};

const SIGNS_IN = sql`u.disabled_at is null`;

/** Everybody who may sign in and has a role here, by name. */
export const listColleagues = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly Colleague[]> =>
  rows(
    executor,
    sql<Colleague>`select u.id, u.name, array_agg(distinct r.role order by r.role) as roles
        from app_user u
        join user_role r on r.user_id = u.id
          and (r.creditor_id is null or r.creditor_id = ${creditor})
        where ${SIGNS_IN}
        group by u.id, u.name order by u.name, u.id`,
  );

export async function isColleague(
  executor: Executor,
  creditor: CreditorId,
  user: UserId,
): Promise<boolean> {
  const { found } = await one<{ found: boolean }>(
    executor,
    sql`select exists (select from app_user u
          join user_role r on r.user_id = u.id
            and (r.creditor_id is null or r.creditor_id = ${creditor})
          where u.id = ${user} and ${SIGNS_IN}) as found`,
  );
  return found;
}

/** Whose place somebody takes on a day. */
export async function listStandsFor(
  executor: Executor,
  creditor: CreditorId,
  user: UserId,
  day: PlainDate,
): Promise<readonly UserId[]> {
  const found = await rows<{ absent: UserId }>(
    executor,
    sql`select distinct absent_id as absent from substitution
        where creditor_id = ${creditor} and substitute_id = ${user}
          and from_on <= ${day} and until_on > ${day}`,
  );
  return found.map(({ absent }) => absent);
}
