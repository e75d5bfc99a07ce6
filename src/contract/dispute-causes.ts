/** Why customers dispute: counts, amounts and days by cause, for the quality department. */
import { z } from "zod";
import { DISPUTE_FILTER } from "./dispute.ts";
import { endpoint } from "./endpoint.ts";
import { Language, WireDay } from "./scalars.ts";

export const CAUSES_BY = ["reason", "department", "customer", "month"] as const;

const query = z.object({
  from: DISPUTE_FILTER.from,
  to: DISPUTE_FILTER.to,
  by: z.enum(CAUSES_BY).default("reason"),
});
const fileQuery = query.extend({ language: Language.default("zh") });

/** Amounts are text in the currency; days and shares are text with one decimal. */
export const DisputeCause = z.object({
  /** The reason, the department, the customer's number or the month `2026-03`. */
  key: z.string(),
  /** The customer's name; null otherwise. */
  name: z.string().nullable(),
  currency: z.string(),
  count: z.number(),
  amount: z.string(),
  credited: z.string(),
  stillDisputed: z.string(),
  /** Null: none was answered, or closed, yet. */
  answerDays: z.string().nullable(),
  closeDays: z.string().nullable(),
  late: z.number(),
  /** In percent of the count, and of the amount. */
  lateShare: z.string(),
  creditedShare: z.string(),
});

export const DisputeCauses = z.object({
  from: WireDay,
  to: WireDay,
  by: z.enum(CAUSES_BY),
  rows: z.array(DisputeCause),
  /** One a currency; `key` is empty. */
  totals: z.array(DisputeCause),
});
export type DisputeCauses = z.infer<typeof DisputeCauses>;

export const disputeCauses = endpoint({
  name: "disputeCauses",
  method: "get",
  path: "/api/creditors/{creditor}/dispute-causes",
  summary: "Disputes raised in a period by cause: count, amounts, days, late and credited share",
  access: "book:read",
  query,
  answer: DisputeCauses,
});

export const disputeCausesCsv = endpoint({
  name: "disputeCausesCsv",
  method: "get",
  path: "/api/creditors/{creditor}/dispute-causes.csv",
  summary: "The same as CSV",
  access: "book:read",
  query: fileQuery,
  answer: "text/csv",
});

export const disputeCausesXlsx = endpoint({
  name: "disputeCausesXlsx",
  method: "get",
  path: "/api/creditors/{creditor}/dispute-causes.xlsx",
  summary: "The same as an Excel sheet",
  access: "book:read",
  query: fileQuery,
  answer: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});
