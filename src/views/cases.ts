/** Cases of late customers: the list, why they are late, groups worked as one, a case's history. */
import { type CaseStage, natureOf } from "../domain/desk/case.ts";
import type { OverdueReason } from "../domain/desk/contact-log.ts";
import type { CustomerId, GroupId, UserId } from "../domain/values/ids.ts";
import { type Currency, isPositive, money, totalsByCurrency } from "../domain/values/money.ts";
import { findGroupName, listCaseGroups, listGroupHeads } from "../store/case-groups.ts";
import {
  type CaseLine,
  type CaseSort,
  type CasesAsked,
  countCases,
  listCaseLines,
  listCustomerCases,
  listOpenCases,
  listReasons,
  sumCases,
  sumReasons,
} from "../store/case-rows.ts";
import { findCustomerDetail } from "../store/customer-details.ts";
import { listCustomerSums } from "../store/customer-rows.ts";
import { caseVerbs, daysLate, headOf, shownCase } from "./collection-case.ts";
import type { Sight } from "./look.ts";

export type CasesFilter = {
  readonly state: CasesAsked["state"];
  readonly stage?: CaseStage | undefined;
  readonly owner?: string | undefined;
  readonly reason?: OverdueReason | "none" | undefined;
  readonly snoozed?: "yes" | "no" | undefined;
  readonly group?: string | undefined;
  readonly search?: string | undefined;
  readonly sort: CaseSort;
  readonly direction: "asc" | "desc";
  readonly currency?: string | undefined;
};

const STAGES: readonly CaseStage[] = ["legal", "late", "middle", "early"];

/** `me` of nobody with an account finds nothing: no customer has that owner. */
function ownerOf({ user }: Sight, owner: string | undefined): CasesAsked["owner"] {
  if (owner === undefined) return null;
  if (owner === "none") return "none";
  return (owner === "me" ? (user ?? NOBODY) : owner) as UserId;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

export const casesAsked = (sight: Sight, filter: CasesFilter): CasesAsked => ({
  creditor: sight.creditor.id,
  today: sight.today,
  state: filter.state,
  stage: filter.stage ?? null,
  owner: ownerOf(sight, filter.owner),
  reason: filter.reason ?? null,
  snoozed: filter.snoozed === undefined ? null : filter.snoozed === "yes",
  group: (filter.group ?? null) as GroupId | null,
  search: filter.search || null,
  sort: filter.sort,
  descending: filter.direction === "desc",
  currency: (filter.currency ?? sight.creditor.homeCurrency) as Currency,
});

function shownRow(sight: Sight, line: CaseLine) {
  return {
    ...shownCase(line, sight.today),
    customer: headOf(line),
    owner: line.owner,
    group: line.group,
    can: caseVerbs(sight, line),
  };
}

/** A window of the cases asked for; stages and sums are of all of them. */
export async function viewCases(
  sight: Sight,
  { offset, size, ...filter }: CasesFilter & { readonly offset: number; readonly size: number },
) {
  const asked = casesAsked(sight, filter);
  const lines = await listCaseLines(sight.tx, asked, { offset, size });
  const counts = await countCases(sight.tx, asked);
  const sums = await sumCases(sight.tx, asked);
  const stages = STAGES.map((stage) => ({
    stage,
    cases: counts.find((count) => count.stage === stage)?.cases ?? 0,
  }));
  return {
    day: sight.today,
    total: stages.reduce((all, { cases }) => all + cases, 0),
    rows: lines.map((line) => shownRow(sight, line)),
    stages,
    overdue: sums.map(({ amount, currency }) => money(amount, currency)),
  };
}

/** Cases by the reason for being late; what is known last of closed ones. */
export async function viewCaseReasons(sight: Sight, state: CasesAsked["state"]) {
  const { tx, creditor, today } = sight;
  const rows = await listReasons(tx, creditor.id, state);
  const sums = await sumReasons(tx, creditor.id, state);
  return {
    day: today,
    total: rows.reduce((all, { cases }) => all + cases, 0),
    rows: rows.map(({ reason, cases, oldestDueOn, averageDays }) => ({
      reason,
      nature: reason === null ? null : natureOf(reason, null),
      cases,
      overdue: sums
        .filter((sum) => sum.reason === reason)
        .map(({ amount, currency }) => money(amount, currency)),
      oldestDays: oldestDueOn === null ? null : daysLate(oldestDueOn, today),
      averageDays,
    })),
  };
}

export async function viewCaseGroups({ tx, creditor, today }: Sight) {
  const groups = await listCaseGroups(tx, creditor.id);
  return {
    groups: groups.map(({ id, name, companies, cases, oldestDueOn, points, overdue }) => ({
      group: { id, name },
      companies,
      cases,
      overdue: overdue.map(({ currency, amount }) => money(BigInt(amount), currency)),
      oldestDays: daysLate(oldestDueOn, today),
      points,
    })),
  };
}

/** The companies of a group worked as one; null when there is no such group. */
export async function viewGroupWork(sight: Sight, group: GroupId) {
  const { tx, creditor, today } = sight;
  const name = await findGroupName(tx, creditor.id, group);
  if (name === null) return null;
  const heads = await listGroupHeads(tx, creditor.id, group);
  const ids = heads.map(({ customer }) => customer);
  const sums = await listCustomerSums(tx, creditor.id, ids, today);
  const cases = new Map(
    (await listOpenCases(tx, creditor.id, ids)).map((line) => [line.customer, line]),
  );
  const companies = heads.map((head) => {
    const own = sums.filter(({ customer }) => customer === head.customer);
    const line = cases.get(head.customer);
    return {
      customer: headOf(head),
      owner: head.owner,
      balance: own.map(({ balance, currency }) => money(balance, currency)),
      overdue: own.map(({ overdue, currency }) => money(overdue, currency)).filter(isPositive),
      oldestDays: Math.max(0, ...own.map(({ oldestDays }) => oldestDays ?? 0)),
      case: line === undefined ? null : shownCase(line, today),
    };
  });
  return {
    group: { id: group, name },
    day: today,
    balance: totalsByCurrency(companies.flatMap(({ balance }) => balance)),
    overdue: totalsByCurrency(companies.flatMap(({ overdue }) => overdue)),
    companies,
  };
}

export async function viewCustomerCases(sight: Sight, customer: CustomerId) {
  if ((await findCustomerDetail(sight.tx, sight.creditor.id, customer)) === null) return null;
  const lines = await listCustomerCases(sight.tx, sight.creditor.id, customer);
  return { cases: lines.map((line) => shownCase(line, sight.today)) };
}
