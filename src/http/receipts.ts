/** Receipts over HTTP: the list, one, those recorded by hand, claims on unidentified money. */
import { claimReceipt } from "../actions/claim-receipt.ts";
import { decideReceiptClaim } from "../actions/decide-receipt-claim.ts";
import { perform } from "../actions/perform.ts";
import { recordReceipt } from "../actions/record-receipt.ts";
import { withdrawReceiptClaim } from "../actions/withdraw-receipt-claim.ts";
import * as contract from "../contract/receipt.ts";
import * as claim from "../contract/receipt-claim.ts";
import type { ReceiptClaimId, ReceiptId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { look } from "../views/look.ts";
import { viewUnidentified } from "../views/receipt-claims.ts";
import { viewReceipt } from "../views/receipt-page.ts";
import { viewReceipts } from "../views/receipts.ts";
import { type Route, route } from "./route.ts";

export const receiptRoutes: readonly Route[] = [
  route(contract.listReceipts, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewReceipts(sight, query))),
  ),
  route(contract.receipt, async ({ desk, params }) => {
    const page = await look(desk, (sight) => viewReceipt(sight, params.receipt as ReceiptId));
    return page === null ? refuse({ code: "receipt_not_found" }) : ok(page);
  }),
  route(contract.recordReceipt, ({ desk, body }) => perform(desk, recordReceipt, body)),
  route(claim.unidentified, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewUnidentified(sight, query))),
  ),
  route(claim.claimReceipt, ({ desk, params, body: { customer: customerId, reason } }) =>
    perform(desk, claimReceipt, { receipt: params.receipt as ReceiptId, customerId, reason }),
  ),
  route(claim.withdrawClaim, ({ desk, params }) =>
    perform(desk, withdrawReceiptClaim, { id: params.claim as ReceiptClaimId }),
  ),
  route(claim.decideClaim, ({ desk, params, body }) =>
    perform(desk, decideReceiptClaim, { ...body, id: params.claim as ReceiptClaimId }),
  ),
];
