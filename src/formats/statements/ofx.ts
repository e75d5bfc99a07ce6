/** OFX and QFX: Open Financial Exchange, as SGML (1.x) or XML (2.x). */
import type { PaymentMethod } from "../../domain/book/payment-method.ts";
import type { Statement, StatementEntry } from "../../domain/cash/statement.ts";
import { type Currency, isZero, type Money } from "../../domain/values/money.ts";
import { ok, refuse } from "../../domain/values/result.ts";
import { broken, type FieldReader, fieldReader, isoDay } from "./fields.ts";
import type { ReadStatement, SniffedFile, StatementFormat } from "./format.ts";
import { lenientText } from "./lenient-text.ts";
import { nodesOf, type OfxNode, ofxTree, valueAt } from "./ofx-tree.ts";
import { statementsByCurrency } from "./statements-by-currency.ts";
import { accountOf, joined, reference } from "./words.ts";

const NAME = "ofx";

export const ofx: StatementFormat = {
  name: NAME,
  sniff: ({ head }) => (/<OFX>|^\s*OFXHEADER:|<\?OFX\s/i.test(head) ? "sure" : "no"),
  read: readOfx,
};

/** Refused: no end of the file, no statement in it, or a field that can't be read. */
export function readOfx(file: SniffedFile): ReadStatement {
  const tree = ofxTree(lenientText(file));
  if ("problem" in tree) return refuse(broken(NAME, tree.line, tree.problem));
  const parts = nodesOf(tree, "STMTRS", "CCSTMTRS");
  if (parts.length === 0) return refuse(broken(NAME, null, "structure"));
  const fields = fieldReader(NAME, "decimal");
  const statements = parts.flatMap((part) =>
    statementsByCurrency(statementOf(fields, part, file.homeCurrency)),
  );
  const refusal = fields.refusal();
  if (refusal !== null) return refuse(refusal);
  return ok({ format: NAME, statements, statuses: [] });
}

function statementOf(fields: FieldReader, part: OfxNode, home: Currency): Statement {
  const transactions = nodesOf(part, "STMTTRN");
  const told = transactions.map((one) => valueAt(one, "CURRENCY/CURSYM")).find((code) => code);
  const code = valueAt(part, "CURDEF") || told || home;
  const unit = fields.currency(code, part.line) ?? home;
  const closing = valueAt(part, "LEDGERBAL/BALAMT");
  return {
    account: accountOf(valueAt(part, "BANKACCTFROM/ACCTID") || valueAt(part, "CCACCTFROM/ACCTID")),
    owner: null,
    currency: unit,
    number: null,
    fromOn: isoDay(valueAt(part, "BANKTRANLIST/DTSTART")),
    toOn: isoDay(valueAt(part, "BANKTRANLIST/DTEND")),
    opening: null,
    closing: closing === "" ? null : fields.balance(pointed(closing), unit, part.line),
    told: null,
    entries: transactions.flatMap((one) => entryOf(fields, one, unit) ?? []),
  };
}

/** Amounts are signed: below zero money went out, whatever the type says. */
function entryOf(fields: FieldReader, node: OfxNode, home: Currency): StatementEntry | null {
  const { line } = node;
  if (node.children.filter(({ name }) => name === "TRNAMT").length > 1) {
    return fields.note(broken(NAME, line, "structure"));
  }
  const amount = amountOf(fields, node, home);
  const bookedOn = fields.day(valueAt(node, "DTPOSTED"), line);
  if (amount === null || bookedOn === null || isZero(amount)) return null;
  const valueDay = valueAt(node, "DTAVAIL") || valueAt(node, "VALUEDATE");
  return {
    line,
    bookedOn,
    valueOn: isoDay(valueDay) ?? bookedOn,
    amount,
    counterName: joined([valueAt(node, "NAME") || valueAt(node, "PAYEE/NAME")]),
    counterAccount: accountOf(
      valueAt(node, "BANKACCTTO/ACCTID") || valueAt(node, "CCACCTTO/ACCTID"),
    ),
    counterBank: joined([valueAt(node, "BANKACCTTO/BANKID")]),
    bankReference: reference(valueAt(node, "FITID")),
    payerReference: reference(valueAt(node, "REFNUM")) ?? reference(valueAt(node, "CHECKNUM")),
    remark: joined([valueAt(node, "MEMO")]),
    method: methodOf(valueAt(node, "TRNTYPE").toUpperCase()),
    returned: null,
  };
}

/** In the currency of the account, unless the transaction names the one it is in. */
function amountOf(fields: FieldReader, node: OfxNode, home: Currency): Money | null {
  const code = valueAt(node, "CURRENCY/CURSYM");
  const unit = code === "" ? home : fields.currency(code, node.line);
  return unit && fields.amount(pointed(valueAt(node, "TRNAMT")), unit, node.line);
}

/**
 * `-12,50` and `1.234,56` with a point; `1,234.56` without its commas. `1,234` may be either and
 * stays as it is, to be refused.
 */
function pointed(text: string): string {
  if (/^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d{1,2}$/.test(text)) {
    return text.replaceAll(".", "").replace(",", ".");
  }
  return /^[+-]?\d{1,3}(?:,\d{3})+\.\d{1,2}$/.test(text) ? text.replaceAll(",", "") : text;
}

function methodOf(type: string): PaymentMethod {
  if (type === "CHECK") return "cheque";
  return type === "CASH" ? "cash" : "bank";
}
