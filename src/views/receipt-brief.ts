/** A receipt in one line, wherever a screen shows the money that something is about. */
import type { ReceiptId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { assert } from "../domain/values/result.ts";
import { listReceiptLines, type ReceiptLine } from "../store/receipt-rows.ts";
import type { Sight } from "./look.ts";
import type { Brief } from "./plan-line.ts";

type OfCustomer = {
  readonly customer: Brief["id"];
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Brief["grade"];
};

export const customerOf = (row: OfCustomer): Brief => ({
  id: row.customer,
  number: row.customerNumber,
  name: row.customerName,
  grade: row.grade,
});

type OfAnyone = { readonly [Key in keyof OfCustomer]: OfCustomer[Key] | null };

/** Null where nobody is known yet. */
export function customerOrNobody(row: OfAnyone): Brief | null {
  const { customer, customerNumber, customerName, grade } = row;
  if (customer === null || customerNumber === null || customerName === null) return null;
  return customerOf({ customer, customerNumber, customerName, grade });
}

export type ShownReceipt = ReturnType<typeof shownReceipt>;

export const shownReceipt = (line: ReceiptLine) => ({
  id: line.id,
  number: line.number,
  method: line.method,
  state: line.state,
  customer: customerOrNobody(line),
  receivedOn: line.receivedOn,
  amount: money(line.amount, line.currency),
  payerName: line.payerName,
  payerAccount: line.payerAccount,
  remark: line.remark,
});

/** The receipts that rows are about, by id. */
export async function loadReceipts(
  { tx, creditor }: Sight,
  ids: readonly ReceiptId[],
): Promise<(id: ReceiptId) => ShownReceipt> {
  const lines = await listReceiptLines(tx, creditor.id, [...new Set(ids)]);
  const byId = new Map(lines.map((line) => [line.id, shownReceipt(line)]));
  return (id) => {
    const found = byId.get(id);
    assert(found !== undefined, "a row names a receipt that exists");
    return found;
  };
}
