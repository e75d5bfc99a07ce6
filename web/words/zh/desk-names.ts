/** Chinese names of what is approved, of tasks and of the levels at the debtor. */
import type { ApprovalKind, ApprovalState } from "../../../src/domain/desk/approval.ts";
import type { TaskKind, TaskState } from "../../../src/domain/desk/task.ts";
import type { DebtorLevel } from "../../../src/domain/strategy/policy-escalation.ts";

export const approvalKinds: Readonly<Record<ApprovalKind | "receipt_claim", string>> = {
  repayment_plan: "还款计划",
  extension: "展期",
  discount: "提前付款优惠",
  write_off: "坏账转销",
  credit_limit: "调整信用额度",
  delivery_stop: "停止发货",
  third_party: "委托律所或代理机构",
  sale: "出售债权",
  blacklist: "内部信用冻结",
  outside_hours: "非工作时间联系",
  refund: "退款",
  receipt_claim: "回款认领",
};

export const approvalStates: Readonly<Record<ApprovalState, string>> = {
  requested: "待审批",
  approved: "已批准",
  refused: "已拒绝",
  withdrawn: "已撤回",
};

export const taskKinds: Readonly<Record<TaskKind, string>> = {
  task: "任务",
  escalation: "升级",
  dispute: "争议处理",
  complaint: "投诉待答复",
  carry_out: "审批后办理",
  visit: "拜访",
  agreement: "协议跟进",
  meeting: "会议决议",
};

export const taskStates: Readonly<Record<TaskState, string>> = {
  open: "未办",
  done: "已办",
  cancelled: "已取消",
};

export const debtorLevels: Readonly<Record<DebtorLevel, string>> = {
  clerk: "经办人",
  finance_head: "财务负责人",
  legal_rep: "法定代表人",
};
