/** Settlements for tests: plain ones to vary, and random ones that add up or do not. */
import * as fc from "fast-check";
import { expect } from "vitest";
import type { NewPosting } from "../../src/domain/book/booking.ts";
import type { CashRules } from "../../src/domain/cash/matching/match.ts";
import {
  judgeSettlement,
  type Settlement,
  type SettlementCase,
  type SettlementItem,
  type SettlementReceipt,
  type SettlementWish,
} from "../../src/domain/cash/settlement.ts";
import { addDays } from "../../src/domain/values/calendar.ts";
import type { CustomerId, ItemId } from "../../src/domain/values/ids.ts";
import { type Currency, currency, type Money, money } from "../../src/domain/values/money.ts";
import { cny, on } from "./import-book.ts";

export const payer = "customer-1" as CustomerId;
export const receivedOn = on("2026-03-10");

export const strictRules: CashRules = {
  bankFeeUpTo: [cny("50.00")],
  roundingUpTo: [cny("1.00")],
  cashDiscount: { partsPerBillion: 20_000_000n, withinDays: 30 },
  oldestFirst: false,
  autoFrom: 1000,
};

const itemOf = (id: string, text: string): SettlementItem => ({
  id: id as ItemId,
  customerId: payer,
  open: cny(text),
  issuedOn: on("2026-03-01"),
});
export const claimOf = itemOf;
export const creditOf = itemOf;

export const receiptOf = (text: string): SettlementReceipt => ({
  itemId: "receipt" as ItemId,
  customerId: payer,
  rest: cny(text),
  receivedOn,
});

export const plainWish: SettlementWish = {
  allocations: [],
  credits: [],
  shortfall: null,
  deductedFrom: null,
  onAccount: null,
};

export const plainCase: SettlementCase = {
  receipt: null,
  claims: [],
  credits: [],
  rules: strictRules,
  by: "itself",
  reason: null,
  today: on("2026-03-12"),
};

/** The settlement, which must be one. */
export function settled(wish: SettlementWish, given: SettlementCase): Settlement {
  const judged = judgeSettlement(wish, given);
  expect(judged).toMatchObject({ ok: true });
  if (!judged.ok) throw new Error(judged.refusal.code);
  return judged.value;
}

/** What postings make of each item and each account, per currency for accounts. */
export function standingAfter(
  postings: readonly Pick<NewPosting, "account" | "itemId" | "amount">[],
): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { account, itemId, amount } of postings) {
    const key = itemId ?? `${account} ${amount.currency}`;
    sums.set(key, (sums.get(key) ?? 0n) + amount.minor);
  }
  return sums;
}

export type Tried = { readonly wish: SettlementWish; readonly given: SettlementCase };

const unit: Currency = currency("CNY");
const part = fc.bigInt({ min: 1n, max: 100_000n });
const surplus = fc.bigInt({ min: 0n, max: 50_000n });
const issued = fc.integer({ min: -40, max: 20 }).map((days) => addDays(receivedOn, days));

type Drawn = {
  readonly amount: bigint;
  readonly more: bigint;
  readonly issuedOn: typeof receivedOn;
};
const drawn = fc.record({ amount: part, more: surplus, issuedOn: issued });

const itemsOf = (name: string, all: readonly Drawn[]): readonly SettlementItem[] =>
  all.map(({ amount, more, issuedOn }, at) => ({
    id: `${name}${at}` as ItemId,
    customerId: payer,
    open: money(amount + more, unit),
    issuedOn,
  }));

const wished = (items: readonly SettlementItem[], all: readonly Drawn[]) =>
  items.map(({ id }, at) => ({ itemId: id, amount: money(all[at]?.amount ?? 0n, unit) }));

const sum = (all: readonly Drawn[]): bigint =>
  all.reduce((whole, { amount }) => whole + amount, 0n);

const least = (left: bigint, right: bigint): bigint => (left < right ? left : right);

/** Takes `most` off the credits' amounts, so that they never exceed what they settle. */
function capped(all: readonly Drawn[], most: bigint): readonly Drawn[] {
  let left = most;
  return all.flatMap((each) => {
    const amount = least(each.amount, left);
    left -= amount;
    return amount > 0n ? [{ ...each, amount, more: each.more + each.amount - amount }] : [];
  });
}

const dollars = (item: SettlementItem): SettlementItem => ({
  ...item,
  open: money(item.open.minor, currency("USD")),
});

/** A settlement that adds up: claims (one perhaps in dollars), credits, a fee, a rest. */
export const anySettlement: fc.Arbitrary<Tried> = fc
  .record({
    claims: fc.array(drawn, { minLength: 1, maxLength: 6 }),
    credits: fc.array(drawn, { maxLength: 3 }),
    fee: fc.bigInt({ min: 0n, max: 5000n }),
    rest: surplus,
    foreign: fc.boolean(),
    deduction: fc.boolean(),
  })
  .map(({ claims, credits, fee, rest, foreign, deduction }) => {
    const owed = sum(claims);
    const used = capped(credits, owed);
    const lacking = owed - sum(used);
    const given = rest === 0n ? least(fee, lacking) : 0n;
    const items = itemsOf("claim", claims);
    const open = foreign ? [dollars(items[0] as SettlementItem), ...items.slice(1)] : items;
    const allocations = wished(items, claims).map(({ itemId, amount }, at) => {
      const other = foreign && at === 0;
      const own: Money = other ? money(amount.minor, currency("USD")) : amount;
      return { itemId, amount: own, paid: other ? amount : null };
    });
    const kind = deduction && !foreign ? ("deduction" as const) : ("bank_fee" as const);
    const shortfall = given === 0n ? null : { kind, amount: money(given, unit) };
    const known = itemsOf("credit", used);
    const came = money(lacking - given + rest, unit);
    return {
      wish: { ...plainWish, allocations, credits: wished(known, used), shortfall },
      given: {
        ...plainCase,
        receipt: { itemId: "receipt" as ItemId, customerId: payer, rest: came, receivedOn },
        claims: open,
        credits: known,
      },
    };
  });

const anyAmount = fc.bigInt({ min: -100n, max: 200_000n }).map((minor) => money(minor, unit));

/** A wish with amounts changed at will: most of these are refused. */
export const anyWish: fc.Arbitrary<Tried> = fc
  .tuple(
    anySettlement,
    fc.array(anyAmount, { maxLength: 3 }),
    fc.constantFrom("bank_fee", "rounding", "cash_discount", "deduction"),
    fc.option(anyAmount),
    fc.constantFrom("itself", "person"),
  )
  .map(([{ wish, given }, amounts, kind, short, by]) => ({
    wish: {
      ...wish,
      allocations: wish.allocations.map((each, at) => {
        const amount = amounts[at];
        return amount === undefined || each.paid !== null ? each : { ...each, amount };
      }),
      shortfall: short === null ? wish.shortfall : { kind, amount: short },
    } as SettlementWish,
    given: { ...given, by, reason: "checked by hand" } as SettlementCase,
  }));
