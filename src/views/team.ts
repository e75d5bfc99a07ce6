/** Who works here: colleagues with what they answer for, teams, substitutions. */

import { NOBODY } from "../domain/desk/scope.ts";
import { judgeSubstitutionEnd, substitutionState } from "../domain/desk/substitute.ts";
import { addDays } from "../domain/values/calendar.ts";
import type { UserId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import {
  countPortfolio,
  listOwnerCounts,
  listOwnerSums,
  listTaskCounts,
} from "../store/portfolio-rows.ts";
import { listSubstitutions, type SubstitutionRow } from "../store/substitutions.ts";
import { type ColleagueRow, listColleagues, listTeams, type TeamRow } from "../store/teams.ts";
import type { Sight } from "./look.ts";

/** Ended substitutions are shown this long. */
const SHOWN_DAYS = 366;

const briefOf = ({ id, name, disabled }: ColleagueRow) => ({ id, name, disabled });

/** Everybody who works here, by name. */
export async function viewColleagueNames({ tx, creditor }: Sight) {
  const colleagues = await listColleagues(tx, creditor.id);
  return {
    rows: colleagues
      .filter(({ disabled, roles }) => !disabled && roles.length > 0)
      .map((one) => ({ ...briefOf(one), roles: [...new Set(one.roles.map(({ role }) => role))] })),
  };
}

type Portfolios = Awaited<ReturnType<typeof loadPortfolios>>;

async function loadPortfolios({ tx, creditor, today }: Sight) {
  const substitutions = await listSubstitutions(tx, creditor.id, today);
  const running = substitutions.filter((one) => substitutionState(one, today) === "running");
  return {
    teams: await listTeams(tx, creditor.id),
    counts: new Map((await listOwnerCounts(tx, creditor.id)).map((one) => [one.user, one])),
    sums: Map.groupBy(await listOwnerSums(tx, creditor.id, today), ({ user }) => user),
    tasks: new Map((await listTaskCounts(tx, creditor.id, today)).map((one) => [one.user, one])),
    absent: new Map(running.map((one) => [one.absent.id, one])),
  };
}

/** Whom a reader of this reach answers for comes first; who needs a hand-over before everybody. */
export async function viewMembers(sight: Sight) {
  const { tx, creditor, reach, may } = sight;
  const found = await loadPortfolios(sight);
  const colleagues = (await listColleagues(tx, creditor.id)).map((one) => colleagueOf(one, found));
  const unowned = reach === "all" || reach.includes(NOBODY);
  const { customers } = await countPortfolio(tx, creditor.id, { owner: null });
  return {
    rows: colleagues.toSorted((a, b) => Number(b.needsHandOver) - Number(a.needsHandOver)),
    unowned: unowned ? customers : 0,
    can: { handOver: may("team:manage"), assign: may("team:manage") },
  };
}

function colleagueOf(row: ColleagueRow, { teams, counts, sums, tasks, absent }: Portfolios) {
  const { customers = 0, sells = 0 } = counts.get(row.id) ?? {};
  const { open: openTasks = 0, late: lateTasks = 0 } = tasks.get(row.id) ?? {};
  const away = absent.get(row.id);
  return {
    ...briefOf(row),
    roles: row.roles,
    teams: teamsOf(row.id, teams),
    ...{ customers, sells, openTasks, lateTasks },
    overdue: (sums.get(row.id) ?? []).map(({ overdue, currency }) => money(overdue, currency)),
    absent: away === undefined ? null : { substitute: away.substitute, until: away.until },
    needsHandOver: customers > 0 && (row.disabled || row.roles.length === 0),
  };
}

const teamsOf = (user: UserId, teams: readonly TeamRow[]) =>
  teams.flatMap(({ id, name, members }) =>
    members.filter((member) => member.id === user).map(({ leads }) => ({ id, name, leads })),
  );

export async function viewTeams({ tx, creditor, may }: Sight) {
  const can = may("team:manage");
  const teams = await listTeams(tx, creditor.id);
  return {
    rows: teams.map((team) => ({ ...team, can: { edit: can, remove: can } })),
    can: { create: can },
  };
}

/** Running ones first, then those to come, then those that are over. */
export async function viewSubstitutions({ tx, creditor, today, may }: Sight) {
  const can = may("team:manage");
  const found = await listSubstitutions(tx, creditor.id, addDays(today, -SHOWN_DAYS));
  const endOf = (one: SubstitutionRow) => {
    const judged = judgeSubstitutionEnd(one, today);
    return can === true && !judged.ok ? judged.refusal : can;
  };
  const order = ["running", "coming", "past"];
  const rows = found.map((one) => {
    const state = substitutionState(one, today);
    return { ...one, state, can: { end: endOf(one) } };
  });
  return {
    rows: rows.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
    can: { add: can },
  };
}
