/** Asks for something that another person has to decide: by hand, with reason and evidence. */
import type { ApprovalRefusal } from "../domain/desk/approval.ts";
import {
  type ApprovalRequest,
  judgeRequest,
  type RequestRefusal,
} from "../domain/desk/approval-request.ts";
import type { Role } from "../domain/desk/permission.ts";
import type { ApprovalId } from "../domain/values/ids.ts";
import { refuse } from "../domain/values/result.ts";
import { lockOneQuietly } from "../store/quiet-locks.ts";
import { defineAction } from "./action.ts";
import { openApproval } from "./open-approval.ts";

type Refusal = ApprovalRefusal | RequestRefusal | { readonly code: "customer_not_found" };

export const requestApproval = defineAction<
  ApprovalRequest,
  { readonly id: ApprovalId; readonly roles: readonly Role[] },
  Refusal
>({
  name: "request_approval",
  permission: "approval:request",
  async run(context, request) {
    const { tx, creditorId, today } = context;
    if (!(await lockOneQuietly(tx, creditorId, request.customer))) {
      return refuse({ code: "customer_not_found" });
    }
    const judged = judgeRequest(request, today);
    return judged.ok ? await openApproval(context, judged.value) : judged;
  },
});
