/** Teams and their members; who works at a creditor at all. */
import type { Role } from "../domain/desk/permission.ts";
import type { Scope } from "../domain/desk/scope.ts";
import type { CreditorId, TeamId, UserId } from "../domain/values/ids.ts";
import { type Executor, maybe, one, rows, run, sql } from "./sql.ts";

export type TeamMember = { readonly user: UserId; readonly leads: boolean };

export type TeamRow = {
  readonly id: TeamId;
  readonly name: string;
  readonly members: readonly {
    readonly id: UserId;
    readonly name: string;
    readonly disabled: boolean;
    readonly leads: boolean;
  }[];
};

export const listTeams = (executor: Executor, creditor: CreditorId): Promise<readonly TeamRow[]> =>
  rows(
    executor,
    sql<TeamRow>`select t.id, t.name,
          (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name,
              'disabled', u.disabled_at is not null, 'leads', m.leads)
              order by m.leads desc, u.name, u.id), '[]')
            from team_member m join app_user u on u.id = m.user_id
            where m.creditor_id = t.creditor_id and m.team_id = t.id) as members
        from team t where t.creditor_id = ${creditor} order by t.name collate "zh-x-icu", t.id`,
  );

/** Locks a team; null when there is none. */
export const lockTeam = (
  executor: Executor,
  creditor: CreditorId,
  id: TeamId,
): Promise<{ readonly name: string } | null> =>
  maybe(
    executor,
    sql<{ name: string }>`select name from team
        where creditor_id = ${creditor} and id = ${id} for update`,
  );

/** Whether another team has this name. */
export const hasTeamNamed = async (
  executor: Executor,
  creditor: CreditorId,
  name: string,
  but: TeamId | null,
): Promise<boolean> =>
  (
    await one<{ found: boolean }>(
      executor,
      sql`select exists (select from team where creditor_id = ${creditor} and name = ${name}
            and id is distinct from ${but}::uuid) as found`,
    )
  ).found;

export async function insertTeam(
  executor: Executor,
  creditor: CreditorId,
  team: { readonly id: TeamId; readonly name: string },
): Promise<void> {
  await run(
    executor,
    sql`insert into team (creditor_id, id, name) values (${creditor}, ${team.id}, ${team.name})`,
  );
}

export async function updateTeamName(
  executor: Executor,
  creditor: CreditorId,
  team: { readonly id: TeamId; readonly name: string },
): Promise<void> {
  await run(
    executor,
    sql`update team set name = ${team.name} where creditor_id = ${creditor} and id = ${team.id}`,
  );
}

/** Says anew who is in a team. */
export async function replaceMembers(
  executor: Executor,
  creditor: CreditorId,
  team: TeamId,
  members: readonly TeamMember[],
): Promise<void> {
  await deleteMembers(executor, creditor, team);
  await run(
    executor,
    sql`insert into team_member (creditor_id, team_id, user_id, leads)
        select ${creditor}, ${team}, user_id, bool_or(leads)
        from unnest(${members.map(({ user }) => user)}::uuid[],
          ${members.map(({ leads }) => leads)}::boolean[]) as m (user_id, leads)
        group by user_id`,
  );
}

async function deleteMembers(executor: Executor, creditor: CreditorId, team: TeamId) {
  await run(
    executor,
    sql`delete from team_member where creditor_id = ${creditor} and team_id = ${team}`,
  );
}

export async function deleteTeam(
  executor: Executor,
  creditor: CreditorId,
  team: TeamId,
): Promise<void> {
  await deleteMembers(executor, creditor, team);
  await run(executor, sql`delete from team where creditor_id = ${creditor} and id = ${team}`);
}

/** Who holds a role here and may sign in. */
export const listColleagueIds = async (
  executor: Executor,
  creditor: CreditorId,
): Promise<ReadonlySet<UserId>> => {
  const found = await rows<{ id: UserId }>(
    executor,
    sql`select u.id from app_user u where u.disabled_at is null and exists (
          select from user_role r where r.user_id = u.id
            and (r.creditor_id is null or r.creditor_id = ${creditor}))`,
  );
  return new Set(found.map(({ id }) => id));
};

export type ColleagueRow = {
  readonly id: UserId;
  readonly name: string;
  readonly disabled: boolean;
  readonly roles: readonly { readonly role: Role; readonly scope: Scope }[];
};

/** Who holds a role here, and who holds none any more but still owns customers. */
export const listColleagues = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly ColleagueRow[]> =>
  rows(
    executor,
    sql<ColleagueRow>`select u.id, u.name, u.disabled_at is not null as disabled,
          coalesce(r.roles, '[]') as roles
        from app_user u
        left join lateral (
          select jsonb_agg(jsonb_build_object('role', role, 'scope', scope) order by role) as roles
          from user_role where user_id = u.id
            and (creditor_id is null or creditor_id = ${creditor})) r on true
        where r.roles is not null or exists (
          select from customer c where c.creditor_id = ${creditor} and c.owner_id = u.id)
        order by u.name collate "zh-x-icu", u.id`,
  );
