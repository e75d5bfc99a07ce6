/** What customers of the demo world do of themselves and in answer to letters. */
import {
  addDays,
  isWorkingDay,
  type PlainDate,
  workingDayFrom,
} from "../domain/values/calendar.ts";
import type { World, WorldCustomer, WorldInvoice, WorldPart } from "./world.ts";

/** The invoices that the seller issues on a day; none on a day off. */
export function issueInvoices(world: World, day: PlainDate): readonly WorldInvoice[] {
  if (!isWorkingDay(world.calendar, day)) return [];
  const due = world.customers.filter(({ nextInvoiceOn }) => nextInvoiceOn <= day);
  return due.map((customer) => {
    const { chance, everyDays } = customer;
    const drift = Math.floor(everyDays / 4);
    customer.nextInvoiceOn = addDays(day, everyDays + chance.integer(-drift, drift));
    const invoice = makeInvoice(world, customer, day);
    world.invoices.set(invoice.number, invoice);
    return invoice;
  });
}

function makeInvoice(world: World, customer: WorldCustomer, issuedOn: PlainDate): WorldInvoice {
  const { chance, ordinary, termsDays, habit } = customer;
  world.counted += 1;
  const cents = BigInt(ordinary * 100);
  const minor = (cents * BigInt(chance.integer(4_000, 19_000))) / 10_000n;
  const dueOn = addDays(issuedOn, termsDays);
  const parts: WorldPart[] = [];
  let left = minor;
  const intents = habit.intents(chance);
  for (const [at, intent] of intents.entries()) {
    const share = at === intents.length - 1 ? left : (minor * BigInt(intent.percent)) / 100n;
    left -= share;
    const payOn = intent.kind === "after_due" ? addDays(dueOn, intent.days) : null;
    parts.push({
      intent,
      minor: share,
      payOn: payOn === null ? null : workingDayFrom(world.calendar, payOn),
      paid: false,
    });
  }
  return {
    number: `2632${String(2_000_000_000_000_000 + world.counted * 7919).padStart(16, "0")}`,
    customer,
    minor,
    issuedOn,
    dueOn,
    reference: `送货单 SH${issuedOn.replaceAll("-", "").slice(2)}-${world.counted % 97}`,
    parts,
    open: minor,
    letters: 0,
    disputed: false,
  };
}

/** Money for invoices, in the order in which it settles them; silent when the payer names none. */
export type WorldPayment = {
  readonly customer: WorldCustomer;
  readonly minor: bigint;
  readonly silent: boolean;
  readonly settles: readonly WorldInvoice[];
  /** What the customer takes for paid by it, until the bank says otherwise. */
  readonly parts: readonly WorldPart[];
};

/**
 * The payments that arrive on a day: one per customer for all that it pays whole, and one more per
 * part payment, since a bank line that pays a part says which invoice it is for.
 */
export function payInvoices(world: World, day: PlainDate): readonly WorldPayment[] {
  const payments: WorldPayment[] = [];
  const open = [...world.invoices.values()].filter((invoice) => invoice.open > 0n);
  for (const customer of new Set(open.map((invoice) => invoice.customer))) {
    const due = open.filter((invoice) => invoice.customer === customer);
    payments.push(...paymentsOf(customer, due, day));
  }
  return payments;
}

const isDue = (day: PlainDate) => (part: WorldPart) =>
  !part.paid && part.payOn !== null && part.payOn <= day;

function paymentsOf(
  customer: WorldCustomer,
  open: readonly WorldInvoice[],
  day: PlainDate,
): readonly WorldPayment[] {
  const wholes: WorldInvoice[] = [];
  const paid: WorldPart[] = [];
  const payments: WorldPayment[] = [];
  for (const invoice of open) {
    const parts = invoice.parts.filter(isDue(day));
    if (parts.length === 0) continue;
    const minor = parts.reduce((sum, part) => sum + part.minor, 0n);
    for (const part of parts) part.paid = true;
    if (minor === invoice.open) {
      wholes.push(invoice);
      paid.push(...parts);
    } else payments.push({ customer, minor, silent: false, settles: [invoice], parts });
  }
  if (wholes.length === 0) return payments;
  const minor = wholes.reduce((sum, invoice) => sum + invoice.open, 0n);
  const silent = customer.chance.happens(customer.habit.silentPayments);
  return [...payments, { customer, minor, silent, settles: wholes, parts: paid }];
}

/** A letter arrived that lists these invoices: some customers decide to pay now. */
export function readLetter(world: World, invoices: readonly WorldInvoice[], day: PlainDate): void {
  for (const invoice of invoices) {
    invoice.letters += 1;
    for (const part of invoice.parts) {
      const { intent } = part;
      if (intent.kind !== "after_letters" || part.payOn !== null) continue;
      if (invoice.letters >= intent.letters) part.payOn = payDay(world, day, intent.days);
    }
  }
}

/** So many days later, or the next day on which banks work. */
export const payDay = (world: World, day: PlainDate, days: number): PlainDate =>
  workingDayFrom(world.calendar, addDays(day, days));

/** What each invoice gets of a payment, in its order. */
export function sharesOf({ minor, settles }: WorldPayment) {
  let left = minor;
  return settles.map((invoice) => {
    const share = left < invoice.open ? left : invoice.open;
    left -= share;
    return { invoice, minor: share };
  });
}

/** What the ledger will say is open, kept beside it so that the two can be compared. */
export function settle(payments: readonly WorldPayment[]): void {
  for (const payment of payments) {
    for (const { invoice, minor } of sharesOf(payment)) invoice.open -= minor;
  }
}

/** The bank gives a payment back: its invoices are open again, and the customer tries anew. */
export function reopen(world: World, payment: WorldPayment, day: PlainDate): void {
  for (const part of payment.parts) {
    part.paid = false;
    part.payOn = payDay(world, day, 9);
  }
  let left = payment.minor;
  for (const invoice of payment.settles) {
    const parts = payment.parts.filter((part) => invoice.parts.includes(part));
    const share = parts.reduce((sum, part) => sum + part.minor, 0n);
    const back = left < share ? left : share;
    invoice.open += back;
    left -= back;
  }
}
