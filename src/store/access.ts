/** What decides on somebody's reach: the roles they hold at a creditor, substitutes, teams. */
import type { Role } from "../domain/desk/permission.ts";
import type { Scope, Standing } from "../domain/desk/scope.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, UserId } from "../domain/values/ids.ts";
import { type Executor, maybe, rows, sql } from "./sql.ts";

export type GrantRow = {
  readonly role: Role;
  readonly scope: Scope;
  readonly byOneself: boolean;
};

const GRANT = sql`jsonb_build_object('role', r.role, 'scope', r.scope,
  'byOneself', r.granted_by is not null and r.granted_by = r.user_id)`;

export type AccessRow = {
  readonly creditor: CreditorId;
  readonly timeZone: string;
  /** The person's name. */
  readonly name: string;
  readonly grants: readonly GrantRow[];
};

/** Who may still sign in, at the creditor of this code; grants may be none. */
export const findGrants = (
  executor: Executor,
  user: UserId,
  code: string,
): Promise<AccessRow | null> =>
  maybe(
    executor,
    sql<AccessRow>`select c.id as creditor, c.time_zone as "timeZone", u.name,
          (select coalesce(jsonb_agg(${GRANT}), '[]') from user_role r
            where r.user_id = u.id and (r.creditor_id is null or r.creditor_id = c.id)) as grants
        from app_user u cross join creditor c
        where u.id = ${user} and u.disabled_at is null and c.code = ${code}`,
  );

export type StandingRow = Omit<Standing, "scope"> & { readonly scopes: readonly Scope[] };

/** Somebody and whom they substitute on a day, each with the scopes held and their teams. */
export const listStandings = (
  executor: Executor,
  creditor: CreditorId,
  user: UserId,
  day: PlainDate,
): Promise<readonly StandingRow[]> =>
  rows(
    executor,
    sql<StandingRow>`with person as (
          select ${user}::uuid as id
          union
          select absent_id from substitution
          where creditor_id = ${creditor} and substitute_id = ${user}
            and from_on <= ${day} and ${day} < until_on
        )
        select p.id as "user",
          array(select distinct r.scope from user_role r
            where r.user_id = p.id and (r.creditor_id is null or r.creditor_id = ${creditor}))
            as scopes,
          array(select distinct m.user_id::text from team_member o
            join team_member m on m.creditor_id = o.creditor_id and m.team_id = o.team_id
            where o.creditor_id = ${creditor} and o.user_id = p.id) as members,
          exists (select from team_member o
            where o.creditor_id = ${creditor} and o.user_id = p.id and o.leads) as leads
        from person p`,
  );
