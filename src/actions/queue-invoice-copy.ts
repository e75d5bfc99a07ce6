/** Queues the copy of invoices that the customer says it does not have. */

import { daysBetween } from "../domain/values/calendar.ts";
import type { CustomerId, ItemId, MessageId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { lockCreditor, takeLetterNumbers } from "../store/creditors.ts";
import { listLetterItems, lockLetterCustomers } from "../store/letters.ts";
import { insertMessages } from "../store/messages.ts";
import type { Context } from "./action.ts";
import { composeFacts, letterNumber, loadLetterDesk } from "./letter-desk.ts";

/** An answer to the customer, not a demand: it counts for no frequency and marks no item. */
export async function queueInvoiceCopy(
  context: Context,
  customer: CustomerId,
  items: readonly ItemId[],
): Promise<void> {
  const { tx, creditorId, now, today, newId } = context;
  const creditor = await lockCreditor(tx, creditorId);
  const customers = await lockLetterCustomers(tx, creditorId, [customer]);
  const open = (await listLetterItems(tx, creditorId, items)).filter((item) => item.open > 0n);
  if (open.length === 0) return;
  const copy = {
    customer,
    step: "invoice-copy",
    day: today,
    channel: "email",
    template: "invoice-copy",
    items: open.map(({ id, dueOn, open: left, currency }) => ({
      id,
      days: daysBetween(dueOn, today),
      chased: money(left, currency),
    })),
  };
  const desk = await loadLetterDesk(context, creditor, customers, [copy]);
  const number = letterNumber(today, await takeLetterNumbers(tx, creditorId, 1));
  const message = composeFacts(desk, copy, number);
  await insertMessages(tx, creditorId, [
    { id: newId<MessageId>(), customer, planStep: null, queuedAt: now, ...message },
  ]);
}
