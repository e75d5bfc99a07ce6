/** An entry (Ntry) of an ISO 20022 account message; a batch with known amounts becomes several. */
import type { StatementEntry } from "../../domain/cash/statement.ts";
import type { PlainDate } from "../../domain/values/calendar.ts";
import {
  add,
  type Currency,
  findCurrency,
  isNegative,
  isZero,
  type Money,
  negate,
  parseMoney,
  zero,
} from "../../domain/values/money.ts";
import { detailsOf, returnMarkOf } from "./camt-details.ts";
import { DECIMAL, type FieldReader, unreadable } from "./fields.ts";
import { reference } from "./words.ts";
import { all, attribute, type Element, first, textAt, textOf } from "./xml.ts";

/** What an entry needs to know of the statement around it. */
export type OwnSide = {
  readonly account: string | null;
  readonly owner: string | null;
  /** For an entry that names no currency. */
  readonly unit: Currency;
  /** The message's own day, for entries that tell neither booking nor value day. */
  readonly fallbackDay: string;
  readonly line: number;
};

/**
 * The entries that a Ntry stands for: none when it is not booked yet or moves nothing, several
 * when its details carry amounts that sum to it, else one.
 */
export function camtEntries(
  fields: FieldReader,
  entry: Element,
  own: OwnSide,
): readonly StatementEntry[] {
  const amount = amountOf(fields, entry, own);
  const days = daysOf(fields, entry, own);
  const status = textAt(entry, "Sts/Cd", "Sts", "Sts/Prtry").toUpperCase();
  const pending = status !== "" && status !== "BOOK";
  if (amount === null || days === null || pending || isZero(amount)) return [];
  const shares = sharesOf(entry, amount);
  const bank = reference(textAt(entry, "AcctSvcrRef"));
  return shares.map(({ share, details }, index) => {
    const detailsBank =
      details.length === 1 ? reference(textAt(details[0] ?? {}, "Refs/AcctSvcrRef")) : null;
    const numbered = shares.length > 1 && bank !== null ? `${bank}#${index + 1}` : bank;
    const returned = returnMarkOf(entry, details);
    return {
      line: own.line,
      ...days,
      amount: share,
      ...detailsOf(entry, details, { ...own, amount: share, returned: returned !== null }),
      bankReference: (shares.length > 1 ? (detailsBank ?? numbered) : bank) ?? detailsBank,
      returned,
    };
  });
}

function amountOf(fields: FieldReader, entry: Element, { unit, line }: OwnSide): Money | null {
  const element = first(entry, "Amt");
  const code = element === null ? "" : attribute(element, "Ccy");
  const own = code === "" ? unit : fields.currency(code, line);
  if (own === null) return null;
  const size = fields.amount(textOf(element), own, line);
  const mark = textAt(entry, "CdtDbtInd");
  if (mark !== "CRDT" && mark !== "DBIT") {
    return fields.note(unreadable(fields.format, line, "mark", mark));
  }
  if (size === null) return null;
  if (isNegative(size)) {
    return fields.note(unreadable(fields.format, line, "amount", textOf(element)));
  }
  return mark === "DBIT" ? negate(size) : size;
}

function daysOf(
  fields: FieldReader,
  entry: Element,
  { fallbackDay, line }: OwnSide,
): { readonly bookedOn: PlainDate; readonly valueOn: PlainDate } | null {
  const booked = textAt(entry, "BookgDt/Dt", "BookgDt/DtTm");
  const value = textAt(entry, "ValDt/Dt", "ValDt/DtTm");
  const bookedOn = fields.day(booked || value || fallbackDay, line);
  const valueOn = fields.day(value || booked || fallbackDay, line);
  return bookedOn === null || valueOn === null ? null : { bookedOn, valueOn };
}

type Share = { readonly share: Money; readonly details: readonly Element[] };

/** The paths at which versions keep the amount of one detail, in the entry's currency. */
const DETAIL_AMOUNTS = ["Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt"];

/** A batch is taken apart only when its parts go the same way and sum to it to the cent. */
function sharesOf(entry: Element, amount: Money): readonly Share[] {
  const details = all(entry, "NtryDtls/TxDtls");
  const whole = [{ share: amount, details }];
  if (details.length < 2) return whole;
  const shares = details.flatMap((detail): readonly Share[] => {
    const share = detailAmount(detail, amount);
    return share === null || isZero(share) ? [] : [{ share, details: [detail] }];
  });
  const sum = shares.reduce((so, { share }) => add(so, share), zero(amount.currency));
  return shares.length === details.length && sum.minor === amount.minor ? shares : whole;
}

/** A detail's amount with the entry's sign; null where it goes the other way or says nothing. */
function detailAmount(detail: Element, { currency: unit, minor }: Money): Money | null {
  const element = DETAIL_AMOUNTS.map((path) => first(detail, path)).find((one) => one !== null);
  if (!element || findCurrency(attribute(element, "Ccy")) !== unit) return null;
  const text = textOf(element);
  const size = DECIMAL.test(text) ? parseMoney(text, unit) : null;
  if (!size?.ok || isNegative(size.value)) return null;
  const out = minor < 0n;
  const mark = textAt(detail, "CdtDbtInd");
  if (mark !== "" && out !== (mark === "DBIT")) return null;
  return out ? negate(size.value) : size.value;
}
