/** Rows of contracts, with the papers that a row links to them. */
import type { ContractRow, LinkedDocument } from "../../domain/book/import-row.ts";
import { type Rate, rate } from "../../domain/values/money.ts";
import {
  APPROPRIATION_WORDS,
  CREDITOR_SIZE_WORDS,
  DEBT_WORDS,
  DEBTOR_SIZE_WORDS,
} from "./choices.ts";
import type { Cell, RowReader } from "./row-reader.ts";
import { readTermsDays } from "./terms.ts";
import { readWhose } from "./whose.ts";

/** Reads one contract; null when number or customer is missing. */
export function readContract(row: RowReader): ContractRow | null {
  const whose = readWhose(row);
  const number = row.needed("number", row.number("number"));
  if (whose === null || number === null) return null;
  return {
    line: row.line,
    ...whose,
    number,
    signedOn: row.day("signed_on"),
    termsText: row.text("terms_text"),
    termsDays: readTermsDays(row),
    lateClause: row.text("late_clause"),
    lateRate: readLateRate(row),
    appropriation: row.choice("appropriation", APPROPRIATION_WORDS),
    appropriationText: row.text("appropriation_text"),
    debtStructure: row.choice("debt_structure", DEBT_WORDS),
    creditorSize: row.choice("creditor_size", CREDITOR_SIZE_WORDS),
    debtorSize: row.choice("debtor_size", DEBTOR_SIZE_WORDS),
    guarantee: row.text("guarantee"),
    serviceAddress: row.text("service_address"),
    returnChargeClause: row.text("return_charge_clause"),
    documents: readDocuments(row),
  };
}

function readDocuments(row: RowReader): readonly LinkedDocument[] {
  const invoiceNumber = row.number("invoice_number") ?? null;
  const linked = (kind: LinkedDocument["kind"], numberField: string, dayField: string) => {
    const number = row.number(numberField);
    const datedOn = row.day(dayField) ?? null;
    return number ? [{ kind, number, datedOn, invoiceNumber }] : [];
  };
  return [
    ...linked("order", "order_number", "order_on"),
    ...linked("delivery", "delivery_number", "delivery_on"),
    ...linked("acceptance", "acceptance_number", "acceptance_on"),
  ];
}

const PARTS_PER_UNIT: Readonly<Record<string, bigint>> = {
  "%": 10_000_000n,
  "‰": 1_000_000n,
  "‱": 100_000n,
};
const RATE = new RegExp(
  "^(日|每日|每天|按日|年|每年|年化|年利率)?\\s*(万分之|千分之|百分之)?\\s*" +
    "(\\d{1,4})(?:\\.(\\d{1,6}))?\\s*(%|‰|‱)?\\s*(?:/|每|per|a)?\\s*" +
    "(日|天|day|年|year|annum)?$",
  "i",
);
const IN_WORDS: Readonly<Record<string, string>> = { 万分之: "‱", 千分之: "‰", 百分之: "%" };

/**
 * A rate with its period: "0.05%/日", "每日万分之五", "年 14.6%". Without a period
 * it would be a guess by the factor 365, so it is refused.
 */
export function readRate(text: string): Rate | null {
  const digits = text
    .normalize("NFKC")
    .replace(/[一二三四五六七八九]/g, (digit) => String("一二三四五六七八九".indexOf(digit) + 1));
  const match = RATE.exec(digits.trim());
  if (match === null) return null;
  const [, before = "", words = "", whole = "0", fraction = "", sign = "", after = ""] = match;
  const parts = PARTS_PER_UNIT[IN_WORDS[words] ?? sign];
  const period = before + after;
  if (parts === undefined || period === "" || (words !== "" && sign !== "")) return null;
  const scaled = BigInt(whole + fraction.padEnd(6, "0")) * parts;
  return rate(scaled / 1_000_000n, /日|天|day/i.test(period) ? "day" : "year");
}

function readLateRate(row: RowReader): Cell<Rate> {
  const text = row.text("late_rate");
  if (text === null || text === undefined) return text;
  return readRate(text) ?? row.refuse("late_rate", { code: "rate_unreadable", text });
}
