/** Queues the letter that tells the customer of a returned payment. */
import type { LetterSource } from "../domain/book/letter.ts";
import { daysBetween } from "../domain/values/calendar.ts";
import type { CustomerId, ItemId, MessageId } from "../domain/values/ids.ts";
import { isPositive, type Money } from "../domain/values/money.ts";
import { lockCreditor, takeLetterNumbers } from "../store/creditors.ts";
import { listLetterItems, lockLetterCustomers } from "../store/letters.ts";
import { insertMessages } from "../store/messages.ts";
import { findPolicy } from "../store/policies.ts";
import type { Context } from "./action.ts";
import { composeFacts, letterNumber, loadLetterDesk } from "./letter-desk.ts";

/** What opened again, positive for claims, after it has been booked. */
export type Unpaid = { readonly itemId: ItemId; readonly amount: Money };

/**
 * No demand: it marks no step, counts for no frequency and leaves the due days as they are. Null
 * where the creditor has no policy yet, since nothing leaves the house before there is one.
 */
export async function queueReturnedNotice(
  context: Context,
  customer: CustomerId,
  returned: NonNullable<LetterSource["returned"]>,
  unpaid: readonly Unpaid[],
): Promise<MessageId | null> {
  const { tx, creditorId, now, today, newId } = context;
  if ((await findPolicy(tx, creditorId)) === null) return null;
  const creditor = await lockCreditor(tx, creditorId);
  const customers = await lockLetterCustomers(tx, creditorId, [customer]);
  const amounts = new Map(unpaid.map(({ itemId, amount }) => [itemId, amount]));
  const claims = await listLetterItems(tx, creditorId, [...amounts.keys()]);
  const notice = {
    ...{ customer, step: "payment-returned", day: today, channel: "email" },
    template: "payment-returned",
    items: claims.flatMap(({ id, dueOn }) => {
      const chased = amounts.get(id);
      const listed = chased !== undefined && isPositive(chased);
      return listed ? [{ id, days: daysBetween(dueOn, today), chased }] : [];
    }),
    returned,
  };
  const desk = await loadLetterDesk(context, creditor, customers, [notice]);
  const number = letterNumber(today, await takeLetterNumbers(tx, creditorId, 1));
  const message = composeFacts(desk, notice, number);
  const id = newId<MessageId>();
  await insertMessages(tx, creditorId, [
    { id, customer, planStep: null, queuedAt: now, ...message },
  ]);
  return id;
}
