/** Lines that no program should settle alone: what the demo's match desk asks about. */
import type { PlainDate } from "../domain/values/calendar.ts";
import { type Money, money } from "../domain/values/money.ts";
import type { World, WorldCustomer, WorldInvoice } from "./world.ts";

export type Question = {
  readonly amount: Money;
  readonly payer: string;
  readonly remark: string;
};

type Ask = (customer: WorldCustomer, open: readonly WorldInvoice[]) => Question | null;

/** A quantity as people round it: down to whole thousands. */
const round = (minor: bigint): bigint => (minor / 100_000n) * 100_000n;

/** What the kinds of questions are, one after the other. */
const ASKS: readonly Ask[] = [
  // Some of it is held back, with the reason.
  ({ company, currency }, [first]) =>
    first === undefined
      ? null
      : {
          amount: money((first.open * 931n) / 1000n, currency),
          payer: company.name,
          remark: `付货款 ${first.number} 扣质量款`,
        },
  // A round sum that names nothing, less than all that is open.
  ({ company, currency }, open) => {
    const minor = round(open.reduce((sum, invoice) => sum + invoice.open, 0n) / 2n);
    if (open.length < 2 || minor === 0n) return null;
    return { amount: money(minor, currency), payer: company.name, remark: "往来款" };
  },
  // The boss pays, and names nobody.
  ({ contacts, currency }, [first]) => {
    const payer = contacts[0]?.name;
    if (first === undefined || payer === undefined) return null;
    return { amount: money(first.open, currency), payer, remark: "货款" };
  },
  // More than was asked for.
  ({ company, currency }, [first]) =>
    first === undefined
      ? null
      : {
          amount: money(round(first.open) + 200_000n, currency),
          payer: company.name,
          remark: `付货款 ${first.number}`,
        },
  // Money before there is anything to pay.
  ({ company, currency }) => ({
    amount: money(3_000_000n, currency),
    payer: company.name,
    remark: "合同预付款 30%",
  }),
];

/** One question a day, of a customer who writes Chinese and owes something. */
export function questionOf(world: World, day: PlainDate, asked: number): Question | null {
  const open = [...world.invoices.values()].filter(
    ({ open: left, issuedOn, customer }) =>
      left > 0n && issuedOn < day && customer.language === "zh",
  );
  const customers = [...new Set(open.map(({ customer }) => customer))];
  const customer = customers[(asked * 5) % Math.max(customers.length, 1)];
  const ask = ASKS[asked % ASKS.length];
  if (customer === undefined || ask === undefined) return null;
  return ask(
    customer,
    open.filter((invoice) => invoice.customer === customer),
  );
}
