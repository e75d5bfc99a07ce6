/** English names of what is approved, of tasks and of the levels at the debtor. */
import type {
  approvalKinds as zhApprovalKinds,
  approvalStates as zhApprovalStates,
  debtorLevels as zhDebtorLevels,
  taskKinds as zhTaskKinds,
  taskStates as zhTaskStates,
} from "../zh/desk-names.ts";

export const approvalKinds: typeof zhApprovalKinds = {
  repayment_plan: "Repayment plan",
  extension: "Extension",
  discount: "Early-payment discount",
  write_off: "Write-off",
  credit_limit: "Credit limit",
  delivery_stop: "Stop of deliveries",
  third_party: "Law firm or agency",
  sale: "Sale of a receivable",
  blacklist: "Internal credit freeze",
  outside_hours: "Contact outside hours",
  refund: "Refund",
  receipt_claim: "Receipt claim",
};

export const approvalStates: typeof zhApprovalStates = {
  requested: "waiting",
  approved: "approved",
  refused: "refused",
  withdrawn: "withdrawn",
};

export const taskKinds: typeof zhTaskKinds = {
  task: "Task",
  escalation: "Escalation",
  dispute: "Dispute to settle",
  complaint: "Complaint to answer",
  carry_out: "To carry out",
  visit: "Visit",
  agreement: "Agreement to follow up",
  meeting: "Meeting decision",
};

export const taskStates: typeof zhTaskStates = {
  open: "open",
  done: "done",
  cancelled: "cancelled",
};

export const debtorLevels: typeof zhDebtorLevels = {
  clerk: "clerk",
  finance_head: "head of finance",
  legal_rep: "legal representative",
};
