/** What the return of a receipt would do: shown before anybody presses the button. */
import { reopenedBy } from "../domain/cash/return-booking.ts";
import { returnKindOf } from "../domain/cash/returned-payment.ts";
import type { ItemId, ReceiptId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { findReceiptLine } from "../store/receipt-rows.ts";
import { countReturned } from "../store/returned-payments.ts";
import type { Desk } from "./perform.ts";
import { type KeptPromise, listKeptBy } from "./rejudge-promises.ts";
import { loadReturnCase, type ReturnCase } from "./return-case.ts";

export type ReturnPreview = ReturnType<typeof shown>;

/** Null when there is no such receipt. */
export const previewReturn = (
  { database, creditorId }: Desk,
  id: ReceiptId,
): Promise<ReturnPreview | null> =>
  database.reading(async (tx) => {
    const receipt = await findReceiptLine(tx, creditorId, id);
    if (receipt === null) return null;
    const found = await loadReturnCase(tx, creditorId, receipt, false);
    const { customer, receivedOn } = receipt;
    const items = new Set<ItemId>(found.items.map((item) => item.id));
    const kept =
      customer === null ? [] : await listKeptBy(tx, creditorId, customer, items, receivedOn);
    const { all } = await countReturned(tx, creditorId, customer);
    return shown(found, kept, customer === null ? 0 : all);
  });

function shown(found: ReturnCase, kept: readonly KeptPromise[], earlier: number) {
  const { receipt, clause, applied, account, returnable } = found;
  const byId = new Map(found.items.map((item) => [item.id, item]));
  const taken = { itemId: receipt.item, amount: returnable.amount, account, applied };
  return {
    kind: returnKindOf(receipt.method),
    reopens: reopenedBy(taken).map(({ itemId: id, amount }) => {
      const { kind = "", number = "", dueOn = null } = byId.get(id) ?? {};
      return { item: { id, kind, number }, amount, dueOn };
    }),
    promises: kept.map(({ id, amount, currency, payOn, state }) => ({
      ...{ id, amount: money(amount, currency), payOn, state: state as string },
    })),
    ...{ clause, earlier },
  };
}
