/** Chinese sentences for what is refused about people, teams, substitutes and portfolios. */
import { fact, type Sentences } from "../facts.ts";

export const teamRefusals = {
  person_not_found: () => "没有这个用户",
  person_is_oneself: () => "不能停用自己的账号，请由另一位系统管理员操作",
  person_is_disabled: () => "该用户已经停用",
  person_is_not_disabled: () => "该用户没有停用",
  role_not_held: () => "该用户没有这个角色，请刷新后再看",
  last_administrator: () => "这是最后一位系统管理员，请先指定另一位，再做此操作",
  not_administrator_everywhere: () => "涉及其他公司，须由管理全部公司的系统管理员操作",
  colleague_not_found: () => "该人员不在本公司任职或已停用，请另选一位",
  colleague_out_of_reach: () => "该人员不在您负责的范围内，请由信用经理操作",
  team_not_found: () => "没有这个团队，可能已被解散",
  team_name_taken: (facts) => `已有名为“${fact(facts, "name")}”的团队，请换一个名称`,
  team_has_no_member: () => "这个团队还没有在岗成员，请先添加成员",
  substitute_is_absent: () => "代理人不能是本人，请另选一位",
  substitute_period_empty: () => "结束日须晚于开始日",
  substitute_period_passed: () => "这段日期已经过去，请重新选择",
  substitute_too_long: (facts) =>
    `代理期最长 92 天，最晚到 ${fact(facts, "latest")}；时间更长请移交客户`,
  substitute_circle: () => "代理人在同一时期也不在岗，且最终由本人代理，请另选一位",
  substitution_not_found: () => "没有这条代理安排",
  substitution_has_ended: (facts) => `代理已于 ${fact(facts, "until")} 结束`,
  hand_over_to_oneself: () => "移交人和接收人是同一人，请另选接收人",
  nothing_to_hand_over: () => "该人员名下没有可移交的客户",
  nothing_to_share_out: () => "没有未分配负责人的客户",
  customer_of_other_owner: (facts) =>
    `所选客户中有 ${fact(facts, "customers")} 家已不归移交人负责，请刷新后重选`,
  group_not_found: () => "没有这个客户集团",
  group_name_taken: (facts) => `已有名为“${fact(facts, "name")}”的客户集团，请换一个名称`,
} satisfies Sentences;
