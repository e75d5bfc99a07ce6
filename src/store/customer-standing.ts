/** What rests at a customer, now and before: holds, disputes, promises. */

import type { DisputeReason } from "../domain/book/dispute-reason.ts";
import type { DisputeOutcome } from "../domain/desk/dispute-closing.ts";
import type { HoldKind, PromiseState } from "../domain/strategy/dunning-account.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type {
  CreditorId,
  CustomerId,
  DisputeId,
  HoldId,
  ItemId,
  PromiseId,
} from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type HoldDetail = {
  readonly id: HoldId;
  readonly item: ItemId | null;
  readonly itemNumber: string | null;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

export const listHoldDetails = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly HoldDetail[]> =>
  rows(
    executor,
    sql<HoldDetail>`select h.id, h.item_id as item, i.number as "itemNumber", h.kind, h.reason,
          h.from_on as from, h.until_on as until
        from hold h left join item i on i.creditor_id = h.creditor_id and i.id = h.item_id
        where h.creditor_id = ${creditor} and h.customer_id = ${customer}
        order by h.from_on desc, h.id desc`,
  );

export type DisputeDetail = {
  readonly id: DisputeId;
  readonly item: ItemId;
  readonly itemNumber: string;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly reason: DisputeReason;
  readonly note: string | null;
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly outcome: DisputeOutcome | null;
};

export const listDisputeDetails = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly DisputeDetail[]> =>
  rows(
    executor,
    sql<DisputeDetail>`select d.id, d.item_id as item, i.number as "itemNumber", d.amount,
          d.currency, d.reason, d.note, d.opened_on as "openedOn", d.closed_on as "closedOn",
          d.outcome
        from dispute d join item i on i.creditor_id = d.creditor_id and i.id = d.item_id
        where d.creditor_id = ${creditor} and d.customer_id = ${customer}
        order by d.opened_on desc, d.id desc`,
  );

export type PromiseDetail = {
  readonly id: PromiseId;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly payOn: PlainDate;
  readonly judgeOn: PlainDate;
  readonly takenOn: PlainDate;
  readonly takenFrom: string | null;
  readonly state: PromiseState;
  readonly judgedOn: PlainDate | null;
};

export const listPromiseDetails = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly PromiseDetail[]> =>
  rows(
    executor,
    sql<PromiseDetail>`select id, amount, currency, pay_on as "payOn", judge_on as "judgeOn",
          taken_on as "takenOn", taken_from as "takenFrom", state, judged_on as "judgedOn"
        from promise where creditor_id = ${creditor} and customer_id = ${customer}
        order by taken_on desc, id desc`,
  );

export type PromisedItemDetail = {
  readonly promise: PromiseId;
  readonly item: ItemId;
  readonly number: string;
  readonly amount: bigint;
};

export const listPromisedItems = (
  executor: Executor,
  creditor: CreditorId,
  promises: readonly PromiseId[],
): Promise<readonly PromisedItemDetail[]> =>
  rows(
    executor,
    sql<PromisedItemDetail>`select p.promise_id as promise, p.item_id as item, i.number, p.amount
        from promise_item p join item i on i.creditor_id = p.creditor_id and i.id = p.item_id
        where p.creditor_id = ${creditor} and p.promise_id = any(${promises}::uuid[])
        order by i.due_on, i.number`,
  );
