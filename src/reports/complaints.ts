/** Complaints about conduct as a sheet: what was said, who looked into it, what came of it. */
import type {
  ComplaintChannel,
  ComplaintKind,
  ComplaintOutcome,
  ComplaintState,
} from "../domain/desk/complaint.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import type { Column, Sheet, SheetWords } from "../domain/values/sheet.ts";
import { type Executor, rows, sql } from "../store/sql.ts";

export type ComplaintsAsked = {
  readonly state: ComplaintState | "all";
  /** Only open ones that were due before this day; null: all. */
  readonly dueBefore: PlainDate | null;
  readonly kind: ComplaintKind | null;
  readonly customer: CustomerId | null;
};

export type ComplaintRow = {
  readonly customerNumber: string;
  readonly customerName: string;
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly said: string;
  readonly complainant: string | null;
  readonly about: string | null;
  readonly receivedOn: PlainDate;
  readonly answerBy: PlainDate;
  readonly owner: string | null;
  readonly loggedBy: string;
  readonly outcome: ComplaintOutcome | null;
  readonly answer: string | null;
  readonly measures: string | null;
  readonly closedOn: PlainDate | null;
  readonly closedBy: string | null;
};

/** The one received last first. */
export const listComplaintRows = (
  executor: Executor,
  creditor: CreditorId,
  { state, dueBefore, kind, customer }: ComplaintsAsked,
): Promise<readonly ComplaintRow[]> =>
  rows(
    executor,
    sql<ComplaintRow>`select c.number as "customerNumber", c.name as "customerName", k.kind,
          k.channel, k.said, coalesce(n.name, k.complainant) as complainant,
          coalesce(a.name, k.about) as about, k.received_on as "receivedOn",
          k.answer_by as "answerBy", o.name as owner, k.logged_by as "loggedBy", k.outcome,
          k.answer, k.measures, k.closed_on as "closedOn", k.closed_by as "closedBy"
        from complaint k
        join customer c on c.creditor_id = k.creditor_id and c.id = k.customer_id
        left join contact n on n.creditor_id = k.creditor_id and n.id = k.contact_id
        left join app_user a on a.id = k.about_id
        left join app_user o on o.id = k.owner_id
        where k.creditor_id = ${creditor}
          and (${state} = 'all' or k.state = ${state})
          and (${dueBefore}::date is null or k.state = 'open' and k.answer_by < ${dueBefore})
          and (${kind}::text is null or k.kind = ${kind})
          and (${customer}::uuid is null or k.customer_id = ${customer})
        order by k.received_on desc, k.id desc`,
  );

const KINDS: Readonly<Record<ComplaintKind, SheetWords>> = {
  frequency: { zh: "联系过于频繁", en: "Contacted too often" },
  hours: { zh: "联系时间不当", en: "Contacted at the wrong hour" },
  tone: { zh: "言语不当", en: "Tone" },
  third_party: { zh: "联系无关人员", en: "Told others" },
  privacy: { zh: "泄露信息", en: "Privacy" },
  untrue: { zh: "陈述不实", en: "Untrue statement" },
  visit: { zh: "上门行为", en: "Visit" },
  other: { zh: "其他", en: "Other" },
};

const CHANNELS: Readonly<Record<ComplaintChannel, SheetWords>> = {
  call: { zh: "电话", en: "Call" },
  email: { zh: "邮件", en: "E-mail" },
  letter: { zh: "信函", en: "Letter" },
  visit: { zh: "当面", en: "In person" },
  portal: { zh: "客户页面", en: "Portal" },
  authority: { zh: "主管部门转来", en: "By an authority" },
  other: { zh: "其他", en: "Other" },
};

const OUTCOMES: Readonly<Record<ComplaintOutcome, SheetWords>> = {
  founded: { zh: "属实", en: "Founded" },
  unfounded: { zh: "不属实", en: "Unfounded" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
};

const column = (zh: string, en: string): Column => ({ heading: { zh, en }, kind: "text" });

export function complaintSheet(
  complaints: readonly ComplaintRow[],
  today: PlainDate,
  language: "zh" | "en",
): Sheet {
  return {
    title: { zh: `催收行为投诉 ${today}`, en: `Complaints about conduct ${today}` },
    columns: [
      ...[column("客户编号", "Customer no."), column("客户名称", "Customer")],
      ...[column("收到日", "Received"), column("来源", "How it came"), column("类别", "About")],
      ...[column("内容", "What was said"), column("投诉人", "By"), column("被投诉人", "Against")],
      ...[column("登记人", "Logged by"), column("处理人", "Owner"), column("答复期限", "Due")],
      ...[column("答复日", "Answered"), column("答复人", "Answered by")],
      ...[column("结论", "Outcome"), column("答复", "Answer"), column("措施", "Measures")],
    ],
    rows: complaints.map((row) => [
      ...[row.customerNumber, row.customerName, row.receivedOn],
      ...[CHANNELS[row.channel][language], KINDS[row.kind][language], row.said],
      ...[row.complainant, row.about, row.loggedBy, row.owner, row.answerBy, row.closedOn],
      ...[row.closedBy, row.outcome && OUTCOMES[row.outcome][language], row.answer, row.measures],
    ]),
    totals: [],
  };
}
