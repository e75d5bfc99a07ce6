/** Today: the customers at whom something is to be done, the most urgent first, and what. */
import type { CaseStage } from "../domain/desk/case.ts";
import type { OverdueReason } from "../domain/desk/contact-log.ts";
import type { WorkKind } from "../domain/desk/work-kind.ts";
import { NO_POINTS } from "../domain/desk/worklist.ts";
import { addDays, type Instant, type PlainDate, timeOfDayAt } from "../domain/values/calendar.ts";
import type { CustomerId, GroupId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { assert } from "../domain/values/result.ts";
import { listCustomerHeads, listOpenCases } from "../store/case-rows.ts";
import { findLastRun } from "../store/day-runs.ts";
import { listDoneLines, listHouseTasks, listLastContacts } from "../store/work-details.ts";
import {
  countSnoozed,
  hasOwnWork,
  listDoneCustomers,
  listPromisedFor,
  listSnoozedCustomers,
  listTeamMates,
  listWork,
  type WhoseWork,
  type WorkAsked,
} from "../store/work-rows.ts";
import { caseVerbs, headOf, shownCase } from "./collection-case.ts";
import type { Sight } from "./look.ts";
import { loadPolicy, type StepNames, stepNames } from "./policy-in-force.ts";
import { viewTodayMoney } from "./today-money.ts";
import { type Item, lineItem, loadWorkItems, taskItem } from "./work-items.ts";

export type Whose = "mine" | "team" | "all";
export type TodayAsked = {
  readonly show: "to_do" | "done" | "snoozed";
  readonly whose?: Whose | undefined;
  readonly kind?: WorkKind | undefined;
  readonly stage?: CaseStage | undefined;
  readonly reason?: OverdueReason | "none" | undefined;
  readonly group?: string | undefined;
  readonly search?: string | undefined;
  readonly offset: number;
  readonly size: number;
};

/** A moment surely before the business day began, wherever the creditor is. */
const startOf = (day: PlainDate): Instant => `${addDays(day, -1)}T10:00:00.000Z` as Instant;

/** The day's list in a window, its counts, what came back, what is promised. */
export async function viewToday(sight: Sight, query: TodayAsked) {
  const { tx, creditor, today } = sight;
  const whose = query.whose ?? (await usualWhose(sight));
  const asked = await askedOf(sight, query, whose);
  const window = { offset: query.offset, size: query.size };
  const { customers, toDo, kinds } = await listWork(tx, asked, window);
  const done = await listDoneCustomers(tx, creditor.id, startOf(today), doerOf(sight, whose));
  const others = { done: done.slice(query.offset, query.offset + query.size), to_do: customers };
  const listed =
    query.show === "snoozed" ? await listSnoozedCustomers(tx, asked, window) : others[query.show];
  const names = stepNames(await loadPolicy(tx, creditor.id));
  const waiting = await viewTodayMoney(sight);
  const promised = await listPromisedFor(tx, creditor.id, today);
  const tasks = await listHouseTasks(tx, creditor.id, asked.whose.owners, asked.whose.roles);
  const snoozed = await countSnoozed(tx, asked);
  const ofKind = kinds.find(({ kind }) => kind === query.kind)?.customers ?? 0;
  const totals = {
    to_do: query.kind === undefined ? toDo : ofKind,
    done: done.length,
    snoozed,
  };
  return {
    day: today,
    whose,
    counts: {
      toDo,
      done: done.length,
      snoozed,
      returned: waiting.returned.length,
      bills: waiting.bills.length,
      kinds,
    },
    ...waiting,
    promisedToday: promised.map(({ currency, amount }) => money(amount, currency)),
    planned: (await findLastRun(tx, creditor.id))?.day === today,
    total: totals[query.show],
    lines: await viewWorkLines(sight, names, listed, query.show === "done"),
    houseTasks: tasks.map((task) => taskItem(sight, task)),
  };
}

/** One's own for who answers for customers or has tasks; all for who only watches. */
async function usualWhose({ tx, creditor, user }: Sight): Promise<Whose> {
  if (user === null) return "all";
  return (await hasOwnWork(tx, creditor.id, user)) ? "mine" : "all";
}

async function ownersOf(
  { tx, creditor, user, decidesAs }: Sight,
  whose: Whose,
): Promise<WhoseWork> {
  if (whose === "all" || user === null) return { owners: null, roles: decidesAs };
  const owners = whose === "mine" ? [user] : await listTeamMates(tx, creditor.id, user);
  return { owners, roles: decidesAs };
}

/** Who did what is shown as done: oneself, or anybody. */
const doerOf = ({ viewer }: Sight, whose: Whose): string | null =>
  whose === "mine" ? viewer : null;

async function askedOf(sight: Sight, query: TodayAsked, whose: Whose): Promise<WorkAsked> {
  return {
    creditor: sight.creditor.id,
    today: sight.today,
    hour: timeOfDayAt(sight.now, sight.creditor.timeZone),
    whose: await ownersOf(sight, whose),
    kind: query.kind ?? null,
    stage: query.stage ?? null,
    reason: query.reason ?? null,
    group: (query.group ?? null) as GroupId | null,
    search: query.search || null,
  };
}

/** These customers in their order, each with its case and what is to be done, or was done today. */
export async function viewWorkLines(
  sight: Sight,
  names: StepNames,
  customers: readonly CustomerId[],
  done: boolean,
) {
  const { tx, creditor } = sight;
  const heads = keyed(await listCustomerHeads(tx, creditor.id, customers));
  const cases = keyed(await listOpenCases(tx, creditor.id, customers));
  const contacts = grouped(await listLastContacts(tx, creditor.id, customers, 1));
  const workOf = done
    ? await loadDone(sight, names, customers)
    : await loadWorkItems(sight, names, customers, { cases, contacts });
  return customers.map((customer) => {
    const head = heads.get(customer);
    assert(head !== undefined, "a customer who was listed is found in the same picture");
    const line = cases.get(customer) ?? null;
    const shown = line === null ? null : shownCase(line, sight.today);
    const [contact] = contacts.get(customer) ?? [];
    return {
      id: customer,
      customer: headOf(head),
      owner: head.owner,
      group: head.group,
      case: shown,
      overdue: shown?.overdue ?? [],
      oldestDays: shown?.oldestDays ?? 0,
      priority: shown?.priority ?? NO_POINTS,
      work: workOf(customer),
      lastContact: contact === undefined ? null : lastContactOf(contact),
      can: { ...caseVerbs(sight, line), ...desksVerbs(sight) },
    };
  });
}

const lastContactOf = ({
  on,
  channel,
  outcome,
}: {
  on: PlainDate;
  channel: string;
  outcome: string;
}) => ({
  on,
  channel,
  outcome,
});

export const desksVerbs = (sight: Sight) => ({
  logContact: sight.may("contact:log"),
  takePromise: sight.may("promise:take"),
  raiseDispute: sight.may("dispute:raise"),
});

async function loadDone(
  sight: Sight,
  names: StepNames,
  customers: readonly CustomerId[],
): Promise<(customer: CustomerId) => readonly Item[]> {
  const since = startOf(sight.today);
  const found = await listDoneLines(sight.tx, sight.creditor.id, customers, since);
  const lines = grouped(found);
  return (customer) => (lines.get(customer) ?? []).map((row) => lineItem(sight, names, row));
}

export function grouped<Row extends { readonly customer: CustomerId }>(
  found: readonly Row[],
): ReadonlyMap<CustomerId, readonly Row[]> {
  const groups = new Map<CustomerId, Row[]>();
  for (const row of found) {
    const group = groups.get(row.customer);
    if (group === undefined) groups.set(row.customer, [row]);
    else group.push(row);
  }
  return groups;
}

const keyed = <Row extends { readonly customer: CustomerId }>(
  found: readonly Row[],
): ReadonlyMap<CustomerId, Row> => new Map(found.map((row) => [row.customer, row]));
