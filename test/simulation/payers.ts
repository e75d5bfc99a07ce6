/** A seeded year of payments with the truth of each line, broader and nastier than usual ones. */
import type { CashSet } from "../../scripts/bench/cash-set.ts";
import { addDays, plainDate } from "../../src/domain/values/calendar.ts";
import { again, follow } from "./payer-follow.ts";
import { type Intent, MEANINGS } from "./payer-kinds.ts";
import { strangerName, type WrittenPayer, writePayer } from "./payer-names.ts";
import { remarkOf } from "./payer-numbers.ts";
import { notReceivable, stranger } from "./payer-strangers.ts";
import {
  type Booked,
  bookLine,
  issueDay,
  type OpenInvoice,
  type PayingCustomer,
  startYear,
  weighted,
  type Year,
  type YearMix,
} from "./payer-year.ts";

export type PayerOptions = {
  readonly seed: string;
  readonly customers: number;
  readonly lines: number;
  readonly mix: YearMix;
  /** How many days of invoices stand before the first line; 30 where not told. */
  readonly before?: number;
  /** On how many days the lines come; 365 where not told. */
  readonly days?: number;
};

const FROM = "2025-07-01";

/** The company pays what a stranger's account sends: the remark names it. */
const onBehalf = (
  year: Year,
  customer: PayingCustomer,
): WrittenPayer & { readonly note: string } => ({
  kind: "on_behalf",
  name: strangerName(year.chance, year.taken),
  own: true,
  note: ` 代${customer.name}付款`,
});

/** The account of a boss or a parent: always the same for one name. */
const accountOfName = (name: string): string =>
  `62${[...name].map((letter) => letter.charCodeAt(0) % 100).join("")}`.slice(0, 16);

function payerOf(year: Year, customer: PayingCustomer) {
  const { chance, mix } = year;
  const kind = weighted(chance, mix.names);
  const written =
    kind === "on_behalf"
      ? onBehalf(year, customer)
      : { ...writePayer(chance, kind, customer.payer, customer.siblings), note: "" };
  const { account } = customer.payer;
  const masked = `${account.slice(0, 4)}****${account.slice(-4)}`;
  const own = chance.happens(70) ? account : masked;
  const theirs = /^(person|parent)$/.test(written.kind) ? accountOfName(written.name) : "";
  const isOthers = /^(person|parent|platform|sibling|on_behalf)$/.test(written.kind);
  const shown = chance.happens(55);
  return { ...written, payerAccount: shown ? (isOthers ? theirs : own) : "" };
}

/** A payment of a customer, written and booked. */
function pay(year: Year, customer: PayingCustomer, kind: string, intent: Intent): Booked {
  const { chance, mix } = year;
  const { amount, reference, unit = customer.currency, unclear = false, ...told } = intent;
  const payer = payerOf(year, customer);
  const tellsWho = payer.own || reference !== "" || payer.payerAccount === customer.bankAccount;
  const remark = remarkOf(chance, reference, customer.payer.foreign, mix.noisePercent);
  return bookLine(
    year,
    {
      currency: unit,
      amount,
      payerName: payer.name,
      payerAccount: payer.payerAccount,
      remark: remark + payer.note,
    },
    {
      kind,
      nameKind: payer.kind,
      customerId: customer.id,
      decidable: tellsWho && !unclear,
      ...told,
    },
  );
}

/** Two invoices of one amount, paid one after the other on a day by two equal lines. */
function payTwins(year: Year, customer: PayingCustomer): void {
  const amounts = customer.open.map(({ left }) => left);
  const amount = amounts.find((left, at) => amounts.indexOf(left) < at);
  const twins = customer.open.filter((one) => one.left === amount && one.amount === amount);
  const [one, other] = twins;
  if (one === undefined || other === undefined || amount === undefined) return;
  const settles = ({ id }: OpenInvoice, but: readonly OpenInvoice[]) => ({
    allocations: [{ invoiceId: id, amount }],
    alternatives: twins.filter((twin) => !but.includes(twin)).map((twin) => twin.id),
  });
  const intent = { amount, reference: "", ...settles(one, [one]) };
  const first = pay(year, customer, "twin_first", intent);
  const [said, told] = again(first);
  const { decidable } = first.truth;
  const second = settles(other, [one, other]);
  bookLine(year, said, { ...told, kind: "twin_second", ...second, decidable });
}

/** One more line, or none if the chosen customer has nothing to pay in the chosen way. */
function nextLine(year: Year): void {
  const { chance, mix } = year;
  const kind = weighted(chance, mix.kinds);
  const customer = chance.pick(year.customers);
  if (kind === "not_ar") notReceivable(year);
  if (kind === "unknown_payer") stranger(year, false);
  if (kind === "near_stranger") stranger(year, true);
  if (kind === "twins") payTwins(year, customer);
  const intent = MEANINGS[kind]?.(year, customer) ?? null;
  if (intent !== null && intent.amount > 0) follow(year, pay(year, customer, kind, intent));
}

function enterComing(year: Year): void {
  const due = year.coming.filter(({ on }) => on <= year.day);
  for (const one of due) year.coming.splice(year.coming.indexOf(one), 1);
  for (const { enter } of due) enter();
}

/** The same options make the same year; it has at least `lines` lines. */
export function makePayerYear(options: PayerOptions): CashSet {
  const { seed, customers, lines, mix, before = 30, days = 365 } = options;
  const year = startYear(seed, customers, mix, FROM);
  for (let day = -before; day < days; day += 1) {
    year.day = addDays(plainDate(FROM), day);
    issueDay(year);
    enterComing(year);
    const until = (lines * (day + 1)) / days;
    for (let tries = 0; year.booked.length < until && tries < lines; tries += 1) nextLine(year);
  }
  const plain = ({ id, name, englishName, currency, terms, bankAccount }: PayingCustomer) => ({
    id,
    name,
    ...(englishName === undefined ? {} : { englishName }),
    currency,
    terms,
    ...(bankAccount === undefined ? {} : { bankAccount }),
  });
  return {
    customers: year.customers.map(plain),
    invoices: year.invoices.map(({ left: _, ...invoice }) => invoice),
    creditNotes: year.creditNotes,
    bank: year.booked.map(({ line }) => line),
    truth: Object.fromEntries(year.booked.map(({ line, truth }) => [line.id, truth])),
  };
}
