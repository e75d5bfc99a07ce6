/** Turns judged rows into bookings. Ids come from outside, one call each. */

import type { Brand } from "../values/brand.ts";
import { later, type PlainDate } from "../values/calendar.ts";
import type { CustomerId, EntryId, ItemId } from "../values/ids.ts";
import { negate, subtract, zero } from "../values/money.ts";
import {
  allocationEntry,
  type Booking,
  documentEntry,
  type NewItem,
  NOTHING_BOOKED,
  snapshotEntry,
  together,
} from "./booking.ts";
import { type NewDocument, settlementNumber } from "./import-invoices.ts";
import type { Correction } from "./import-snapshot.ts";

export type NewId = <Id extends Brand<string, string>>() => Id;

/**
 * An invoice with what is paid of it: a receipt of its own and its allocation. The receipt counts
 * from its day; the allocation from the day on which both are there.
 */
export function bookDocument(
  { row, dueOn, contractId, settlement }: NewDocument,
  customerId: CustomerId,
  newId: NewId,
): Booking {
  const { kind, number, amount, issuedOn, taxNumber = null, orderNumber = null } = row;
  const written = row.reference ?? orderNumber;
  const item: NewItem = {
    id: newId<ItemId>(),
    customerId,
    kind,
    number,
    amount,
    open: settlement === null ? amount : subtract(amount, settlement.amount),
    issuedOn,
    dueOn,
    contractId,
    reference: written ?? (contractId === null ? row.contractNumber : null),
    taxNumber: taxNumber === number ? null : taxNumber,
    orderNumber,
  };
  const because = [{ code: "imported", line: row.line }];
  const booked = { ...NOTHING_BOOKED, items: [item], ...documentEntry(item, newId(), because) };
  if (settlement === null) return booked;
  return together([booked, bookSettlement(item, settlement, row.line, newId)]);
}

function bookSettlement(
  item: NewItem,
  { amount, on }: NonNullable<NewDocument["settlement"]>,
  line: number,
  newId: NewId,
): Booking {
  const because = [{ code: "paid_in_file", line }];
  const effectiveOn = later(on, item.issuedOn);
  if (item.kind === "credit_memo") {
    const entry = { id: newId<EntryId>(), effectiveOn, because };
    return {
      ...NOTHING_BOOKED,
      ...snapshotEntry(entry, item.id, negate(amount), "settled_in_erp"),
    };
  }
  const receipt: NewItem = {
    id: newId<ItemId>(),
    customerId: item.customerId,
    kind: "receipt",
    number: settlementNumber(item.number),
    amount: negate(amount),
    open: zero(amount.currency),
    issuedOn: on,
    dueOn: null,
    contractId: null,
    reference: item.number,
  };
  const details = { payerName: null, payerAccount: null, method: "erp", remark: null };
  const allocation = { id: newId<EntryId>(), effectiveOn, because };
  return together([
    {
      ...NOTHING_BOOKED,
      items: [receipt],
      receipts: [{ itemId: receipt.id, ...details }],
      ...documentEntry(receipt, newId(), because),
    },
    { ...NOTHING_BOOKED, ...allocationEntry(allocation, item.id, receipt.id, amount) },
  ]);
}

/** A snapshot's correction of an item that is in the book. */
export function bookCorrection(
  { item, by, on, account, difference }: Correction,
  snapshotOn: PlainDate,
  newId: NewId,
): Booking {
  const code = difference.kind === "closed" ? "settled_in_erp_day_unknown" : "snapshot_differs";
  const { before, after } = difference;
  const because = [{ code, snapshot: snapshotOn, before: before.amount, after: after.amount }];
  const entry = { id: newId<EntryId>(), effectiveOn: on, because };
  return {
    ...NOTHING_BOOKED,
    ...snapshotEntry(entry, item.id, by, account),
    opened: [{ itemId: item.id, by }],
  };
}
