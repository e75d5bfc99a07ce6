/** The letter: the facts it states, frozen as JSON when it is released and never computed again. */
import { addDays, type PlainDate, type WorkCalendar, workingDayFrom } from "../values/calendar.ts";
import {
  amountText,
  type Currency,
  compare,
  isPositive,
  type Money,
  totalsByCurrency,
} from "../values/money.ts";
import { assert } from "../values/result.ts";

export const LETTER_TEMPLATES = [
  "pre-due-reminder",
  "first-demand",
  "second-demand",
  "formal-demand",
  "final-notice",
  "invoice-copy",
  "payment-returned",
] as const;

export type LetterTemplate = (typeof LETTER_TEMPLATES)[number];
export type LetterLanguage = "zh" | "en";

export type LetterCreditor = {
  readonly name: string;
  readonly nameEn: string | null;
  readonly uscc: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly bankName: string | null;
  readonly bankAccount: string | null;
};

export type LetterCustomer = {
  readonly number: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly uscc: string | null;
  readonly address: string | null;
};

/** Who writes and whom to ask: the collector, or only the department when null. */
export type LetterSender = {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** An amount as the letter shows it: "1250.00", the currency's own decimals. */
export type LetterAmount = { readonly amount: string; readonly currency: Currency };

/** `days` past due, negative before the due day; `chased` is what this letter asks for. */
export type LetterItem = {
  readonly number: string;
  readonly reference: string | null;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly days: number;
  readonly currency: Currency;
  readonly amount: string;
  readonly open: string;
  readonly chased: string;
};

/** A payment that came back, as its letter tells it; the clause lets us claim the bank's charge. */
type Returned<Amount> = {
  readonly kind:
    | "bank_return"
    | "bounced_cheque"
    | "dishonoured_bill"
    | "chargeback"
    | "direct_debit_return";
  readonly amount: Amount;
  readonly receivedOn: PlainDate;
  readonly returnedOn: PlainDate;
  /** The bank's own words. */
  readonly reason: string | null;
  readonly charge: { readonly amount: Amount; readonly clause: string } | null;
};
export type LetterReturn = Returned<LetterAmount>;

/** Everything a letter says. Plain JSON: it is stored in `message.facts`. */
export type LetterFacts = {
  readonly template: LetterTemplate;
  readonly language: LetterLanguage;
  readonly number: string;
  readonly writtenOn: PlainDate;
  readonly payBy: PlainDate | null;
  readonly testMode: boolean;
  readonly creditor: LetterCreditor;
  readonly customer: LetterCustomer;
  readonly recipientName: string | null;
  readonly sender: LetterSender;
  readonly items: readonly LetterItem[];
  readonly totals: readonly LetterAmount[];
  readonly unapplied: readonly LetterAmount[];
  /** Only in the letter that tells of it. */
  readonly returned?: LetterReturn;
};

export type LetterSourceItem = {
  readonly number: string;
  readonly reference: string | null;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly days: number;
  readonly amount: Money;
  readonly open: Money;
  readonly chased: Money;
};

export type LetterSource = Omit<LetterFacts, "items" | "totals" | "unapplied" | "returned"> & {
  readonly items: readonly LetterSourceItem[];
  readonly unapplied: readonly Money[];
  readonly returned?: Returned<Money>;
};

/** Calendar days from the letter to the day it asks payment by; null: it sets no day of its own. */
const PAY_WITHIN_DAYS: Readonly<Record<LetterTemplate, number | null>> = {
  "pre-due-reminder": null,
  "first-demand": 7,
  "second-demand": 7,
  "formal-demand": 7,
  "final-notice": 7,
  "invoice-copy": null,
  "payment-returned": null,
};

/**
 * The working day a demand asks payment by. Only a demand with a day interrupts the limitation
 * period beyond doubt (民法典 195(1)); a reminder before the due day has none.
 */
export function payByDay(
  template: LetterTemplate,
  writtenOn: PlainDate,
  calendar: WorkCalendar,
): PlainDate | null {
  const days = PAY_WITHIN_DAYS[template];
  return days === null ? null : workingDayFrom(calendar, addDays(writtenOn, days));
}

const shown = (amount: Money): LetterAmount => ({
  amount: amountText(amount),
  currency: amount.currency,
});

function frozenItem(item: LetterSourceItem): LetterItem {
  const { amount, open, chased, ...facts } = item;
  assert(isPositive(chased), `the letter asks for something on ${item.number}`);
  assert(compare(chased, open) <= 0, `no more than what is open is asked on ${item.number}`);
  return {
    ...facts,
    currency: chased.currency,
    amount: amountText(amount),
    open: amountText(open),
    chased: amountText(chased),
  };
}

const frozenReturn = ({ amount, charge, ...facts }: Returned<Money>): LetterReturn => ({
  ...facts,
  amount: shown(amount),
  charge: charge === null ? null : { ...charge, amount: shown(charge.amount) },
});

const oldestFirst = (left: LetterSourceItem, right: LetterSourceItem): number => {
  if (left.dueOn !== right.dueOn) return left.dueOn < right.dueOn ? -1 : 1;
  return left.number < right.number ? -1 : 1;
};

/**
 * Freezes a letter: items oldest first, one total of what is asked per currency, nothing negative
 * (a letter never shows a negative amount; unused credit is named beside the items instead).
 */
export function freezeLetter(source: LetterSource): LetterFacts {
  const { payBy, writtenOn, returned, ...rest } = source;
  assert(source.items.length > 0 || returned !== undefined, "a letter has an item");
  assert(payBy === null || payBy > writtenOn, "a letter asks payment by a day after its own");
  const items = source.items.toSorted(oldestFirst);
  return {
    ...rest,
    payBy,
    writtenOn,
    items: items.map(frozenItem),
    totals: totalsByCurrency(items.map(({ chased }) => chased)).map(shown),
    unapplied: source.unapplied.filter(isPositive).map(shown),
    ...(returned === undefined ? {} : { returned: frozenReturn(returned) }),
  };
}
