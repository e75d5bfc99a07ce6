/** Chinese sentences for why a task or an approval is there, and what its decider must see. */
import { amount, type Facts, fact, namesIn, type Sentences } from "../facts.ts";
import { named } from "../named.ts";
import { approvalKinds, debtorLevels, taskKinds } from "./desk-names.ts";
import { departments, disputes } from "./disputes.ts";
import { terms } from "./terms.ts";

const role = (facts: Facts, key: string) => named(terms.roles, fact(facts, key));
const task = ({ title, ...facts }: Facts): string =>
  title == null ? named(taskKinds, fact(facts, "kind")) : `“${String(title)}”`;

function limits(facts: Facts): string {
  const within = [
    ...(facts["upTo"] == null ? [] : [`${amount(facts, "upTo")} 以内`]),
    ...(facts["upToDays"] == null ? [] : [`${fact(facts, "upToDays")} 天以内`]),
  ];
  return within.length === 0 ? "" : `（${within.join("、")}）`;
}

export const deskReasons: Sentences = {
  // 审批人从何而来
  approval_rule: (f) =>
    `政策：${named(approvalKinds, fact(f, "kind"))}${limits(f)}由${namesIn(f, "by", terms.roles).join("、")}审批；高管均可审批`,
  above_every_rule: (f) =>
    `政策里没有规则涵盖这项${named(approvalKinds, fact(f, "kind"))}，由高管审批`,
  // 审批人须看到的
  evidence: (f) => `依据：${fact(f, "text")}`,
  ends_by_itself: (f) => `${fact(f, "until")} 到期自动解除`,
  permit_window: (f) => `${fact(f, "day")} ${fact(f, "from")}–${fact(f, "until")}`,
  contact_named: (f) =>
    `联系人 ${fact(f, "name")}（${named(terms.contactRoles, fact(f, "role"))}）`,
  visit_at_home: () => "上门地点不在公司",
  approved: (f) =>
    f["sum"] == null
      ? `${fact(f, "by")} 已批准：${named(approvalKinds, fact(f, "kind"))}`
      : `${fact(f, "by")} 已批准：${named(approvalKinds, fact(f, "kind"))} ${amount(f, "sum")}`,
  // 任务与升级
  visit_planned: (f) => `${fact(f, "day")} ${fact(f, "at")} 拜访：${fact(f, "place")}`,
  asked_by_hand: () => "由同事安排",
  decided_in_meeting: (f) => `${fact(f, "heldOn")} 催收会议决议`,
  reassigned: (f) => `${fact(f, "on")} 由 ${fact(f, "by")} 转交：${fact(f, "reason")}`,
  raised_by_hand: (f) => `${fact(f, "by")} 提请升级：${fact(f, "reason")}`,
  task_late: (f) => `${task(f)} ${fact(f, "dueOn")} 到期未办`,
  escalation_unanswered: (f) => `${role(f, "level")} ${fact(f, "dueOn")} 前未答复`,
  passed_up: (f) => `${fact(f, "on")} 未答复，转由${role(f, "level")}处理`,
  stage_without_contact: (f) =>
    `已到${named(terms.stages, fact(f, "stage"))}，自 ${fact(f, "since")} 起从未联系上`,
  dispute_to_answer: (f) =>
    [
      `${fact(f, "item")} 有争议 ${amount(f, "amount")}`,
      `（${named(terms.disputeReasons, fact(f, "reason"))}），`,
      `由${named(departments, fact(f, "department"))}答复`,
    ].join(""),
  dispute_to_decide: (f) =>
    `${fact(f, "item")} 的争议 ${amount(f, "amount")} 已由${named(departments, fact(f, "department"))}答复，等待处理决定`,
  complaint_open: (f) =>
    disputes.complaints.warning(
      f["about"] == null ? disputes.complaints.someone : fact(f, "about"),
    ),
  complaint_to_answer: (f) => `客户投诉：${named(disputes.complaints.kinds, fact(f, "kind"))}`,
  // 客户方升级
  instalment_missed: (f) =>
    `${fact(f, "number")} 第 ${fact(f, "place")} 期 ${fact(f, "dueOn")} 未付`,
  days_without_money: (f) => `自 ${fact(f, "since")} 起超过 ${fact(f, "afterDays")} 天没有回款`,
  promises_broken: (f) => `承诺落空 ${fact(f, "broken")} 次（满 ${fact(f, "allowed")} 次即升级）`,
  debtor_level: (f) => `已升级至${named(debtorLevels, fact(f, "level"))}`,
};
