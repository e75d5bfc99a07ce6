/** A receipt locked, with how it stands: its customer is locked before. */
import type { StandingReceipt } from "../domain/cash/receipt.ts";
import type { CreditorId, ReceiptId } from "../domain/values/ids.ts";
import { findReceiptLine, type ReceiptLine, standingReceipt } from "../store/receipt-rows.ts";
import { lockReceipt } from "../store/receipts.ts";
import type { Executor } from "../store/sql.ts";

export type LockedStanding = { readonly line: ReceiptLine; readonly standing: StandingReceipt };

/** Null when there is no such receipt. */
export async function lockStandingReceipt(
  executor: Executor,
  creditor: CreditorId,
  id: ReceiptId,
): Promise<LockedStanding | null> {
  if ((await lockReceipt(executor, creditor, id)) === null) return null;
  const line = await findReceiptLine(executor, creditor, id);
  return line === null ? null : { line, standing: standingReceipt(line) };
}
