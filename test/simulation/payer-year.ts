/** The seller's book in an invented year: customers with habits, invoices, what is open of them. */
import type {
  SetAllocation,
  SetCreditNote,
  SetCustomer,
  SetInvoice,
  SetLine,
  SetTruth,
} from "../../scripts/bench/cash-set.ts";
import { type Chance, chanceOf } from "../../src/demo/chance.ts";
import { addDays, plainDate } from "../../src/domain/values/calendar.ts";
import { makePayers, type Payer } from "./payer-names.ts";
import { orderNumber, SERIES, taxNumber } from "./payer-numbers.ts";

/** How a customer's amounts look: the rounder, the more often sums collide. */
export const AMOUNTS = ["exact", "round", "list", "same", "colliding"] as const;

export type YearMix = {
  /** Weights of kinds of lines and of ways to write the payer's name. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly names: Readonly<Record<string, number>>;
  readonly amounts: readonly (typeof AMOUNTS)[number][];
  readonly series: readonly string[];
  /** Fewest and most invoices that a customer has open at a time. */
  readonly open: readonly [number, number];
  readonly foreignPercent: number;
  readonly noisePercent: number;
  /** How many lines carry no bank reference. */
  readonly bareLinesPercent: number;
};

export type PayingCustomer = SetCustomer & {
  readonly payer: Payer;
  readonly siblings: readonly Payer[];
  readonly amounts: (typeof AMOUNTS)[number];
  readonly series: string;
  readonly target: number;
  readonly prices: readonly number[];
  /** One contract for all invoices, so that its number names none of them alone. */
  readonly sharedContract: boolean;
  readonly open: OpenInvoice[];
  readonly notes: SetCreditNote[];
  onAccount: number;
  issued: number;
};

export type OpenInvoice = SetInvoice & { left: number };

export type Booked = { readonly line: SetLine; readonly truth: SetTruth };

export type Year = {
  readonly chance: Chance;
  readonly mix: YearMix;
  readonly customers: readonly PayingCustomer[];
  readonly byId: ReadonlyMap<string, PayingCustomer>;
  readonly invoices: OpenInvoice[];
  readonly creditNotes: SetCreditNote[];
  readonly booked: Booked[];
  readonly taken: ReadonlySet<string>;
  /** What comes later because of a line: a return, its repayment, a copy, a refund. */
  readonly coming: { readonly on: string; readonly enter: () => void }[];
  day: string;
  count: number;
};

/** A key by its weight. */
export function weighted(chance: Chance, weights: Readonly<Record<string, number>>): string {
  const entries = Object.entries(weights);
  let rest = chance.integer(
    1,
    entries.reduce((sum, [, weight]) => sum + weight, 0),
  );
  for (const [key, weight] of entries) {
    rest -= weight;
    if (rest <= 0) return key;
  }
  return entries[0]?.[0] ?? "";
}

function makeCustomer(year: Year["mix"], chance: Chance, payers: readonly Payer[], at: number) {
  const payer = payers[at] as Payer;
  const siblings = payers.filter((other) => other !== payer && other.family === payer.family);
  const [fewest, most] = year.open;
  const unit = payer.foreign ? chance.pick(["USD", "EUR"]) : "CNY";
  const customer: PayingCustomer = {
    id: `K${String(at + 1).padStart(4, "0")}`,
    name: payer.name,
    ...(payer.englishName === null ? {} : { englishName: payer.englishName }),
    ...(chance.happens(60) ? { bankAccount: payer.account } : {}),
    currency: unit,
    terms: chance.pick([15, 30, 45, 60, 90]),
    payer,
    siblings,
    amounts: chance.pick(year.amounts),
    series: chance.pick(year.series),
    target: chance.integer(fewest, most),
    prices: Array.from({ length: 4 }, () => chance.integer(2, 80) * 50_000),
    sharedContract: chance.happens(30),
    open: [],
    notes: [],
    onAccount: 0,
    issued: 0,
  };
  return customer;
}

export function startYear(seed: string, count: number, mix: YearMix, from: string): Year {
  const chance = chanceOf(`${seed} year`);
  const payers = makePayers(seed, count, mix.foreignPercent);
  const customers = payers.map((_, at) => makeCustomer(mix, chance, payers, at));
  return {
    chance,
    mix,
    customers,
    byId: new Map(customers.map((customer) => [customer.id, customer])),
    invoices: [],
    creditNotes: [],
    booked: [],
    taken: new Set(payers.map(({ name }) => name)),
    coming: [],
    day: from,
    count: 0,
  };
}

/** Amounts that meet others: equal, a sum of two, a fee or a discount away. */
function colliding(chance: Chance, open: readonly OpenInvoice[]): number {
  const fresh = chance.integer(3_000, 4_000_000);
  if (open.length < 2) return fresh;
  const [one, other] = [chance.pick(open).left, chance.pick(open).left];
  const fee = chance.pick([500, 1000, 2000, 5000]);
  const near = Math.round((one * chance.pick([97, 98, 99])) / 100);
  return chance.pick([fresh, fresh, one + other, one, one + fee, Math.max(100, one - fee), near]);
}

function amountFor(chance: Chance, customer: PayingCustomer): number {
  const { amounts, prices, open } = customer;
  if (amounts === "round") return chance.integer(1, 60) * 50_000;
  if (amounts === "list") return chance.pick(prices) * chance.integer(1, 3);
  if (amounts === "same") return prices[0] ?? 100_000;
  if (amounts === "colliding") return colliding(chance, open);
  return chance.integer(2_000, 5_000_000);
}

/** One more invoice of today; now and then with a credit note some days later. */
export function issueInvoice(year: Year, customer: PayingCustomer): void {
  const { chance, day } = year;
  year.count += 1;
  customer.issued += 1;
  const write = SERIES[customer.series] as (typeof SERIES)["dashed"];
  const contract = customer.sharedContract
    ? `HT${day.slice(0, 4)}-${customer.id.slice(1)}`
    : `HT-${day.slice(0, 4)}-${customer.id.slice(1)}-${customer.issued}`;
  const invoice: OpenInvoice = {
    id: `J${String(year.count).padStart(6, "0")}`,
    number: write?.(day, year.count),
    ...(!customer.payer.foreign && chance.happens(60) ? { fapiao: taxNumber(chance, day) } : {}),
    ...(chance.happens(40) ? { po: orderNumber(chance, day) } : {}),
    ...(chance.happens(30) ? { contract } : {}),
    customerId: customer.id,
    currency: customer.currency,
    issued: day,
    due: addDays(plainDate(day), customer.terms),
    amount: amountFor(chance, customer),
    left: 0,
  };
  invoice.left = invoice.amount;
  customer.open.push(invoice);
  year.invoices.push(invoice);
  if (chance.happens(4)) issueCreditNote(year, customer, invoice);
}

function issueCreditNote(year: Year, customer: PayingCustomer, invoice: SetInvoice): void {
  const { chance } = year;
  const on = addDays(plainDate(year.day), chance.integer(2, 20));
  const note: SetCreditNote = {
    id: `N${invoice.id.slice(1)}`,
    number: `CN-${on.slice(0, 4)}-${invoice.id.slice(2)}`,
    customerId: customer.id,
    currency: customer.currency,
    issued: on,
    amount: Math.max(100, Math.floor((invoice.amount * chance.integer(2, 14)) / 100)),
    forInvoice: invoice.id,
  };
  year.creditNotes.push(note);
  year.coming.push({ on, enter: () => customer.notes.push(note) });
}

/** The day's invoices: each customer is topped up towards what it usually has open. */
export function issueDay(year: Year): void {
  const { chance } = year;
  for (const customer of year.customers) {
    const missing = customer.target - customer.open.length;
    for (let more = 0; more < missing; more += 1) {
      if (chance.happens(more === 0 ? 25 : 8)) issueInvoice(year, customer);
    }
  }
}

/** What the truth does to the seller's own book. `sign` −1 takes it back. */
export function settle(year: Year, customerId: string, parts: readonly SetAllocation[], sign = 1) {
  const customer = year.byId.get(customerId) as PayingCustomer;
  for (const { invoiceId, amount } of parts) {
    const at = customer.open.findIndex(({ id }) => id === invoiceId);
    const invoice = customer.open[at] ?? year.invoices.find(({ id }) => id === invoiceId);
    if (invoice === undefined) continue;
    invoice.left -= sign * amount;
    if (invoice.left === 0) customer.open.splice(at, 1);
    else if (at < 0) customer.open.push(invoice);
  }
}

/** The line of today and its truth; the book follows. */
export function bookLine(
  year: Year,
  said: Omit<SetLine, "id" | "date" | "bankRef"> & { readonly bankRef?: string },
  told: Pick<SetTruth, "kind" | "nameKind" | "customerId"> & Partial<SetTruth>,
): Booked {
  const { chance, mix } = year;
  const own = chance.happens(mix.bareLinesPercent)
    ? ""
    : `W${String(chance.integer(0, 999_999)).padStart(6, "0")}${year.booked.length}`;
  const id = `B${String(year.booked.length + 1).padStart(5, "0")}`;
  const line = { id, date: year.day, bankRef: own, ...said };
  const truth: SetTruth = {
    allocations: [],
    creditNotes: [],
    fee: 0,
    discount: 0,
    onAccount: 0,
    alternatives: [],
    decidable: true,
    expected: "review",
    ...told,
  };
  const booked = { line, truth };
  year.booked.push(booked);
  const customer = year.byId.get(truth.customerId ?? "");
  if (customer === undefined) return booked;
  settle(year, customer.id, truth.allocations);
  customer.onAccount += truth.onAccount;
  for (const { creditNoteId } of truth.creditNotes) {
    const at = customer.notes.findIndex((note) => note.id === creditNoteId);
    if (at >= 0) customer.notes.splice(at, 1);
  }
  return booked;
}
