/** What each page keeps in its URL: filters, sort, tab, opened row. Unknown values fall away. */
import { APPROVAL_KINDS } from "../src/domain/desk/approval.ts";
import { OVERDUE_REASONS } from "../src/domain/desk/contact-log.ts";
import { TASK_KINDS } from "../src/domain/desk/task.ts";
import { WORK_KINDS } from "../src/domain/desk/work-kind.ts";

type Raw = Record<string, unknown>;

const oneOf = <const Choice extends string>(value: unknown, choices: readonly Choice[]) =>
  choices.find((choice) => choice === value);

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== ""
    ? value
    : typeof value === "number"
      ? `${value}`
      : undefined;

const day = (value: unknown): string | undefined =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

/** Leaves out what isn't set, so that URLs stay short. */
function only<Search extends object>(
  search: Search,
): { [Key in keyof Search]?: NonNullable<Search[Key]> } {
  const set = Object.entries(search).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as { [Key in keyof Search]?: NonNullable<Search[Key]> };
}

/** The token that start printed in its link. */
export const firstAdministratorSearch = (raw: Raw) => only({ token: text(raw["token"]) });

export const TODAY_SHOWS = ["to_do", "done", "snoozed"] as const;
export const TODAY_WHOSE = ["mine", "team", "all"] as const;
export const CASE_STAGES = ["early", "middle", "late", "legal"] as const;
/** `none`: nobody has found out yet. */
export const CASE_REASONS = ["none", ...OVERDUE_REASONS] as const;

/** What the company's identity provider could not do. */
export const signInSearch = (raw: Raw) => only({ error: text(raw["error"]) });

/** The token of the mailed link. */
export const resetPasswordSearch = (raw: Raw) => only({ token: text(raw["token"]) });

export const todaySearch = (raw: Raw) =>
  only({
    customer: text(raw["customer"]),
    show: oneOf(raw["show"], TODAY_SHOWS),
    whose: oneOf(raw["whose"], TODAY_WHOSE),
    kind: oneOf(raw["kind"], WORK_KINDS),
    stage: oneOf(raw["stage"], CASE_STAGES),
    reason: oneOf(raw["reason"], CASE_REASONS),
    group: text(raw["group"]),
    search: text(raw["search"]),
  });

export const CASE_STATES = ["open", "closed", "all"] as const;
export const CASE_VIEWS = ["cases", "groups", "reasons"] as const;
export const CASE_SORTS = [
  "points",
  "overdue",
  "oldest",
  "opened",
  "next",
  "name",
  "owner",
] as const;

export const casesSearch = (raw: Raw) =>
  only({
    view: oneOf(raw["view"], CASE_VIEWS),
    state: oneOf(raw["state"], CASE_STATES),
    stage: oneOf(raw["stage"], CASE_STAGES),
    reason: oneOf(raw["reason"], CASE_REASONS),
    owner: text(raw["owner"]),
    snoozed: oneOf(raw["snoozed"], ["yes", "no"]),
    group: text(raw["group"]),
    search: text(raw["search"]),
    sort: oneOf(raw["sort"], CASE_SORTS),
    direction: oneOf(raw["direction"], ["asc", "desc"]),
    customer: text(raw["customer"]),
  });

export const AGREED_TABS = [
  "promises",
  "repayment_plan",
  "extension",
  "discount",
  "holds",
] as const;
export const PROMISE_FILTERS = [
  "open",
  "due_today",
  "due_this_week",
  "in_grace",
  "broken",
  "kept",
  "withdrawn",
  "all",
] as const;

export const promisesSearch = (raw: Raw) =>
  only({
    tab: oneOf(raw["tab"], AGREED_TABS),
    filter: oneOf(raw["filter"], PROMISE_FILTERS),
    show: oneOf(raw["show"], ["live", "late", "all"]),
    search: text(raw["search"]),
    agreement: text(raw["agreement"]),
  });

export const CUSTOMER_SORTS = [
  "name",
  "number",
  "overdue",
  "balance",
  "oldest_days",
  "grade",
] as const;
export const CUSTOMER_FILTERS = ["all", "open", "overdue", "held", "disputed", "promised"] as const;

export const customersSearch = (raw: Raw) =>
  only({
    search: text(raw["search"]),
    sort: oneOf(raw["sort"], CUSTOMER_SORTS),
    direction: oneOf(raw["direction"], ["asc", "desc"]),
    filter: oneOf(raw["filter"], CUSTOMER_FILTERS),
    currency: text(raw["currency"]),
  });

export const CUSTOMER_TABS = [
  "timeline",
  "log",
  "items",
  "agreed",
  "disputes",
  "money",
  "contacts",
  "documents",
  "contracts",
] as const;
export type CustomerTab = (typeof CUSTOMER_TABS)[number];

export const customerSearch = (raw: Raw) =>
  only({ tab: oneOf(raw["tab"], CUSTOMER_TABS), items: oneOf(raw["items"], ["open", "all"]) });

export const ageingSearch = (raw: Raw) =>
  only({
    on: day(raw["on"]),
    by: oneOf(raw["by"], ["customer", "creditor"]),
    buckets: text(raw["buckets"]),
    currency: text(raw["currency"]),
  });

export const planSearch = (raw: Raw) =>
  only({
    day: day(raw["day"]),
    tab: oneOf(raw["tab"], ["steps", "skips"]),
    track: oneOf(raw["track"], ["reminder", "demand", "task"]),
    stage: oneOf(raw["stage"], ["pre_due", "early", "middle", "late", "legal"]),
    state: oneOf(raw["state"], ["planned", "released", "done", "dropped", "superseded"]),
    reason: text(raw["reason"]),
    open: text(raw["open"]),
  });

export const MESSAGE_STATES = [
  "queued",
  "composed",
  "sending",
  "sent",
  "uncertain",
  "failed",
  "withdrawn",
] as const;

export const outboxSearch = (raw: Raw) => only({ state: oneOf(raw["state"], MESSAGE_STATES) });

export const DISPUTE_TABS = ["disputes", "complaints", "causes"] as const;
export const DISPUTE_SHOWS = ["open", "answered", "closed", "all"] as const;
export const DEPARTMENTS_SHOWN = ["sales", "logistics", "quality", "billing"] as const;
export const DISPUTE_REASONS_SHOWN = [
  "not_received",
  "amount",
  "quality",
  "quantity",
  "delivery",
  "price",
  "other",
] as const;
export const COMPLAINT_SHOWS = ["closed", "all"] as const;
export const COMPLAINT_KINDS_SHOWN = [
  "frequency",
  "hours",
  "tone",
  "third_party",
  "privacy",
  "untrue",
  "visit",
  "other",
] as const;
export const CAUSES_BY = ["reason", "department", "customer", "month"] as const;

/** One page, three tabs: each keeps what it needs. */
export const disputesSearch = (raw: Raw) =>
  only({
    tab: oneOf(raw["tab"], DISPUTE_TABS),
    show: oneOf(raw["show"], DISPUTE_SHOWS),
    late: oneOf(raw["late"], ["yes"]),
    department: oneOf(raw["department"], DEPARTMENTS_SHOWN),
    reason: oneOf(raw["reason"], DISPUTE_REASONS_SHOWN),
    person: text(raw["person"]),
    kind: oneOf(raw["kind"], COMPLAINT_KINDS_SHOWN),
    customer: text(raw["customer"]),
    from: day(raw["from"]),
    to: day(raw["to"]),
    by: oneOf(raw["by"], CAUSES_BY),
    text: text(raw["text"]),
    dispute: text(raw["dispute"]),
    complaint: text(raw["complaint"]),
  });

export const LINE_STATES = ["open", "booked", "ignored"] as const;

export const bankLinesSearch = (raw: Raw) =>
  only({
    state: oneOf(raw["state"], LINE_STATES),
    account: text(raw["account"]),
    from: day(raw["from"]),
    to: day(raw["to"]),
    text: text(raw["text"]),
    line: text(raw["line"]),
  });

export const MATCH_WHATS = [
  "receipt",
  "unidentified",
  "duplicate",
  "return",
  "refund",
  "not_receivable",
] as const;

export const matchSearch = (raw: Raw) =>
  only({
    what: oneOf(raw["what"], MATCH_WHATS),
    text: text(raw["text"]),
    line: text(raw["line"]),
    way: oneOf(raw["way"], ["own"]),
  });

export const RECEIPT_TABS = ["receipts", "returned", "refunds", "notices"] as const;
export const RECEIPT_SHOWS = ["identified", "unapplied", "unidentified", "returned"] as const;
export const RECEIPT_METHODS = [
  "bank",
  "wechat",
  "alipay",
  "cash",
  "cheque",
  "bill",
  "erp",
] as const;

export const receiptsSearch = (raw: Raw) =>
  only({
    tab: oneOf(raw["tab"], RECEIPT_TABS),
    show: oneOf(raw["show"], RECEIPT_SHOWS),
    method: oneOf(raw["method"], RECEIPT_METHODS),
    customer: text(raw["customer"]),
    from: day(raw["from"]),
    to: day(raw["to"]),
    text: text(raw["text"]),
    receipt: text(raw["receipt"]),
  });

export const CLAIM_SHOWS = ["all", "claimed", "unclaimed"] as const;

export const claimsSearch = (raw: Raw) =>
  only({
    show: oneOf(raw["show"], CLAIM_SHOWS),
    text: text(raw["text"]),
    receipt: text(raw["receipt"]),
  });

export const APPROVAL_SHOWS = ["waiting", "asked", "decided"] as const;

export const approvalsSearch = (raw: Raw) =>
  only({
    show: oneOf(raw["show"], APPROVAL_SHOWS),
    kind: oneOf(raw["kind"], APPROVAL_KINDS),
    customer: text(raw["customer"]),
    approval: text(raw["approval"]),
  });

export const TASK_SHOWS = ["mine", "role", "opened", "all"] as const;

export const tasksSearch = (raw: Raw) =>
  only({
    show: oneOf(raw["show"], TASK_SHOWS),
    state: oneOf(raw["state"], ["open", "ended"]),
    kind: oneOf(raw["kind"], TASK_KINDS),
    late: oneOf(raw["late"], ["yes"]),
    customer: text(raw["customer"]),
    task: text(raw["task"]),
  });

export const meetingSearch = (raw: Raw) => only({ meeting: text(raw["meeting"]) });

export const BILL_STATES = [
  "held",
  "presented",
  "dishonoured",
  "recourse",
  "endorsed",
  "discounted",
  "cleared",
] as const;

export const billsSearch = (raw: Raw) =>
  only({ state: oneOf(raw["state"], [...BILL_STATES, "all"]), bill: text(raw["bill"]) });

export const IMPORT_KINDS = ["invoices", "receipts", "customers", "contacts", "contracts"] as const;

export const importSearch = (raw: Raw) => only({ kind: oneOf(raw["kind"], IMPORT_KINDS) });

export const policySearch = (raw: Raw) =>
  only({ tab: oneOf(raw["tab"], ["ladder", "text", "versions"]) });
