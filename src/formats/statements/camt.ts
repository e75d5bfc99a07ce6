/** ISO 20022 account messages (camt.052, 053, 054): what is the same in all of them. */
import type { Statement, StatementEntry, ToldTotals } from "../../domain/cash/statement.ts";
import { type Currency, isPositive, type Money, negate } from "../../domain/values/money.ts";
import { ok, refuse } from "../../domain/values/result.ts";
import { camtEntries, type OwnSide } from "./camt-entry.ts";
import { broken, type FieldReader, fieldReader, isoDay, unreadable } from "./fields.ts";
import type { ReadStatement, SniffedFile, StatementFormat } from "./format.ts";
import { statementsByCurrency } from "./statements-by-currency.ts";
import { accountOf } from "./words.ts";
import { all, attribute, type Element, first, hasTag, parseXml, textAt, textOf } from "./xml.ts";

type Message = {
  readonly name: string;
  /** The element of the whole message, and the one that repeats once for each account. */
  readonly message: string;
  readonly part: string;
};

/** A format of this family: told apart by the message's element, whatever version or namespace. */
export const camtFormat = ({ name, message, part }: Message): StatementFormat => ({
  name,
  sniff: ({ text }) => (hasTag(text, message) ? "sure" : "no"),
  read: (file) => readCamt(file, { name, message, part }),
});

function readCamt(file: SniffedFile, { name, message, part }: Message): ReadStatement {
  const parsed = parseXml(file, name);
  if (!parsed.ok) return parsed;
  const root = first(parsed.value, `Document/${message}`) ?? first(parsed.value, message);
  const parts = root === null ? [] : all(root, part);
  if (root === null || parts.length === 0) return refuse(broken(name, null, "structure"));
  const fields = fieldReader(name, "decimal");
  const madeOn = textAt(root, "GrpHdr/CreDtTm");
  const place = { line: 0 };
  const statements = parts.flatMap((one) =>
    statementsOf(fields, one, { homeCurrency: file.homeCurrency, madeOn, place }),
  );
  const refusal = fields.refusal();
  if (refusal !== null) return refuse(refusal);
  return ok({ format: name, statements, statuses: [] });
}

type Around = {
  readonly homeCurrency: Currency;
  readonly madeOn: string;
  /** Counts the entries of the whole file: an entry's place. */
  readonly place: { line: number };
};

function statementsOf(fields: FieldReader, part: Element, around: Around): readonly Statement[] {
  const unit = currencyOf(fields, part, around);
  const balances = balancesOf(fields, part, unit, around.place.line + 1);
  const own = ownSideOf(part, unit, around);
  const { entries, counted } = entriesOf(fields, part, own, around.place);
  return statementsByCurrency({
    account: own.account,
    owner: own.owner,
    currency: unit,
    number: textAt(part, "Id") || null,
    fromOn: isoDay(textAt(part, "FrToDt/FrDtTm", "FrToDt/FrDt")),
    toOn: isoDay(textAt(part, "FrToDt/ToDtTm", "FrToDt/ToDt")) ?? balances.closedOn,
    opening: balances.opening,
    closing: balances.closing,
    told: toldOf(fields, part, unit, counted),
    entries,
  });
}

type Own = Omit<OwnSide, "line">;

const ownSideOf = (part: Element, unit: Currency, { madeOn }: Around): Own => ({
  account: accountOf(textAt(part, ...ACCOUNT_PATHS)),
  owner: textAt(part, "Acct/Ownr/Nm", "Acct/Ownr/Pty/Nm") || null,
  unit,
  fallbackDay: [textAt(part, "CreDtTm"), madeOn].find((text) => isoDay(text) !== null) ?? "",
});

/** Where versions keep the account's number. */
const ACCOUNT_PATHS = ["IBAN", "Othr/Id", "BBAN", "PrtryAcct/Id", "UPIC"].map(
  (path) => `Acct/Id/${path}`,
);

function entriesOf(fields: FieldReader, part: Element, own: Own, place: Around["place"]) {
  const entries: StatementEntry[] = [];
  const counted = { leftOut: 0, inMore: 0, outMore: 0 };
  for (const element of all(part, "Ntry")) {
    place.line += 1;
    const read = camtEntries(fields, element, { ...own, line: place.line });
    for (const one of read) entries.push(one);
    const [one] = read;
    if (one === undefined) counted.leftOut += 1;
    else counted[isPositive(one.amount) ? "inMore" : "outMore"] += read.length - 1;
  }
  return { entries, counted };
}

/** The account's own, else the first that a balance or an entry names. */
function currencyOf(fields: FieldReader, part: Element, { homeCurrency, place }: Around): Currency {
  const amounts = [...all(part, "Bal/Amt"), ...all(part, "Ntry/Amt")];
  const named = amounts.map((amount) => attribute(amount, "Ccy")).filter((code) => code !== "");
  const code = textAt(part, "Acct/Ccy") || (named[0] ?? homeCurrency);
  return fields.currency(code, place.line + 1) ?? homeCurrency;
}

type Balance = {
  readonly type: string;
  readonly amount: Money;
  readonly day: string;
  readonly ownCurrency: boolean;
};

/**
 * Opening is what was booked (OPBD, or the last closing PRCD), closing what is booked (CLBD).
 * Pages of one day in between carry two interim balances (ITBD) instead. A balance that only
 * exists in another currency is taken as a figure: then it differs and a person looks at it.
 */
function balancesOf(fields: FieldReader, part: Element, unit: Currency, line: number) {
  const balances = all(part, "Bal").flatMap((element) => balanceOf(fields, element, unit, line));
  const find = (type: string): Balance | null => {
    const found = balances.filter((balance) => balance.type === type);
    return found.find(({ ownCurrency }) => ownCurrency) ?? found[0] ?? null;
  };
  const interim = balances.filter(({ type, ownCurrency }) => type === "ITBD" && ownCurrency);
  const opening = find("OPBD") ?? find("PRCD") ?? (interim.length > 1 ? interim[0] : null);
  const closing = find("CLBD") ?? interim.at(-1) ?? null;
  return {
    opening: opening?.amount ?? null,
    closing: closing?.amount ?? null,
    closedOn: isoDay(closing?.day ?? ""),
  };
}

const BOOKED = new Set(["OPBD", "PRCD", "CLBD", "ITBD"]);

function balanceOf(
  fields: FieldReader,
  element: Element,
  unit: Currency,
  line: number,
): readonly Balance[] {
  const type = textAt(element, "Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry", "Tp/Cd").toUpperCase();
  const told = first(element, "Amt");
  if (!BOOKED.has(type)) return [];
  const size = fields.balance(textOf(told), unit, line);
  const mark = textAt(element, "CdtDbtInd");
  if (mark !== "CRDT" && mark !== "DBIT")
    fields.note(unreadable(fields.format, line, "mark", mark));
  if (size === null) return [];
  const code = told === null ? "" : attribute(told, "Ccy");
  const amount = mark === "DBIT" ? negate(size) : size;
  const day = textAt(element, "Dt/Dt", "Dt/DtTm", "Dt");
  return [{ type, amount, day, ownCurrency: code === "" || code === unit }];
}

type Counted = { readonly leftOut: number; readonly inMore: number; readonly outMore: number };

/**
 * The totals the bank states; entries that we take apart count as many. Where entries were left
 * out (pending ones), the totals may count them or not, and there is nothing to compare.
 */
function toldOf(fields: FieldReader, part: Element, unit: Currency, counted: Counted) {
  const summary = first(part, "TxsSummry");
  if (summary === null || counted.leftOut > 0) return null;
  const count = (path: string, more: number): number | null => {
    const text = textAt(summary, path);
    return /^\d{1,9}$/.test(text) ? Number(text) + more : null;
  };
  const sum = (path: string): Money | null => {
    const text = textAt(summary, path);
    return text === "" ? null : fields.balance(text, unit, 1);
  };
  const told: ToldTotals = {
    inCount: count("TtlCdtNtries/NbOfNtries", counted.inMore),
    inSum: sum("TtlCdtNtries/Sum"),
    outCount: count("TtlDbtNtries/NbOfNtries", counted.outMore),
    outSum: sum("TtlDbtNtries/Sum"),
  };
  return Object.values(told).every((one) => one === null) ? null : told;
}
