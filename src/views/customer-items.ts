/** A customer's documents with their age and what of them rests; balances and the ageing bar. */
import { ageItems, bucketAt, STANDARD_BUCKETS } from "../domain/book/ageing.ts";
import { daysBetween, type PlainDate } from "../domain/values/calendar.ts";
import type { ItemId } from "../domain/values/ids.ts";
import { type Currency, isPositive, type Money, money, total } from "../domain/values/money.ts";
import type { ItemDetail, LastDemand } from "../store/customer-items.ts";
import { type CustomerStanding, isInForce, restingOf } from "./customer-standing.ts";

export type ShownItem =
  ReturnType<typeof itemShower> extends (item: ItemDetail) => infer Shown ? Shown : never;

const least = (left: bigint, right: bigint): bigint => (left < right ? left : right);

/** How one document is shown on a day. */
export function itemShower(
  standing: CustomerStanding,
  lastDemands: readonly LastDemand[],
  today: PlainDate,
) {
  const { disputed, promised } = restingOf(standing);
  const holds = standing.holds.filter((hold) => isInForce(hold, today));
  const heldWhole = holds.some(({ item }) => item === null);
  const heldItems = new Set(holds.map(({ item }) => item));
  const demands = new Map(lastDemands.map((demand) => [demand.item, demand]));
  const part = (parts: ReadonlyMap<ItemId, bigint>, { id, open, currency }: ItemDetail) => {
    const amount = parts.get(id);
    return amount === undefined || open <= 0n ? null : money(least(amount, open), currency);
  };
  return (item: ItemDetail) => {
    const { id, kind, number, issuedOn, dueOn, currency, contract, reference } = item;
    const days = dueOn === null ? null : daysBetween(dueOn, today);
    const open = money(item.open, currency);
    const demand = demands.get(id);
    const claim = days !== null && isPositive(open);
    return {
      id,
      kind,
      number,
      issuedOn,
      dueOn,
      days,
      bucket: claim ? (STANDARD_BUCKETS[bucketAt(STANDARD_BUCKETS, days)]?.key ?? null) : null,
      amount: money(item.amount, currency),
      open,
      disputed: part(disputed, item),
      promised: part(promised, item),
      held: claim && (heldWhole || heldItems.has(id)),
      contract,
      reference,
      lastStep: demand === undefined ? null : { step: demand.step, on: demand.on },
    };
  };
}

const currenciesOf = (items: readonly ShownItem[]): readonly Currency[] => [
  ...new Set(items.map(({ open }) => open.currency)),
];

/** A line per currency in which anything is open. */
export function balancesOf(items: readonly ShownItem[]) {
  return currenciesOf(items).map((currency) => {
    const own = items.filter(({ open }) => open.currency === currency);
    const sum = (amounts: readonly (Money | null)[]) =>
      total(
        amounts.filter((amount) => amount !== null),
        currency,
      );
    const late = own.filter(({ days }) => days !== null && days > 0);
    return {
      balance: sum(own.map(({ open }) => open)),
      overdue: sum(late.map(({ open }) => open)),
      unapplied: sum(own.filter(({ dueOn }) => dueOn === null).map(({ open }) => open)),
      disputed: sum(own.map(({ disputed }) => disputed)),
      promised: sum(own.map(({ promised }) => promised)),
      oldestDays: Math.max(0, ...late.map(({ days }) => days ?? 0)),
    };
  });
}

/** The ageing of what is open, a bar per currency. */
export function ageingBars(items: readonly ItemDetail[], today: PlainDate) {
  const open = items.map((item) => ({ open: money(item.open, item.currency), dueOn: item.dueOn }));
  return ageItems(open, today).map(({ currency, amounts, unapplied, total: whole }) => ({
    currency,
    buckets: STANDARD_BUCKETS.map(({ key }, at) => ({
      key,
      amount: amounts[at] ?? money(0n, currency),
    })),
    unapplied,
    total: whole,
  }));
}
