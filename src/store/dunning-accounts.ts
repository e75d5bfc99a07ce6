/** Dunning accounts put together from their rows: what the plan must know of each customer. */
import type {
  AccountItem,
  AccountPromise,
  CustomerAccount,
  HadStep,
} from "../domain/strategy/dunning-account.ts";
import type { Track } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId, PromiseId } from "../domain/values/ids.ts";
import { type Currency, type Minor, type Money, money } from "../domain/values/money.ts";
import {
  listLivePromises,
  listMoneyOn,
  listPlannedParts,
  type MoneyRow,
  type PromiseItemRow,
} from "./account-promises.ts";
import {
  listHolds,
  listOpenDisputes,
  listOpenItems,
  listStepMarks,
  type OpenItemRow,
  type StepMarkRow,
  type WokenCustomer,
} from "./accounts.ts";
import { listDefaultedPlans } from "./defaulted-plans.ts";
import type { Executor } from "./sql.ts";

const NONE: readonly never[] = [];

/** A dunning account and, for judging its promises, what is open and what came of their items. */
export type LoadedAccount = CustomerAccount & {
  readonly openNow: ReadonlyMap<ItemId, Minor>;
  readonly money: readonly MoneyRow[];
  /** Plans in default: the ladder treats them as broken promises, nobody judges them as such. */
  readonly defaulted: readonly AccountPromise[];
};

/** The accounts of these customers, in their order, as they stand in this transaction. */
export async function loadDunningAccounts(
  executor: Executor,
  creditor: CreditorId,
  customers: readonly WokenCustomer[],
  day: PlainDate,
): Promise<readonly LoadedAccount[]> {
  const ids = customers.map(({ id }) => id);
  const items = byCustomer(await listOpenItems(executor, creditor, ids));
  const marks = byCustomer(await listStepMarks(executor, creditor, ids));
  const holds = byCustomer(await listHolds(executor, creditor, ids, day));
  const disputes = byCustomer(await listOpenDisputes(executor, creditor, ids));
  const planned = byCustomer(await listPlannedParts(executor, creditor, ids));
  const defaulted = byCustomer(await listDefaultedPlans(executor, creditor, ids));
  const promised = await listLivePromises(executor, creditor, ids, day);
  const promises = byCustomer(promised);
  const money = await moneyOn(executor, creditor, promised);
  return customers.map(({ id, grade }) => {
    const itemRows = items.get(id) ?? NONE;
    const markRows = marks.get(id) ?? NONE;
    const promiseRows = promises.get(id) ?? NONE;
    return {
      customer: id,
      grade,
      items: claimsOf(itemRows, markRows),
      unapplied: unappliedOf(itemRows),
      holds: holds.get(id) ?? NONE,
      disputes: disputes.get(id) ?? NONE,
      planned: planned.get(id) ?? NONE,
      promises: promisesOf(promiseRows),
      defaulted: defaulted.get(id) ?? NONE,
      lastDemandOn: lastOn(markRows, "demand"),
      lastReminderOn: lastOn(markRows, "reminder"),
      openNow: new Map(promiseRows.map((row) => [row.item, row.openNow])),
      money: [...new Set(promiseRows.map(({ item }) => item))].flatMap(
        (item) => money.get(item) ?? NONE,
      ),
    };
  });
}

/** Asked only where there are promises: most customers have none. */
async function moneyOn(
  executor: Executor,
  creditor: CreditorId,
  promised: readonly PromiseItemRow[],
): Promise<ReadonlyMap<ItemId, readonly MoneyRow[]>> {
  if (promised.length === 0) return new Map();
  const items = [...new Set(promised.map(({ item }) => item))];
  return Map.groupBy(await listMoneyOn(executor, creditor, items), ({ item }) => item);
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

function claimsOf(
  itemRows: readonly OpenItemRow[],
  markRows: readonly StepMarkRow[],
): readonly AccountItem[] {
  const had = new Map<ItemId, HadStep[]>();
  for (const mark of markRows) {
    const known = had.get(mark.item);
    if (known === undefined) had.set(mark.item, [mark]);
    else known.push(mark);
  }
  const claims: AccountItem[] = [];
  for (const { id, number, currency, dueOn, open } of itemRows) {
    if (dueOn === null) continue;
    const item = { id, number, currency, dueOn, open, had: had.get(id) ?? NONE };
    claims.push(item);
  }
  return claims;
}

/** Receipts and credit memos not yet used, as one positive amount per currency. */
function unappliedOf(itemRows: readonly OpenItemRow[]): readonly Money[] {
  const sums = new Map<Currency, bigint>();
  for (const { dueOn, currency, open } of itemRows) {
    if (dueOn === null) sums.set(currency, (sums.get(currency) ?? 0n) - open);
  }
  return [...sums].map(([currency, minor]) => money(minor, currency));
}

/** Rows of promised items, put together by promise. */
export function promisesOf(promiseRows: readonly PromiseItemRow[]): readonly AccountPromise[] {
  const promises = new Map<
    PromiseId,
    AccountPromise & { items: AccountPromise["items"][number][] }
  >();
  for (const { item, amount, came, ...row } of promiseRows) {
    const part = { item, amount, came };
    const known = promises.get(row.id);
    const { id, takenOn, takenAt, payOn, judgeOn, state, judgedOn } = row;
    if (known !== undefined) known.items.push(part);
    else {
      const days = { takenOn, takenAt, payOn, judgeOn, judgedOn };
      promises.set(id, { id, ...days, state, items: [part] });
    }
  }
  return [...promises.values()];
}

function lastOn(markRows: readonly StepMarkRow[], track: Track): PlainDate | null {
  let last: PlainDate | null = null;
  for (const mark of markRows) {
    if (mark.track === track && !mark.passedOver && (last === null || mark.on > last))
      last = mark.on;
  }
  return last;
}
