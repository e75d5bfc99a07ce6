/** The fixed words of a meeting's pack in each language. */
import type { Role } from "../domain/desk/permission.ts";

type Heads = readonly [string, ...string[]];

export type MeetingWording = {
  readonly title: string;
  readonly attendees: string;
  readonly notHeld: string;
  readonly day: string;
  readonly since: string;
  readonly next: string;
  readonly none: string;
  readonly of: (shown: number, count: number) => string;
  readonly rest: string;
  readonly note: string;
  readonly sections: Readonly<
    Record<
      "totals" | "top" | "fresh" | "broken" | "missed" | "disputes" | "escalations" | "decisions",
      string
    >
  > & { readonly decided: string };
  readonly heads: {
    readonly totals: Heads;
    readonly top: Heads;
    readonly fresh: Heads;
    readonly broken: Heads;
    readonly missed: Heads;
    readonly tasks: Heads;
  };
  readonly states: Readonly<Record<"open" | "done" | "cancelled", string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly roles: Readonly<Partial<Record<Role, string>>>;
};

const zh: MeetingWording = {
  title: "催收工作会议资料",
  attendees: "参会人：",
  notHeld: "尚未召开",
  day: "会议日期",
  since: "上次会议",
  next: "下次会议",
  none: "无",
  of: (shown, count) => `（列出 ${shown} 项，共 ${count} 项）`,
  rest: "其余客户逾期合计：",
  note: "会议纪要",
  sections: {
    totals: "一、应收与逾期总额",
    top: "二、逾期金额最大的客户",
    fresh: "三、上次会议以来新增逾期",
    broken: "四、落空的付款承诺",
    missed: "五、逾期未付的分期",
    disputes: "六、超过答复期限的争议",
    escalations: "七、尚未答复的升级",
    decisions: "八、此前决议的落实情况",
    decided: "九、本次会议决议",
  },
  heads: {
    totals: ["币种", "应收余额", "逾期金额", "逾期客户数"],
    top: ["客户", "负责人", "币种", "逾期金额", "最长逾期天数"],
    fresh: ["客户", "负责人", "币种", "新增逾期", "笔数", "最早到期"],
    broken: ["客户", "负责人", "币种", "承诺金额", "承诺日", "判定日"],
    missed: ["客户", "负责人", "协议", "期次", "币种", "未付金额", "到期日"],
    tasks: ["客户", "事项", "责任人", "期限", "状态"],
  },
  states: { open: "未办", done: "已办", cancelled: "已取消" },
  kinds: { dispute: "争议处理", escalation: "升级", meeting: "会议决议" },
  roles: {
    credit_manager: "信用经理",
    senior_collector: "高级催收专员",
    collector: "催收专员",
    finance: "财务",
    cashier: "出纳",
    sales: "销售",
    legal: "法务",
    executive: "高管",
  },
};

const en: MeetingWording = {
  title: "Collection meeting pack",
  attendees: "Attended by: ",
  notHeld: "not held yet",
  day: "Meeting",
  since: "Meeting before",
  next: "Next meeting",
  none: "None",
  of: (shown, count) => ` (${shown} of ${count})`,
  rest: "Past due of all other customers: ",
  note: "Minutes",
  sections: {
    totals: "1. Receivables and past due",
    top: "2. Largest debts past due",
    fresh: "3. New past due since the meeting before",
    broken: "4. Broken promises",
    missed: "5. Missed instalments",
    disputes: "6. Disputes past their deadline",
    escalations: "7. Escalations not answered",
    decisions: "8. Earlier decisions and what became of them",
    decided: "9. Decisions of this meeting",
  },
  heads: {
    totals: ["Currency", "Balance", "Past due", "Customers late"],
    top: ["Customer", "Owner", "Cur.", "Past due", "Oldest days"],
    fresh: ["Customer", "Owner", "Cur.", "New past due", "Items", "First due"],
    broken: ["Customer", "Owner", "Cur.", "Promised", "Pay by", "Judged"],
    missed: ["Customer", "Owner", "Agreement", "No.", "Cur.", "Unpaid", "Due"],
    tasks: ["Customer", "What", "Who", "Due", "State"],
  },
  states: { open: "open", done: "done", cancelled: "cancelled" },
  kinds: { dispute: "Dispute to settle", escalation: "Escalation", meeting: "Decision" },
  roles: {
    credit_manager: "Credit manager",
    senior_collector: "Senior collector",
    collector: "Collector",
    finance: "Finance",
    cashier: "Cashier",
    sales: "Sales",
    legal: "Legal",
    executive: "Executive",
  },
};

export const MEETING_WORDING: Readonly<Record<"zh" | "en", MeetingWording>> = { zh, en };
