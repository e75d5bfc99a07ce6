/** Approvals over HTTP: asked for, decided, taken back. */
import { decideApproval } from "../actions/decide-approval.ts";
import { perform } from "../actions/perform.ts";
import { requestApproval } from "../actions/request-approval.ts";
import { withdrawApproval } from "../actions/withdraw-approval.ts";
import * as contract from "../contract/approval.ts";
import type { ApprovalId, CustomerId } from "../domain/values/ids.ts";
import { ok } from "../domain/values/result.ts";
import { viewApprovals } from "../views/approvals.ts";
import { look } from "../views/look.ts";
import { type Route, route } from "./route.ts";

export const approvalRoutes: readonly Route[] = [
  route(contract.listApprovals, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewApprovals(sight, query))),
  ),
  route(contract.requestApproval, ({ desk, params, body }) => {
    const customer = params.customer as CustomerId;
    return perform(desk, requestApproval, { ...body, customer, window: null });
  }),
  route(contract.decideApproval, ({ desk, params, body }) =>
    perform(desk, decideApproval, { ...body, id: params.approval as ApprovalId }),
  ),
  route(contract.withdrawApproval, ({ desk, params, body }) =>
    perform(desk, withdrawApproval, { ...body, id: params.approval as ApprovalId }),
  ),
];
