/** Chinese sentences for what is refused about contacts, attachments and visits. */
import { type Facts, fact, namesIn, type Sentences } from "../facts.ts";
import { named } from "../named.ts";

const forbidden: Readonly<Record<string, string>> = {
  relative: "亲属",
  friend: "朋友",
  classmate: "同学",
  colleague_elsewhere: "与付款无关的同事",
};
const liable: Readonly<Record<string, string>> = {
  guarantor: "保证人",
  co_debtor: "共同债务人",
  agent: "代理人",
};
const whys: Readonly<Record<string, string>> = {
  closed_day: "这一天不是工作日",
  early: "九点以前要经批准",
  evening: "十八点以后要经批准",
};
const places: Readonly<Record<string, string>> = { home: "住所", other: "经营场所以外的地点" };
const whats: Readonly<Record<string, string>> = { connected: "接通", attempts: "拨打" };

const listed = (facts: Facts): string => namesIn(facts, "exceptions", liable).join("、");

export const contactRefusals = {
  contact_not_allowed: (facts) =>
    `不能就欠款联系${named(forbidden, fact(facts, "role"))}，姓名也不能登记（${fact(facts, "law")}）；` +
    `已有书面文件的${listed(facts)}除外，请按该角色登记并附上文件`,
  contact_authority_missing: (facts) =>
    `登记${named(liable, fact(facts, "role"))}要附上保证合同、债务加入文件或授权委托书`,
  contact_opted_out: () => "此人已要求不再联系，请联系其他联系人",
  contact_not_recorded: (facts) =>
    `“${fact(facts, "name")}”还不是联系人；请先登记其角色、信息来源和依据，再写沟通记录`,
  contact_unnamed: () => "请选择与谁沟通；不在名单里的人，请先登记为联系人",
  contact_source_missing: () => "请写明联系方式从哪里得来",
  contact_basis_missing: () => "请选择保存此人信息的依据",
  contact_at_night: () => "22 点至次日 8 点不得打扰，任何人都不能批准",
  contact_outside_hours: (facts) =>
    `${named(whys, fact(facts, "why"))}；请改在工作日 9 点至 18 点，或先申请非工作时间联系`,
  contact_too_often: (facts) =>
    `今天已${named(whats, fact(facts, "what"))} ${fact(facts, "made")} 次，` +
    `每天最多 ${fact(facts, "limit")} 次；确需再打，请高级催收专员或以上人员写明理由`,
  contact_in_future: () => "沟通时间不能晚于现在",
  contact_too_long_ago: (facts) => `只能补记 ${fact(facts, "days")} 天以内的沟通`,
  contact_has_no_number: () => "此人没有登记电话",
  contact_entry_not_found: () => "没有这条沟通记录",
  contact_entry_corrected: () => "这条记录已经更正过，请更正最新的一条",
  follow_up_hour_without_day: () => "请先选回电的日期，再选时间",
  overdue_reason_missing: () => "请先选逾期原因，再写说明",
  attachment_empty: () => "文件是空的，请重新选择",
  attachment_too_large: (facts) => `附件最大 ${fact(facts, "megabytes")} MB，请压缩后再传`,
  attachment_type_unknown: () =>
    "只收图片、PDF、邮件（eml、msg）和 Word、Excel 文件；按文件内容判断，与文件名无关",
  attachment_not_found: () => "没有这个附件，或不是您上传的",
  attachment_in_use: () => "这个附件已属于一条记录，不能再改",
  visit_not_found: () => "没有这次拜访",
  visit_not_planned: () => "这次拜访已经完成或取消",
  visit_day_has_passed: (facts) => `拜访日期不能早于今天（${fact(facts, "today")}）`,
  visit_too_far_ahead: (facts) => `拜访最远安排到 ${fact(facts, "latest")}`,
  visit_needs_two: () => "上门拜访至少两人同行，可以请业务员一起去",
  visit_names_visitor_twice: (facts) => `“${fact(facts, "name")}”列了两次`,
  visit_needs_own_person: () => "同行人里至少要有一位本系统的用户，以便填写拜访报告",
  visit_place_needs_approval: (facts) =>
    `默认只去对方经营场所；去${named(places, fact(facts, "place"))}要先经批准`,
  visit_in_future: (facts) => `拜访还没有发生（今天是 ${fact(facts, "today")}）`,
  visit_before_plan: (facts) => `拜访不能早于安排的日子 ${fact(facts, "arrangedOn")}`,
  visit_report_empty: () => "请写明现场看到的情况",
} satisfies Sentences;
