/** Cases of late customers: the list, why they are late, and the acts that order the work. */
import { z } from "zod";
import { DEBTOR_LEVELS, REASON_NATURES } from "../domain/desk/case.ts";
import { OVERDUE_REASONS } from "../domain/desk/contact-log.ts";
import { WORK_KINDS } from "../domain/desk/work-kind.ts";
import { endpoint } from "./endpoint.ts";
import {
  Because,
  Can,
  CustomerBrief,
  DayIn,
  Id,
  Reason,
  WindowQuery,
  WireDay,
  WireMoney,
  Words,
} from "./scalars.ts";

export const CaseStage = z.enum(["early", "middle", "late", "legal"]);
export const LateReason = z.enum(OVERDUE_REASONS);
export const WorkKind = z.enum(WORK_KINDS);
const Person = z.object({ id: Id, name: z.string() });

/** Priority in points; each part with its reason and the facts behind it. */
export const Priority = z
  .object({
    points: z.number(),
    parts: z.array(z.object({ code: z.string(), points: z.number(), because: Reason })),
  })
  .meta({ id: "Priority" });
export type Priority = z.infer<typeof Priority>;

/** Why the customer is late; the nature follows: 客观, 主观, or a dispute of its own kind. */
const CaseReason = z.object({
  reason: LateReason,
  nature: z.enum(REASON_NATURES),
  note: z.string().nullable(),
  on: WireDay,
  /** Null: told by an earlier version. */
  by: z.string().nullable(),
});

/** On the list again from `until` on, or earlier when a promise breaks or money comes in. */
const Snooze = z.object({ until: WireDay, reason: z.string(), by: z.string() });

export const CollectionCase = z
  .object({
    id: Id,
    openedOn: WireDay,
    closedOn: WireDay.nullable(),
    stage: CaseStage,
    reason: CaseReason.nullable(),
    /** How high up at the debtor we have got: 经办人, 财务负责人, 法定代表人. */
    debtorLevel: z.enum(DEBTOR_LEVELS),
    /** What is past due, a sum per currency. */
    overdue: z.array(WireMoney),
    oldestDueOn: WireDay.nullable(),
    oldestDays: z.number(),
    overdueItems: z.number(),
    priority: Priority,
    /** What is to be done first, and from which day on; null: nothing is foreseen. */
    next: z
      .object({ kind: WorkKind, on: WireDay, at: z.string().nullable(), because: Because })
      .nullable(),
    snoozed: Snooze.nullable(),
    callBack: z
      .object({ on: WireDay, at: z.string().nullable(), note: z.string().nullable() })
      .nullable(),
    version: z.number(),
  })
  .meta({ id: "CollectionCase" });
export type CollectionCase = z.infer<typeof CollectionCase>;

export const CaseCan = z
  .object({ setReason: Can, snooze: Can, wake: Can, callBack: Can, cancelCallBack: Can })
  .meta({ id: "CaseCan" });

export const CaseRow = CollectionCase.extend({
  customer: CustomerBrief,
  owner: Person.nullable(),
  group: Person.nullable(),
  can: CaseCan,
}).meta({ id: "CaseRow" });
export type CaseRow = z.infer<typeof CaseRow>;

export const CASE_SORTS = [
  "points",
  "overdue",
  "oldest",
  "opened",
  "next",
  "name",
  "owner",
] as const;

const CaseFilter = {
  state: z.enum(["open", "closed", "all"]).default("open"),
  stage: CaseStage.optional(),
  /** A person's id, `me`, or `none`: nobody answers for the customer. */
  owner: z.union([z.enum(["me", "none"]), Id]).optional(),
  /** `none`: nobody has found out yet. */
  reason: z.union([z.literal("none"), LateReason]).optional(),
  snoozed: z.enum(["yes", "no"]).optional(),
  group: Id.optional(),
  search: z.string().trim().max(100).optional(),
  sort: z.enum(CASE_SORTS).default("points"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  /** The currency whose sums sort by `overdue`; the creditor's own unless said. */
  currency: z.string().length(3).optional(),
};

export const cases = endpoint({
  name: "cases",
  method: "get",
  path: "/api/creditors/{creditor}/cases",
  summary: "Cases of late customers: by stage, owner, reason, snoozed or closed",
  access: "book:read",
  query: z.object({ ...CaseFilter, ...WindowQuery }),
  answer: z.object({
    day: WireDay,
    total: z.number(),
    rows: z.array(CaseRow),
    /** Of all cases that the filter finds, in each stage, whatever the window shows. */
    stages: z.array(z.object({ stage: CaseStage, cases: z.number() })),
    /** What is past due in all cases that the filter finds. */
    overdue: z.array(WireMoney),
  }),
});

export const casesCsv = endpoint({
  name: "casesCsv",
  method: "get",
  path: "/api/creditors/{creditor}/cases.csv",
  summary: "The cases that the filter finds, as CSV",
  access: "book:read",
  query: z.object({ ...CaseFilter, language: z.enum(["zh", "en"]).default("zh") }),
  answer: "text/csv; charset=utf-8",
});

export const caseReasons = endpoint({
  name: "caseReasons",
  method: "get",
  path: "/api/creditors/{creditor}/case-reasons",
  summary: "Cases by the reason for being late, with what is overdue",
  access: "book:read",
  query: z.object({ state: z.enum(["open", "closed", "all"]).default("open") }),
  answer: z.object({
    day: WireDay,
    total: z.number(),
    rows: z.array(
      z.object({
        /** Null: nobody has found out yet. */
        reason: LateReason.nullable(),
        nature: z.enum(REASON_NATURES).nullable(),
        cases: z.number(),
        overdue: z.array(WireMoney),
        /** Days past due of the oldest claim in it; null: none is open. */
        oldestDays: z.number().nullable(),
        /** Days that its closed cases were open, on average; null: none is closed. */
        averageDays: z.number().nullable(),
      }),
    ),
  }),
});

/** Groups of companies with anything overdue, the largest first. */
export const caseGroups = endpoint({
  name: "caseGroups",
  method: "get",
  path: "/api/creditors/{creditor}/case-groups",
  summary: "Groups of customers with open cases, and what they owe past due together",
  access: "book:read",
  answer: z.object({
    groups: z.array(
      z.object({
        group: Person,
        companies: z.number(),
        cases: z.number(),
        overdue: z.array(WireMoney),
        oldestDays: z.number(),
        points: z.number(),
      }),
    ),
  }),
});

export const groupWork = endpoint({
  name: "groupWork",
  method: "get",
  path: "/api/creditors/{creditor}/groups/{group}/work",
  summary: "The companies of a group, worked as one: sums, cases, and what is next at each",
  access: "book:read",
  answer: z.object({
    group: Person,
    day: WireDay,
    balance: z.array(WireMoney),
    overdue: z.array(WireMoney),
    companies: z.array(
      z.object({
        customer: CustomerBrief,
        owner: Person.nullable(),
        balance: z.array(WireMoney),
        overdue: z.array(WireMoney),
        oldestDays: z.number(),
        case: CollectionCase.nullable(),
      }),
    ),
  }),
});

/** All cases that a customer ever had, the newest first. */
export const customerCases = endpoint({
  name: "customerCases",
  method: "get",
  path: "/api/creditors/{creditor}/customers/{customer}/cases",
  summary: "A customer's cases, the open one and those before it",
  access: "book:read",
  answer: z.object({ cases: z.array(CollectionCase) }),
});

export const setCaseReason = endpoint({
  name: "setCaseReason",
  method: "put",
  path: "/api/creditors/{creditor}/customers/{customer}/case/reason",
  summary: "Say why the customer is late",
  access: "case:work",
  body: z.object({ reason: LateReason, note: Words(1000).nullable().default(null) }),
  answer: z.object({ id: Id }),
});

export const snoozeCase = endpoint({
  name: "snoozeCase",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/case/snooze",
  summary: "Take a customer off the list until a day, with the reason",
  access: "case:work",
  body: z.object({ until: DayIn, reason: Words(400) }),
  answer: z.object({ id: Id }),
});

export const wakeCase = endpoint({
  name: "wakeCase",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/case/wake",
  summary: "Undo a snooze",
  access: "case:work",
  answer: z.object({ id: Id }),
});

/** An hour as `HH:MM`. */
const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const scheduleCallBack = endpoint({
  name: "scheduleCallBack",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/case/call-back",
  summary: "Call back on a day, at an hour where one is agreed",
  access: "case:work",
  body: z.object({
    on: DayIn,
    at: Hour.nullable().default(null),
    note: Words(400).nullable().default(null),
  }),
  answer: z.object({ id: Id }),
});

export const cancelCallBack = endpoint({
  name: "cancelCallBack",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/case/call-back/cancel",
  summary: "Take a call-back back",
  access: "case:work",
  answer: z.object({ id: Id }),
});
