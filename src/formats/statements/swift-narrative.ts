/** What a bank writes about an entry in field 86: subfields, codes between slashes, or text. */
import { accountOf, joined, reference } from "./words.ts";

export type Narrative = {
  readonly name: string | null;
  /** A payer or payee behind the one who paid; it is the one that owes. */
  readonly ultimateDebtor: string | null;
  readonly ultimateCreditor: string | null;
  readonly account: string | null;
  readonly bank: string | null;
  readonly payerReference: string | null;
  readonly remark: string | null;
  /** The German code of the kind of booking (GVC). */
  readonly kind: string | null;
  /** Why a payment came back, where the bank says so. */
  readonly returnCode: string | null;
};

const NOTHING: Narrative = {
  name: null,
  ultimateDebtor: null,
  ultimateCreditor: null,
  account: null,
  bank: null,
  payerReference: null,
  remark: null,
  kind: null,
  returnCode: null,
};

/** Lines that fill the field are cut in mid word; shorter ones end where the bank ended them. */
const FULL_LINE = 64;
const FULL_PART = 27;

/** Reads the lines of field 86; the supplementary line of field 61 belongs to the remark. */
export function narrativeOf(lines: readonly string[], supplement: readonly string[]): Narrative {
  const text = unfolded(lines, FULL_LINE);
  const separator = /^\s*\d{3}([^\w\s])\d\d/.exec(text)?.[1];
  const read =
    separator !== undefined
      ? fromSubfields(text, separator)
      : /\/(?:REMI|EREF|NAME|CNTP|ORDP|BENM|RREF)\//.test(text)
        ? fromCodes(text)
        : fromText(lines, text);
  return { ...read, remark: joined([read.remark, ...supplement]) };
}

function unfolded(parts: readonly string[], full: number): string {
  let text = "";
  let before = full;
  for (const part of parts) {
    text += before >= full || text === "" ? part : ` ${part}`;
    before = part.length;
  }
  return text;
}

/** German banks' `166?00GUTSCHRIFT?20SVWZ+…?32Name`, also with other separators. */
function fromSubfields(text: string, separator: string): Narrative {
  const parts = new Map<string, string>();
  const [kind = "", ...subfields] = text.split(separator);
  let last = "";
  for (const subfield of subfields) {
    const [, code = null, value = ""] = /^(\d\d)(.*)$/s.exec(subfield) ?? [];
    // The separator may also stand in a text.
    if (code === null) parts.set(last, `${parts.get(last) ?? ""}${separator}${subfield}`);
    else parts.set(code, (parts.get(code) ?? "") + value);
    last = code ?? last;
  }
  const some = (codes: readonly string[]) => codes.flatMap((code) => parts.get(code) ?? []);
  const purpose = unfolded(some(PURPOSE), FULL_PART);
  const sepa = sepaFields(purpose);
  return {
    name: joined([some(["32", "33"]).join("")]),
    ultimateDebtor: joined([sepa.get("ABWA")]),
    ultimateCreditor: joined([sepa.get("ABWE")]),
    account: accountOf(parts.get("31") || parts.get("38") || sepa.get("IBAN")),
    bank: joined([parts.get("30") || sepa.get("BIC")]),
    payerReference: reference(sepa.get("EREF")?.replace(/\s?MTLG:.*$/s, "")),
    remark: joined([sepa.get("SVWZ") ?? purpose]),
    kind: kind.trim(),
    returnCode:
      isoReason(purpose) ?? (/^9\d\d$/.test(parts.get("34") ?? "") ? parts.get("34")! : null),
  };
}

const PURPOSE = "20 21 22 23 24 25 26 27 28 29 60 61 62 63".split(" ");

/** `EREF+…KREF+…SVWZ+…` inside the purpose. */
function sepaFields(purpose: string): ReadonlyMap<string, string> {
  const pieces = purpose.split(/\b(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC)\+/);
  const fields = new Map<string, string>();
  for (let at = 1; at < pieces.length; at += 2) fields.set(pieces[at] ?? "", pieces[at + 1] ?? "");
  return fields;
}

const CODES =
  "EREF PREF RREF KREF REMI ORDP BENM NAME ACCT IBAN BIC CNTP TRTP TRCD MARF CSID RTRN ULTD ULTC " +
  "ULTB PURP ISDT ADDR OCMT CHGS CHRG EXCH SVCL ID";
const CODE = new RegExp(`/(${CODES.replaceAll(" ", "|")})/`);

/** `/EREF/…/REMI/…` as many banks outside Germany write it. */
function fromCodes(text: string): Narrative {
  const fields = codedFields(text);
  const [counterAccount, counterBank, counterName] = (fields.get("CNTP") ?? "").split("/");
  return {
    name: joined([fields.get("NAME") ?? fields.get("ORDP") ?? fields.get("BENM") ?? counterName]),
    ultimateDebtor: joined([fields.get("ULTD")]),
    ultimateCreditor: joined([fields.get("ULTC") ?? fields.get("ULTB")]),
    account: accountOf(fields.get("IBAN") ?? fields.get("ACCT") ?? counterAccount),
    bank: joined([fields.get("BIC") ?? counterBank]),
    payerReference: reference(fields.get("EREF")),
    remark: joined([
      fields
        .get("REMI")
        ?.replace(/^(?:USTD|STRD)\/+/, "")
        .replace(/\/+/g, "/") ?? fields.get(""),
    ]),
    kind: null,
    returnCode: fields.has("RTRN") ? (isoReason(fields.get("RTRN") ?? "") ?? "") : null,
  };
}

/** By code; what stands before the first one has the code "". */
function codedFields(text: string): ReadonlyMap<string, string> {
  const pieces = ["", ...text.split(CODE)];
  const fields = new Map<string, string>();
  for (let at = 0; at < pieces.length; at += 2) {
    const code = pieces[at] ?? "";
    const value = (pieces[at + 1] ?? "").replace(/^\/+|\/+$/g, "").trim();
    if (value !== "" && !fields.has(code)) fields.set(code, value);
  }
  return fields;
}

/** Just text; some banks begin it with the other side's IBAN and name. */
function fromText(lines: readonly string[], text: string): Narrative {
  const [, iban, name] = /^([A-Z]{2}\d{2}[A-Z0-9]{10,30})\s+(\S.*)$/.exec(lines[0] ?? "") ?? [];
  return { ...NOTHING, account: accountOf(iban), name: joined([name]), remark: joined([text]) };
}

const REASON = new RegExp(
  "\\b(?:A[CG]0[1-9]|AC1[0-9]|AM0[1-9]|BE0[1-9]|MD0[1-9]|MS0[23]|RR0[1-9]|SL0[1-9]" +
    "|[CD]NOR|FOCR|TM01)\\b",
);

/** ISO 20022's reason for a return, where one stands in the text. */
const isoReason = (text: string): string | null => REASON.exec(text)?.[0] ?? null;
