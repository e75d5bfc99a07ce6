/** What a payment means: which invoices it settles, what is kept off it, and what is written. */
import type { SetTruth } from "../../scripts/bench/cash-set.ts";
import type { Chance } from "../../src/demo/chance.ts";
import { numberWritten, rangeOf, runTogether, spoilt } from "./payer-numbers.ts";
import type { OpenInvoice, PayingCustomer, Year } from "./payer-year.ts";

/** A payment before the payer's name is written. */
export type Intent = Partial<SetTruth> & {
  readonly amount: number;
  /** The remark's reference; empty where the payer names nothing. */
  readonly reference: string;
  readonly unit?: string;
  /** Nothing in the line can tell it: the maker's opinion of what a person could decide. */
  readonly unclear?: boolean;
};

type Meaning = (year: Year, customer: PayingCustomer) => Intent | null;

const whole = (invoices: readonly OpenInvoice[]) =>
  invoices.map(({ id, left }) => ({ invoiceId: id, amount: left }));
const sumOf = (invoices: readonly OpenInvoice[]): number =>
  invoices.reduce((sum, { left }) => sum + left, 0);

/** Mostly one of the oldest; a payer with all before him picks any. */
function oneOf({ chance }: Year, { open }: PayingCustomer): OpenInvoice | null {
  if (open.length === 0) return null;
  const byDue = open.toSorted((left, right) => (left.due < right.due ? -1 : 1));
  const among = chance.happens(70) ? Math.ceil(open.length / 3) : open.length;
  return chance.pick(byDue.slice(0, among));
}

/** Several of them in the order of issue, neighbours more often than not. */
function severalOf({ chance }: Year, { open }: PayingCustomer, most = 6): readonly OpenInvoice[] {
  if (open.length < 2) return [];
  const count = chance.integer(2, Math.min(most, open.length));
  const from = chance.integer(0, open.length - count);
  const inOrder = open.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  if (chance.happens(60)) return inOrder.slice(from, from + count);
  const keys = inOrder.map((invoice) => ({ invoice, key: chance.integer(0, 1_000_000) }));
  const mixed = keys.toSorted((left, right) => left.key - right.key);
  return mixed.slice(0, count).map(({ invoice }) => invoice);
}

/** Others of the customer with the same open amount: as good where nothing is named. */
const twinsOf = ({ open }: PayingCustomer, { id, left, amount }: OpenInvoice): readonly string[] =>
  open
    .filter((other) => other.id !== id && other.left === left && other.amount === amount)
    .map((other) => other.id);

/** One invoice, named, spoilt or unnamed; `change` says what is kept off or added. */
function single(
  year: Year,
  customer: PayingCustomer,
  naming: "whole" | "spoilt" | "none" | "some",
  change: (invoice: OpenInvoice) => Omit<Intent, "reference"> | null,
): Intent | null {
  const { chance } = year;
  const invoice = oneOf(year, customer);
  const changed = invoice === null ? null : change(invoice);
  if (invoice === null || changed === null) return null;
  const some = chance.happens(65) ? "whole" : "none";
  const how = naming === "some" ? some : naming;
  const number = numberWritten(chance, invoice);
  const shared = number === invoice.contract && customer.sharedContract;
  const reference = { whole: number, spoilt: spoilt(chance, number), none: "" }[how];
  const named = how !== "none" && !shared;
  return { ...changed, reference, alternatives: named ? [] : twinsOf(customer, invoice) };
}

const exact = (naming: "whole" | "spoilt" | "none"): Meaning => {
  const change = (invoice: OpenInvoice) => ({
    amount: invoice.left,
    allocations: whole([invoice]),
    expected: "auto" as const,
  });
  return (year, customer) => single(year, customer, naming, change);
};

/** The invoice is settled whole although less comes. */
const short = (
  naming: "whole" | "none" | "some",
  by: (chance: Chance, left: number) => Partial<Pick<SetTruth, "fee" | "discount">>,
  word = "",
): Meaning => {
  return (year, customer) => {
    const intent = single(year, customer, naming, (invoice) => {
      const { fee = 0, discount = 0 } = by(year.chance, invoice.left);
      const amount = invoice.left - fee - discount;
      if (amount < 1 || fee + discount < 1) return null;
      return { amount, fee, discount, allocations: whole([invoice]) };
    });
    return intent === null ? null : { ...intent, reference: intent.reference + word };
  };
};

const partial = (naming: "whole" | "none"): Meaning => {
  return (year, customer) =>
    single(year, customer, naming, (invoice) => {
      const share = year.chance.pick([30, 50, 60, 70, 90]);
      const amount = Math.floor((invoice.left * share) / 100);
      if (amount < 1 || amount >= invoice.left) return null;
      return { amount, allocations: [{ invoiceId: invoice.id, amount }] };
    });
};

const overpaid: Meaning = (year, customer) =>
  single(year, customer, "some", (invoice) => {
    const step = year.chance.pick([10_000, 100_000, 500_000]);
    const amount = Math.ceil((invoice.left + 1) / step) * step;
    return { amount, allocations: whole([invoice]), onAccount: amount - invoice.left };
  });

const roundedUp: Meaning = (year, customer) =>
  single(year, customer, "some", (invoice) => {
    const onAccount = year.chance.integer(1, 5);
    return { amount: invoice.left + onAccount, allocations: whole([invoice]), onAccount };
  });

type Writing = (year: Year, invoices: readonly OpenInvoice[]) => string;

const listed: Writing = ({ chance }, invoices) =>
  invoices
    .map((one) => numberWritten(chance, one))
    .join(chance.pick(["、", ",", " ", ";", " / ", "+"]));
const together: Writing = ({ chance }, invoices) =>
  runTogether(
    chance,
    invoices.map((one) => ({ number: numberWritten(chance, one), amount: one.left })),
  );
const counted: Writing = ({ chance }, [first, ...more]) =>
  `${first?.number ?? ""}等${more.length + 1}${chance.pick(["张", "份", "笔发票"])}`;
const silent: Writing = () => "";
/** The first whole, of the others only the last digits. */
const tails: Writing = (_year, [first, ...more]) =>
  [first?.number, ...more.map(({ number }) => number.slice(-4))].join("/");

const several = (write: Writing, most = 6): Meaning => {
  return (year, customer) => {
    const invoices = severalOf(year, customer, most);
    if (invoices.length < 2) return null;
    return {
      amount: sumOf(invoices),
      allocations: whole(invoices),
      reference: write(year, invoices),
    };
  };
};

const range: Meaning = (year, customer) => {
  const inOrder = customer.open.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  if (inOrder.length < 3) return null;
  const from = year.chance.integer(0, inOrder.length - 3);
  const invoices = inOrder.slice(from, from + year.chance.integer(2, 6));
  const [first, last] = [invoices[0] as OpenInvoice, invoices.at(-1) as OpenInvoice];
  const reference = rangeOf(year.chance, first.number, last.number);
  return { amount: sumOf(invoices), allocations: whole(invoices), reference };
};

const monthTotal: Meaning = (year, customer) => {
  const month = year.chance.pick(customer.open.map(({ issued }) => issued.slice(0, 7)).concat("-"));
  const invoices = customer.open.filter(({ issued }) => issued.startsWith(month));
  if (invoices.length < 2) return null;
  const reference = customer.payer.foreign
    ? `STATEMENT ${month}`
    : year.chance.pick([`${Number(month.slice(5))}月货款`, `${month}对账款`]);
  return { amount: sumOf(invoices), allocations: whole(invoices), reference };
};

/** A swapped digit makes the number of another invoice; the amount tells the one that is meant. */
const wrongNumber: Meaning = (year, customer) => {
  const invoice = oneOf(year, customer);
  const from = year.chance.happens(50) ? customer : year.chance.pick(year.customers);
  const other = oneOf(year, from);
  if (invoice === null || other === null || other.left === invoice.left) return null;
  const reference = other.number;
  return { amount: invoice.left, allocations: whole([invoice]), reference, unclear: true };
};

const creditNet = (named: boolean): Meaning => {
  return (year, customer) => {
    const [note] = customer.notes;
    const invoice = oneOf(year, customer);
    if (note === undefined || invoice === null || invoice.left <= note.amount) return null;
    return {
      amount: invoice.left - note.amount,
      allocations: whole([invoice]),
      creditNotes: [{ creditNoteId: note.id, amount: note.amount }],
      reference: numberWritten(year.chance, invoice) + (named ? ` 扣${note.number}` : ""),
    };
  };
};

const advance = (words: readonly string[], unclear: boolean): Meaning => {
  return ({ chance }, { open }) => {
    const amount = chance.integer(1, 60) * 100_000;
    // Without a word and with the amount of a claim, nobody on earth could tell.
    if (unclear && open.some(({ left }) => left === amount)) return null;
    return { amount, onAccount: amount, reference: chance.pick(words), unclear };
  };
};

const otherCurrency: Meaning = (year, customer) => {
  const invoice = oneOf(year, customer);
  if (invoice === null || customer.currency === "CNY") return null;
  const amount = Math.round((invoice.left * year.chance.integer(69_500, 80_500)) / 10_000);
  return { amount, unit: "CNY", allocations: whole([invoice]), reference: invoice.number };
};

const fee = (chance: Chance) => ({ fee: chance.pick([500, 1000, 1550, 2000, 2500, 4500, 5000]) });
const discount = (chance: Chance, left: number) => ({
  discount: Math.round((left * chance.pick([1, 2, 3])) / 100),
});
const deduction = (chance: Chance, left: number) => ({
  discount: Math.min(Math.floor(left / 5), chance.integer(10, 3000) * 100),
});
const roundedOff = (_: Chance, left: number) => ({ discount: left % 100 });

/** Every kind of a customer's payment; null where the customer has nothing to pay that way. */
export const MEANINGS: Readonly<Record<string, Meaning>> = {
  exact_ref: exact("whole"),
  exact_garbled: exact("spoilt"),
  exact_noref: exact("none"),
  multi_ref: several(listed),
  multi_concat: several(together),
  multi_tails: several(tails, 4),
  multi_counted: several(counted),
  multi_noref: several(silent, 5),
  multi_range: range,
  month_total: monthTotal,
  fee_short: short("some", fee),
  discount_short: short("some", discount),
  discount_named: short("whole", discount, " 扣2%折扣"),
  quality_deduction: short("whole", deduction, "扣质量款"),
  rounding: short("some", roundedOff),
  rounding_up: roundedUp,
  partial_ref: partial("whole"),
  partial_noref: partial("none"),
  overpaid,
  wrong_number: wrongNumber,
  credit_note_net: creditNet(true),
  credit_note_silent: creditNet(false),
  prepayment: advance(["预付款", "定金", "合同预付30%", "DOWN PAYMENT", "ADVANCE"], false),
  silent_advance: advance([""], true),
  fx_other_ccy: otherCurrency,
};
