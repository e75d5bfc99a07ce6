/** Money that goes back, over HTTP: returned payments, refunds, what banks say without an entry. */
import { acknowledgeReturn } from "../actions/acknowledge-return.ts";
import { decideRefund } from "../actions/decide-refund.ts";
import { ignoreNotice } from "../actions/ignore-notice.ts";
import { payRefund } from "../actions/pay-refund.ts";
import { perform } from "../actions/perform.ts";
import { previewReturn } from "../actions/preview-return.ts";
import { requestRefund } from "../actions/request-refund.ts";
import { returnPayment } from "../actions/return-payment.ts";
import * as notice from "../contract/bank-notice.ts";
import * as refund from "../contract/refund.ts";
import * as returned from "../contract/returned-payment.ts";
import type { BankNoticeId, ReceiptId, RefundId, ReturnedPaymentId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { viewBankNotices } from "../views/bank-notices.ts";
import { look } from "../views/look.ts";
import { viewReturnable } from "../views/receipt-page.ts";
import { viewRefunds } from "../views/refunds.ts";
import { viewReturned } from "../views/returned-payments.ts";
import { type Route, route } from "./route.ts";

const returnRoutes: readonly Route[] = [
  route(returned.previewReturn, async ({ desk, params }) => {
    const id = params.receipt as ReceiptId;
    const receipt = await look(desk, (sight) => viewReturnable(sight, id));
    const preview = await previewReturn(desk, id);
    if (receipt === null || preview === null) return refuse({ code: "receipt_not_found" });
    const claimCharge = preview.clause === null ? NO_CLAUSE : receipt.can;
    return ok({
      ...preview,
      receipt: receipt.receipt,
      can: { return: receipt.can, claimCharge },
    });
  }),
  route(returned.returnPayment, async ({ house, desk, params, body }) => {
    const receipt = params.receipt as ReceiptId;
    const booked = await perform(desk, returnPayment, { ...body, receipt });
    if (booked.ok) house.deliverSoon();
    return booked;
  }),
  route(returned.seenReturn, ({ desk, params }) =>
    perform(desk, acknowledgeReturn, { id: params.returned as ReturnedPaymentId }),
  ),
  route(returned.listReturned, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewReturned(sight, query))),
  ),
];

const NO_CLAUSE = { code: "charge_without_clause" } as const;

const refundRoutes: readonly Route[] = [
  route(refund.requestRefund, ({ desk, params, body }) =>
    perform(desk, requestRefund, { ...body, receipt: params.receipt as ReceiptId }),
  ),
  route(refund.decideRefund, ({ desk, params, body }) =>
    perform(desk, decideRefund, { ...body, id: params.refund as RefundId }),
  ),
  route(refund.payRefund, ({ desk, params, body }) =>
    perform(desk, payRefund, { ...body, id: params.refund as RefundId }),
  ),
  route(refund.listRefunds, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewRefunds(sight, query))),
  ),
];

const noticeRoutes: readonly Route[] = [
  route(notice.bankNotices, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewBankNotices(sight, query.state))),
  ),
  route(notice.ignoreNotice, ({ desk, params, body }) =>
    perform(desk, ignoreNotice, { ...body, id: params.notice as BankNoticeId }),
  ),
];

export const moneyBackRoutes: readonly Route[] = [
  ...returnRoutes,
  ...refundRoutes,
  ...noticeRoutes,
];
