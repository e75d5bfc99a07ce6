/** Case accounts put together from their rows: what is known of each customer's lateness. */
import type { CaseStage, Snooze } from "../domain/desk/case.ts";
import { type Lateness, NOT_LATE } from "../domain/desk/lateness.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import { addDays, addMonths, type PlainDate } from "../domain/values/calendar.ts";
import type { CaseId, CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Money, money } from "../domain/values/money.ts";
import {
  type CaseCustomer,
  type ContactFacts,
  listContactFacts,
  listMissedInstalments,
  listOverdueSums,
  listPromiseFacts,
  listSalesSince,
  listStepsHad,
  listTaskFacts,
  listWaitingWork,
  lockCaseCustomers,
  type WaitingWork,
} from "./case-facts.ts";
import type { FoundReason } from "./collection-cases.ts";
import type { Executor } from "./sql.ts";

export type CallBack = {
  readonly on: PlainDate;
  readonly at: string | null;
  readonly note: string | null;
};

export type CaseAccount = Lateness & {
  readonly customer: CustomerId;
  readonly grade: Grade | null;
  readonly case: CaseId | null;
  readonly openedOn: PlainDate | null;
  readonly stage: CaseStage | null;
  readonly lines: readonly WaitingWork[];
  readonly callBack: CallBack | null;
  /** A call-back was agreed on before the last contact: it was made. */
  readonly calledBack: boolean;
  readonly taskOn: PlainDate | null;
  readonly brokenPromises: number;
  readonly promiseDueOn: PlainDate | null;
  readonly promiseBrokenOn: PlainDate | null;
  readonly instalmentMissedOn: PlainDate | null;
  readonly lastContactOn: PlainDate | null;
  readonly sales: readonly Money[];
  readonly snooze: Snooze | null;
  readonly wasSnoozed: boolean;
  readonly paidSinceSnooze: boolean;
  readonly wakeOn: PlainDate | null;
  /** What a contact found out later than what the case knows; null: nothing new. */
  readonly foundReason: Omit<FoundReason, "case"> | null;
};

const NONE: readonly never[] = [];

export type LatenessOf = ReadonlyMap<CustomerId, Lateness>;

/**
 * What the cases of these customers are judged by; those who neither owe anything past due nor
 * have a case are left out. The customers are locked. `known`: how late each of them is, where the
 * caller has just read it.
 */
export async function loadCaseAccounts(
  executor: Executor,
  creditor: CreditorId,
  asked: readonly CustomerId[],
  today: PlainDate,
  known?: LatenessOf,
): Promise<readonly CaseAccount[]> {
  const all = await lockCaseCustomers(executor, creditor, asked, today);
  const lateness = known ?? (await loadLateness(executor, creditor, asked, today));
  const lateOf = (customer: CustomerId) => lateness.get(customer) ?? NOT_LATE;
  const isLate = (customer: CustomerId) => lateOf(customer).oldestDueOn !== null;
  const customers = all.filter((one) => one.case !== null || isLate(one.customer));
  if (customers.length === 0) return [];
  const late = customers.map(({ customer }) => customer).filter(isLate);
  const lines = byCustomer(await listWaitingWork(executor, creditor, late));
  const promises = byCustomer(await listPromiseFacts(executor, creditor, late));
  const contacts = byCustomer(await listContactFacts(executor, creditor, late));
  const tasks = byCustomer(await listTaskFacts(executor, creditor, late));
  const missed = byCustomer(await listMissedInstalments(executor, creditor, late));
  const since = addMonths(today, -12);
  const sales = byCustomer(await listSalesSince(executor, creditor, late, since));
  return customers.map((one): CaseAccount => {
    const { customer } = one;
    const promise = promises.get(customer)?.[0];
    const contact = contacts.get(customer)?.[0] ?? null;
    return {
      ...one,
      ...lateOf(customer),
      lines: lines.get(customer) ?? NONE,
      ...callBackOf(one, contact),
      taskOn: tasks.get(customer)?.[0]?.on ?? null,
      brokenPromises: promise?.broken ?? 0,
      promiseDueOn: promise?.dueOn ?? null,
      promiseBrokenOn: promise?.brokenOn ?? null,
      instalmentMissedOn: missed.get(customer)?.[0]?.on ?? null,
      lastContactOn: contact?.on ?? null,
      sales: (sales.get(customer) ?? NONE).map(({ amount, currency }) => money(amount, currency)),
      ...snoozeOf(one),
      // whoever was changed just now is looked at by the next day's plan
      wakeOn: one.changed ? addDays(today, 1) : one.wakeOn,
      foundReason: foundReasonOf(one, contact),
    };
  });
}

/** How late these customers are, read from the book. */
async function loadLateness(
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  today: PlainDate,
): Promise<LatenessOf> {
  const sums = byCustomer(await listOverdueSums(executor, creditor, customers, today));
  const late = [...sums.keys()];
  const steps = byCustomer(await listStepsHad(executor, creditor, late, today));
  return new Map(
    [...sums].map(([customer, owed]) => [
      customer,
      {
        overdue: owed.map(({ overdue, currency }) => money(overdue, currency)),
        oldestDueOn: oldestOf(owed),
        overdueItems: owed.reduce((count, { items }) => count + items, 0),
        stepsHad: (steps.get(customer) ?? NONE).map(({ step }) => step),
      },
    ]),
  );
}

function byCustomer<Row extends { readonly customer: CustomerId }>(
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

function oldestOf(owed: readonly { readonly oldestDueOn: PlainDate }[]): PlainDate | null {
  let oldest: PlainDate | null = null;
  for (const { oldestDueOn } of owed) {
    if (oldest === null || oldestDueOn < oldest) oldest = oldestDueOn;
  }
  return oldest;
}

/** What was agreed on last: the case's call-back, or what the last contact is to be followed by. */
function callBackOf(
  one: CaseCustomer,
  contact: ContactFacts | null,
): Pick<CaseAccount, "callBack" | "calledBack"> {
  const { callBackOn, callBackAt, callBackNote, callBackSetAt } = one;
  const calledBack = callBackSetAt !== null && contact !== null && contact.at > callBackSetAt;
  if (callBackOn !== null && !calledBack) {
    return { callBack: { on: callBackOn, at: callBackAt, note: callBackNote }, calledBack };
  }
  if (contact === null || contact.followUpOn === null) return { callBack: null, calledBack };
  const { followUpOn, followUpAt, said } = contact;
  return { callBack: { on: followUpOn, at: followUpAt, note: said }, calledBack };
}

function snoozeOf({
  snoozedUntil: until,
  snoozedOn: setOn,
}: CaseCustomer): Pick<CaseAccount, "snooze" | "wasSnoozed"> {
  const snooze = until === null || setOn === null ? null : { until, setOn };
  return { snooze, wasSnoozed: snooze !== null };
}

function foundReasonOf(one: CaseCustomer, contact: ContactFacts | null) {
  if (contact === null) return null;
  const { reason, reasonAt, reasonOn, reasonBy, reasonWilful, reasonNote } = contact;
  if (reason === null || reasonAt === null || reasonOn === null || reasonBy === null) return null;
  if (one.reasonAt !== null && one.reasonAt >= reasonAt) return null;
  // what was found out for an earlier case is no reason of this one
  if (one.openedOn !== null && reasonOn < one.openedOn) return null;
  return {
    reason,
    wilful: reasonWilful,
    note: reasonNote,
    on: reasonOn,
    at: reasonAt,
    by: reasonBy,
  };
}
