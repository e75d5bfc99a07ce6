/** Keeps what a bank said of payments without an entry, each with the receipt it is about. */
import type { PaymentStatus } from "../domain/cash/statement.ts";
import type { BankNoticeId, ImportId } from "../domain/values/ids.ts";
import { findReceiptByReferences, insertBankNotices } from "../store/bank-notices.ts";
import type { Context } from "./action.ts";

export async function storeNotices(
  { tx, creditorId, newId }: Context,
  importId: ImportId,
  statuses: readonly PaymentStatus[],
): Promise<void> {
  if (statuses.length === 0) return;
  const named = [...new Set(statuses.flatMap(({ references }) => references))];
  const found = await findReceiptByReferences(tx, creditorId, named);
  const receiptOf = new Map(found.map(({ reference, receipt }) => [reference, receipt]));
  const notices = statuses.map(({ line, accepted, codes, text, references, amount }) => {
    const known = references.find((reference) => receiptOf.has(reference));
    const receipt = known === undefined ? null : (receiptOf.get(known) ?? null);
    const said = { accepted, codes, said: text, named: references, amount, receipt };
    return { id: newId<BankNoticeId>(), place: line, ...said };
  });
  await insertBankNotices(tx, creditorId, importId, notices);
}
