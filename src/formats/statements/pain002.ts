/** ISO 20022 pain.002: what became of payments and direct debits that were ordered. */
import type { PaymentStatus } from "../../domain/cash/statement.ts";
import { findCurrency, type Money } from "../../domain/values/money.ts";
import { ok, refuse } from "../../domain/values/result.ts";
import { broken, type FieldReader, fieldReader } from "./fields.ts";
import type { ReadStatement, SniffedFile, StatementFormat } from "./format.ts";
import { reference } from "./words.ts";
import {
  all,
  attribute,
  type Element,
  first,
  hasTag,
  parseXml,
  rawTextOf,
  textAt,
  textOf,
} from "./xml.ts";

const NAME = "pain002";
/** The message's element; the second is that of the first version. */
const MESSAGES = ["CstmrPmtStsRpt", "pain.002.001.02"];

export const pain002: StatementFormat = {
  name: NAME,
  sniff: ({ text }) => (MESSAGES.some((message) => hasTag(text, message)) ? "sure" : "no"),
  read: readPain002,
};

export function readPain002(file: SniffedFile): ReadStatement {
  const parsed = parseXml(file, NAME);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const paths = MESSAGES.flatMap((message) => [`Document/${message}`, message]);
  const root = paths.map((path) => first(value, path)).find((found) => found !== null);
  const group = root && (first(root, "OrgnlGrpInfAndSts") ?? first(root, "OrgnlGrpRefInfAndSts"));
  if (!root || !group) return refuse(broken(NAME, null, "structure"));
  const fields = fieldReader(NAME, "decimal");
  const statuses = statusesOf(fields, root, group);
  const refusal = fields.refusal();
  if (refusal !== null) return refuse(refusal);
  return ok({ format: NAME, statements: [], statuses });
}

/** One level of the report: the group, a batch in it, or a single payment. */
type Level = {
  readonly status: string;
  readonly element: Element;
  readonly references: readonly string[];
};

/**
 * The payments named singly. A batch or the whole group is told as well where it is refused, or
 * where nothing below it says more.
 */
function statusesOf(fields: FieldReader, root: Element, group: Element): readonly PaymentStatus[] {
  const messageId = referencesAt(group, "OrgnlMsgId");
  const batches = all(root, "OrgnlPmtInfAndSts").map((element) => ({
    status: textAt(element, "PmtInfSts"),
    element,
    references: [...referencesAt(element, "OrgnlPmtInfId"), ...messageId],
  }));
  const whole = { status: textAt(group, "GrpSts"), element: group, references: messageId };
  const loose = paymentsOf({ ...whole, element: root });
  const below = batches.flatMap((batch) => withOwn(batch, paymentsOf(batch)));
  return withOwn(whole, [...below, ...loose]).map((level, index) =>
    paymentStatus(fields, level, index + 1),
  );
}

const withOwn = (level: Level, below: readonly Level[]): readonly Level[] =>
  level.status !== "" && (below.length === 0 || REFUSED.has(level.status))
    ? [level, ...below]
    : below;

const paymentsOf = ({ element, references }: Level): readonly Level[] =>
  all(element, "TxInfAndSts").map((payment) => ({
    status: textAt(payment, "TxSts"),
    element: payment,
    references: [
      ...referencesAt(payment, "OrgnlEndToEndId"),
      ...referencesAt(payment, "OrgnlInstrId"),
      ...referencesAt(payment, "OrgnlTxId"),
      ...references,
    ],
  }));

function referencesAt(element: Element, path: string): readonly string[] {
  const found = reference(textAt(element, path));
  return found === null ? [] : [found];
}

/** Rejected, cancelled or blocked; everything else goes on or waits. */
const REFUSED = new Set(["RJCT", "CANC", "BLCK"]);
/** Answers to the check of the payee's name (2025): they name no reason but are one. */
const NAME_CHECKS = new Set(["RCVC", "RVNM", "RVMC", "RVNA"]);

function paymentStatus(fields: FieldReader, level: Level, line: number): PaymentStatus {
  const { status, element, references } = level;
  const reasons = all(element, "StsRsnInf");
  const codes = reasons.flatMap((reason) => {
    const code = textAt(reason, "Rsn/Cd", "Rsn/Prtry", "StsRsn/Cd", "StsRsn/Prtry");
    return code === "" ? [] : [code];
  });
  return {
    line,
    accepted: !REFUSED.has(status),
    codes: NAME_CHECKS.has(status) ? [...codes, status] : codes,
    text:
      reasons
        .map(additionalText)
        .filter((text) => text !== "")
        .join(" ") || null,
    references,
    amount: amountOf(fields, element, line),
  };
}

/** A line of 105 characters is full: the bank cut there, often in the middle of a word. */
const FULL_LINE = 100;

function additionalText(reason: Element): string {
  let text = "";
  let before = FULL_LINE;
  const pieces = [...all(reason, "AddtlInf"), ...all(reason, "AddtlStsRsnInf")];
  for (const piece of pieces.map(rawTextOf)) {
    text += before >= FULL_LINE ? piece : ` ${piece.trimStart()}`;
    before = piece.length;
  }
  return text.trim();
}

/** The amount of the order, where the report repeats it in a currency that we book. */
function amountOf(fields: FieldReader, element: Element, line: number): Money | null {
  const told =
    first(element, "OrgnlTxRef/Amt/InstdAmt") ?? first(element, "OrgnlTxRef/IntrBkSttlmAmt");
  const unit = told === null ? null : findCurrency(attribute(told, "Ccy"));
  return unit === null ? null : fields.amount(textOf(told), unit, line);
}
