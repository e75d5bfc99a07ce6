/** What a return of a receipt is judged and booked by: what it settled, refunds, the clause. */
import type { Account, Leg } from "../domain/book/booking.ts";
import { billAccount } from "../domain/cash/bill-of-exchange.ts";
import { type ChargeClause, chargeClauseOf } from "../domain/cash/charge-clause.ts";
import { moneyAccount } from "../domain/cash/receipt.ts";
import { refundedSum } from "../domain/cash/refund.ts";
import type { ReturnableReceipt } from "../domain/cash/returned-payment.ts";
import type { CreditorId, ItemId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { type BillLine, findBillOf } from "../store/bills.ts";
import { listChargeContracts } from "../store/contracts.ts";
import { listEntryLegs } from "../store/entry-legs.ts";
import type { ReceiptLine } from "../store/receipt-rows.ts";
import { listRefundsOf, standingRefund } from "../store/refunds.ts";
import type { Executor } from "../store/sql.ts";
import {
  listStandingApplications,
  listTouchedItems,
  lockStandingApplications,
  lockTouchedItems,
  type StandingApplication,
  type TouchedItem,
} from "../store/standing-applications.ts";

export type ReturnCase = {
  readonly receipt: ReceiptLine;
  readonly returnable: ReturnableReceipt;
  readonly clause: ChargeClause | null;
  readonly applications: readonly StandingApplication[];
  /** The postings of everything that it settled. */
  readonly applied: readonly Leg[];
  /** Every item among them, its own too. */
  readonly items: readonly TouchedItem[];
  readonly bill: BillLine | null;
  /** Where its money stands. */
  readonly account: Account;
};

/** `locking`: for booking; the customer and the receipt are locked before. */
export async function loadReturnCase(
  executor: Executor,
  creditor: CreditorId,
  receipt: ReceiptLine,
  locking: boolean,
): Promise<ReturnCase> {
  const standing = locking ? lockStandingApplications : listStandingApplications;
  const touched = locking ? lockTouchedItems : listTouchedItems;
  const { id, item } = receipt;
  const applications = await standing(executor, creditor, id, item);
  const entries = applications.flatMap(({ entry }) => entry ?? []);
  const applied = [...(await listEntryLegs(executor, creditor, entries)).values()].flat();
  const ids = new Set<ItemId>([...applied, { itemId: item }].flatMap(({ itemId }) => itemId ?? []));
  const items = await touched(executor, creditor, [...ids]);
  const refunds = (await listRefundsOf(executor, creditor, [id])).map(standingRefund);
  const amount = money(receipt.amount, receipt.currency);
  const clause = await findClause(executor, creditor, receipt, items);
  const bill = await findBillOf(executor, creditor, id);
  const { state, method, receivedOn } = receipt;
  return {
    ...{ receipt, clause, applications, applied, items, bill },
    returnable: {
      ...{ state, method, amount, receivedOn, clause: clause?.text ?? null },
      refunded: refundedSum(refunds, amount.currency),
    },
    account:
      bill === null ? moneyAccount(method === "erp" ? "bank" : method) : billAccount(bill.state),
  };
}

async function findClause(
  executor: Executor,
  creditor: CreditorId,
  { customer }: ReceiptLine,
  items: readonly TouchedItem[],
): Promise<ChargeClause | null> {
  if (customer === null) return null;
  const contracts = await listChargeContracts(executor, creditor, customer);
  return chargeClauseOf(contracts, new Set(items.flatMap(({ contract }) => contract ?? [])));
}
