/** Ageing: what is open on a day, by how late it is, per currency. */
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { DayIn, Language, WireDay } from "./scalars.ts";

/** Amounts are text in the line's currency; `amounts` has every key of `keys`. */
const Line = z.object({
  currency: z.string(),
  amounts: z.record(z.string(), z.string()),
  /** Receipts and credit memos not yet used: negative. */
  unapplied: z.string(),
  total: z.string(),
});

const query = z.object({
  on: DayIn.optional(),
  by: z.enum(["customer", "creditor"]).default("customer"),
  /** Last days of own buckets, with labels if wanted: "30,60,90" or "一月内=30,更早". */
  buckets: z.string().trim().min(1).max(300).optional(),
});

/** A file's headings are in a language. */
const fileQuery = query.extend({ language: Language.default("zh") });

export const Ageing = z.object({
  on: WireDay,
  by: z.enum(["customer", "creditor"]),
  /** Bucket keys in order: not_due, 1-30, … 365+. */
  keys: z.array(z.string()),
  totals: z.array(Line),
  rows: z.array(
    Line.extend({
      creditor: z.string(),
      /** The customer's number; null when by creditor. */
      customer: z.string().nullable(),
      customerId: z.string().nullable(),
      name: z.string(),
    }),
  ),
  /** Whether the rows sum to the ledger, per currency. */
  ties: z.boolean(),
});
export type Ageing = z.infer<typeof Ageing>;

export const ageing = endpoint({
  name: "ageing",
  method: "get",
  path: "/api/creditors/{creditor}/ageing",
  summary: "Ageing on a day",
  access: "book:read",
  query,
  answer: Ageing,
});

export const ageingCsv = endpoint({
  name: "ageingCsv",
  method: "get",
  path: "/api/creditors/{creditor}/ageing.csv",
  summary: "Ageing on a day as CSV",
  access: "book:read",
  query: fileQuery,
  answer: "text/csv",
});

export const ageingXlsx = endpoint({
  name: "ageingXlsx",
  method: "get",
  path: "/api/creditors/{creditor}/ageing.xlsx",
  summary: "Ageing on a day as an Excel sheet",
  access: "book:read",
  query: fileQuery,
  answer: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});
