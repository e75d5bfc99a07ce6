/** What each page keeps in its URL: filters, sort, tab, opened row. Unknown values fall away. */
import { OVERDUE_REASONS } from "../src/domain/desk/contact-log.ts";
import { WORK_KINDS } from "../src/domain/desk/work-kind.ts";

import { day, oneOf, only, type Raw, text } from "./search-values.ts";

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
