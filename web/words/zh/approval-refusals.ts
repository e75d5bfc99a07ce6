/** Chinese sentences for what is refused about approvals, tasks, escalations and meetings. */
import { fact, namesIn, type Sentences } from "../facts.ts";
import { terms } from "./terms.ts";

export const approvalRefusals = {
  approval_not_found: () => "没有这项审批",
  approval_not_in_state: () => "这项审批已有结果，不能再改；需要时请重新申请",
  approval_is_own: () => "自己的申请须由别人审批",
  approval_of_other_role: (facts) =>
    `这项申请由${namesIn(facts, "roles", terms.roles).join("、")}审批`,
  approval_of_other_person: () => "只有申请人本人可以撤回",
  approval_needs_amount: () => "请填写金额：审批人要知道批的是多少",
  approval_needs_customer: () => "请选择客户",
  approval_waits_already: () => "同样的申请正在审批中，请等结果或先撤回",
  evidence_missing: () => "请写明依据：文件编号、查证到的事实",
  blacklist_needs_end: () => "请填写截止日：内部信用冻结到期自动解除",
  blacklist_too_long: (facts) => `内部信用冻结最长一年，最晚到 ${fact(facts, "latest")}`,
  request_day_has_passed: () => "日期不能早于今天",
  permit_needs_window: () => "请填写联系人、日期和起止时间",
  permit_at_night: () => "22:00 至次日 08:00 一律不得联系，审批也不能放行",
  nobody_above: () => "升级阶梯上没有这一级，请在催收政策里设置",
  task_not_found: () => "没有这项任务",
  task_has_no_title: () => "请写明要做什么",
  task_of_nobody: () => "请指定责任人或责任部门",
  task_day_has_passed: () => "期限不能早于今天",
  task_too_far_ahead: (facts) => `期限最晚到 ${fact(facts, "latest")}`,
  task_not_open: () => "这项任务已经办结",
  task_of_other_people: () => "只有责任人、责任部门、提出人和信用经理可以处理",
  task_ends_elsewhere: () => "请在争议、投诉或拜访里办结，那里要写明结论",
  meeting_not_found: () => "没有这次会议",
  meeting_held_already: (facts) => `${fact(facts, "heldOn")} 的会议已经记录`,
  meeting_without_people: () => "请填写参会人",
  meeting_next_not_later: () => "下次会议要晚于本次",
} satisfies Sentences;
