/** A payment came back: everything it settled opens again, by one act. */
import { type BillRefusal, canMove } from "../domain/cash/bill-of-exchange.ts";
import type { BankNoticeId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { findBankNotice, updateNotice } from "../store/bank-notices.ts";
import { type BillLine, findBillOf, updateBill } from "../store/bills.ts";
import { type Context, defineAction } from "./action.ts";
import {
  type BookedReturnIds,
  type ReturnedReceipt,
  type ReturnReceiptRefusal,
  returnReceipt,
} from "./return-receipt.ts";

export type ReturnPayment = ReturnedReceipt & {
  /** What the bank said without an entry, where that is how it became known. */
  readonly notice: BankNoticeId | null;
};

type Refusal =
  | ReturnReceiptRefusal
  | BillRefusal
  | { readonly code: "notice_not_found" }
  | { readonly code: "notice_not_open" }
  | { readonly code: "bill_changed" };

export const returnPayment = defineAction<ReturnPayment, BookedReturnIds, Refusal>({
  name: "return_payment",
  permission: "payment:return",
  async run(context, { notice, ...given }) {
    const { tx, creditorId } = context;
    if (notice !== null) {
      const found = await findBankNotice(tx, creditorId, notice);
      if (found === null) return refuse({ code: "notice_not_found" });
      if (found.state !== "open") return refuse({ code: "notice_not_open" });
    }
    const bill = await findBillOf(tx, creditorId, given.receipt);
    const movable = bill === null ? ok(null) : canMove(bill, "dishonoured");
    if (!movable.ok) return movable;
    const returned = await returnReceipt(context, given);
    if (!returned.ok) return returned;
    if (notice !== null) await updateNotice(tx, creditorId, notice, "booked", given.receipt);
    if (bill !== null && (await dishonour(context, bill, given)) === 0) {
      return refuse({ code: "bill_changed" });
    }
    return returned;
  },
});

/** The bill that came back with its receipt is dishonoured; 0: somebody moved it meanwhile. */
async function dishonour(
  { tx, creditorId }: Context,
  bill: BillLine,
  { returnedOn, reasonText }: ReturnedReceipt,
): Promise<number> {
  return updateBill(tx, creditorId, bill.id, bill.version, {
    ...bill,
    state: "dishonoured",
    endedOn: returnedOn,
    note: reasonText ?? bill.note,
  });
}
