/** Gives unidentified money to the customer it was found to be of; nothing is settled by that. */
import { type Because, inOne } from "../domain/book/booking.ts";
import { bookIdentified, itemNumberOf } from "../domain/cash/receipt.ts";
import type { ApplicationId, CustomerId, ItemId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { assert } from "../domain/values/result.ts";
import { insertApplications } from "../store/applications.ts";
import { insertBooking } from "../store/items.ts";
import type { ReceiptLine } from "../store/receipt-rows.ts";
import { listTakenItemNumbers, updateReceiptsIdentified } from "../store/receipts.ts";
import type { Context } from "./action.ts";

/**
 * Books unidentified → receivable and keeps the decision as an application that settles nothing,
 * so that undoing it takes the customer away again. The customer and the receipt are locked.
 */
export async function identifyReceipt(
  { tx, creditorId, today, now, actor, newId }: Context,
  { id, number, receivedOn, remark, method, ...line }: ReceiptLine,
  customerId: CustomerId,
  because: readonly Because[],
): Promise<ItemId> {
  assert(method !== "erp", "what an invoice list told has its customer");
  const amount = money(line.amount, line.currency);
  const taken = await listTakenItemNumbers(tx, creditorId, [number]);
  const receipt = { number: itemNumberOf(number, taken), amount, receivedOn, method };
  const booking = bookIdentified({ ...receipt, reference: remark }, customerId, newId, because);
  const [item] = booking.items;
  assert(item !== undefined, "an identified receipt has its item");
  await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, inOne([booking]));
  await updateReceiptsIdentified(tx, creditorId, [{ id, customerId, itemId: item.id }]);
  const onAccount = { minor: line.amount.toString(), currency: line.currency };
  await insertApplications(tx, creditorId, [
    {
      ...{ id: newId<ApplicationId>(), receiptId: id, customerId, entryId: null },
      ...{ identified: true, madeBy: "person", actor: actor.name, confidence: null },
      settlement: { allocations: [], credits: [], shortfall: null, onAccount },
      ...{ because, learned: [], appliedOn: today, appliedAt: now },
    },
  ]);
  return item.id;
}
