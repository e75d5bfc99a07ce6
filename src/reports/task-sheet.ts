/** The list of tasks as a sheet. */
import type { TaskKind, TaskState } from "../domain/desk/task.ts";
import type { Sheet, SheetWords } from "../domain/values/sheet.ts";

type TaskLine = {
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly customer: { readonly number: string; readonly name: string } | null;
  readonly title: string | null;
  readonly note: string | null;
  readonly assignee: { readonly name: string } | null;
  readonly role: string | null;
  readonly dueOn: string;
  readonly daysLate: number;
  readonly openedOn: string;
  readonly openedBy: string;
  readonly closedOn: string | null;
  readonly closedBy: string | null;
  readonly outcome: string | null;
};

const KINDS: Readonly<Record<TaskKind, SheetWords>> = {
  task: { zh: "任务", en: "Task" },
  escalation: { zh: "升级", en: "Escalation" },
  dispute: { zh: "争议", en: "Dispute" },
  complaint: { zh: "投诉", en: "Complaint" },
  carry_out: { zh: "审批后办理", en: "Carry out" },
  visit: { zh: "拜访", en: "Visit" },
  agreement: { zh: "协议", en: "Agreement" },
  meeting: { zh: "会议决议", en: "Meeting decision" },
};

const STATES: Readonly<Record<TaskState, SheetWords>> = {
  open: { zh: "未办", en: "open" },
  done: { zh: "已办", en: "done" },
  cancelled: { zh: "已取消", en: "cancelled" },
};

const ROLES: Readonly<Record<string, SheetWords>> = {
  credit_manager: { zh: "信用经理", en: "Credit manager" },
  senior_collector: { zh: "高级催收专员", en: "Senior collector" },
  collector: { zh: "催收专员", en: "Collector" },
  finance: { zh: "财务", en: "Finance" },
  cashier: { zh: "出纳", en: "Cashier" },
  sales: { zh: "销售", en: "Sales" },
  legal: { zh: "法务", en: "Legal" },
  executive: { zh: "高管", en: "Executive" },
};

const HEADINGS: readonly SheetWords[] = [
  { zh: "类别", en: "Kind" },
  { zh: "客户编号", en: "Customer no." },
  { zh: "客户", en: "Customer" },
  { zh: "事项", en: "Title" },
  { zh: "说明", en: "Note" },
  { zh: "责任人", en: "Assignee" },
  { zh: "责任部门", en: "Role" },
  { zh: "期限", en: "Due" },
  { zh: "逾期天数", en: "Days late" },
  { zh: "提出日", en: "Opened" },
  { zh: "提出人", en: "Opened by" },
  { zh: "状态", en: "State" },
  { zh: "办结日", en: "Ended" },
  { zh: "办结人", en: "Ended by" },
  { zh: "结果", en: "Outcome" },
];

/** A row a task, in the order given. */
export function taskSheet(lines: readonly TaskLine[], language: "zh" | "en"): Sheet {
  return {
    title: { zh: "任务", en: "Tasks" },
    columns: HEADINGS.map((heading) => ({ heading, kind: "text" as const })),
    rows: lines.map((line) => [
      KINDS[line.kind][language],
      line.customer?.number ?? null,
      line.customer?.name ?? null,
      line.title,
      line.note,
      line.assignee?.name ?? null,
      line.role === null ? null : (ROLES[line.role]?.[language] ?? line.role),
      line.dueOn,
      line.daysLate > 0 ? `${line.daysLate}` : null,
      line.openedOn,
      line.openedBy,
      STATES[line.state][language],
      line.closedOn,
      line.closedBy,
      line.outcome,
    ]),
    totals: [],
  };
}
