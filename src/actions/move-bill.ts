/** A bill's next step: presented, cleared, handed on, dishonoured, its parties told. */
import { inOne } from "../domain/book/booking.ts";
import { bookBillMove } from "../domain/cash/bill-booking.ts";
import { billMoved } from "../domain/cash/bill-moved.ts";
import { type BillMove, type BillRefusal, judgeMove } from "../domain/cash/bill-of-exchange.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { BillId, ReturnedPaymentId } from "../domain/values/ids.ts";
import type { Money } from "../domain/values/money.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { type BillLine, findBill, standingBill, updateBill } from "../store/bills.ts";
import { insertBooking } from "../store/items.ts";
import { findReceiptLine } from "../store/receipt-rows.ts";
import { type Context, defineAction } from "./action.ts";
import { type ReturnReceiptRefusal, returnReceipt } from "./return-receipt.ts";

export type MoveBill = {
  readonly id: BillId;
  /** The version that the person saw. */
  readonly version: number;
  readonly to: BillMove;
  readonly on: PlainDate;
  readonly note: string | null;
  readonly charge: Money | null;
  readonly claimCharge: boolean;
};

type Moved = {
  readonly id: BillId;
  readonly version: number;
  readonly returned: ReturnedPaymentId | null;
};

type Refusal =
  | BillRefusal
  | ReturnReceiptRefusal
  | { readonly code: "bill_not_found" }
  | { readonly code: "bill_changed" };

export const moveBill = defineAction<MoveBill, Moved, Refusal>({
  name: "move_bill",
  permission: "bill:keep",
  async run(context, given) {
    const { tx, creditorId, today } = context;
    const seen = await findBill(tx, creditorId, given.id);
    if (seen === null) return refuse({ code: "bill_not_found" });
    await wakeItsCustomer(context, seen);
    const bill = standingBill(seen);
    const judged = judgeMove(bill, given, today);
    if (!judged.ok) return judged;
    const returned = await carryOut(context, given, seen);
    if (!returned.ok) return returned;
    const { id, version, to, on } = given;
    const moved = { ...billMoved(bill, to, on), note: given.note ?? seen.note };
    const written = await updateBill(tx, creditorId, id, version, moved);
    if (written === 0) return refuse({ code: "bill_changed" });
    return ok({ id, version: version + 1, returned: returned.value });
  },
});

async function wakeItsCustomer({ tx, creditorId }: Context, { receipt }: BillLine): Promise<void> {
  const line = await findReceiptLine(tx, creditorId, receipt);
  if (line?.customer) await lockCustomer(tx, creditorId, line.customer);
}

/** A dishonour is a returned payment of the bill's receipt; other steps move its money. */
async function carryOut(
  context: Context,
  { to, on, note, charge, claimCharge }: MoveBill,
  bill: BillLine,
): Promise<Result<ReturnedPaymentId | null, ReturnReceiptRefusal>> {
  const { tx, creditorId, today, newId } = context;
  if (to === "dishonoured") {
    const returned = await returnReceipt(context, {
      ...{ receipt: bill.receipt, kind: "dishonoured_bill", returnedOn: on, amount: null },
      ...{ charge, claimCharge, reasonCode: null, reasonText: note, bankLine: null },
    });
    return returned.ok ? ok(returned.value.id) : returned;
  }
  const because = [{ code: "bill_moved", to, bill: bill.number }];
  const booking = bookBillMove(standingBill(bill), { to, on, charge }, newId, because);
  await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, inOne([booking]));
  return ok(null);
}
