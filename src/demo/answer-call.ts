/** What customers of the demo world say on the telephone, and what they then really do. */
import { addDays, later, type PlainDate } from "../domain/values/calendar.ts";
import type { Answer } from "./habits.ts";
import { payDay } from "./payer.ts";
import type { World, WorldCustomer, WorldInvoice } from "./world.ts";

/** What the customer says about invoices that are overdue. */
export type WorldAnswer = {
  readonly answer: Answer;
  /** Pays all that was asked about on this day, so it says. */
  readonly promise: { readonly payOn: PlainDate } | null;
  readonly dispute: { readonly invoice: WorldInvoice; readonly minor: bigint } | null;
};

export function answerCall(
  world: World,
  customer: WorldCustomer,
  asked: readonly WorldInvoice[],
  day: PlainDate,
): WorldAnswer {
  const { chance, habit } = customer;
  const answer = habit.answer(chance);
  const nothing = { answer, promise: null, dispute: null };
  if (answer === "promise") {
    return { ...nothing, promise: { payOn: decideOnPromise(world, customer, asked, day) } };
  }
  const [invoice] = asked.filter(({ disputed }) => !disputed);
  if (answer === "dispute" && invoice !== undefined && chance.happens(60)) {
    invoice.disputed = true;
    return { ...nothing, dispute: { invoice, minor: invoice.open / 5n + 1n } };
  }
  return nothing;
}

/** A kept promise is paid on its day; a broken one some weeks later, or when promised again. */
function decideOnPromise(
  world: World,
  { chance, habit }: WorldCustomer,
  asked: readonly WorldInvoice[],
  day: PlainDate,
): PlainDate {
  const payOn = payDay(world, day, chance.integer(4, 11));
  const kept = chance.happens(habit.promisesKept);
  for (const part of asked.flatMap(({ parts }) => parts)) {
    if (part.paid) continue;
    if (kept) part.payOn = payOn;
    else if (part.payOn !== null) part.payOn = later(part.payOn, addDays(payOn, 9));
    else if (chance.happens(50)) part.payOn = payDay(world, payOn, 14);
  }
  return payOn;
}
