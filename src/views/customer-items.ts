/** A customer's documents with their age and what of them rests; balances and the ageing bar. */
import { ageItems, bucketAt, STANDARD_BUCKETS } from "../domain/book/ageing.ts";
import { daysBetween, type PlainDate } from "../domain/values/calendar.ts";
import { type Currency, isPositive, type Money, money, total } from "../domain/values/money.ts";
import type { ItemDetail, LastDemand } from "../store/customer-items.ts";
import { type CustomerStanding, restsOf } from "./customer-standing.ts";

export type ShownItem =
  ReturnType<typeof itemShower> extends (item: ItemDetail) => infer Shown ? Shown : never;

/** How one document is shown on a day. */
export function itemShower(
  standing: CustomerStanding,
  lastDemands: readonly LastDemand[],
  today: PlainDate,
) {
  const restOf = restsOf(standing, today);
  const demands = new Map(lastDemands.map((demand) => [demand.item, demand]));
  const levels = levelsOf(standing);
  return (item: ItemDetail) => {
    const { id, kind, number, issuedOn, dueOn, currency, contract, reference } = item;
    const days = dueOn === null ? null : daysBetween(dueOn, today);
    const open = money(item.open, currency);
    const demand = demands.get(id);
    const claim = days !== null && isPositive(open);
    const rests = restOf(item);
    const part = (amount: bigint) => (amount === 0n ? null : money(amount, currency));
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
      disputed: part(rests.disputed),
      planned: part(rests.planned),
      promised: part(rests.promised),
      free: money(rests.free, currency),
      promiseLevel: levels.get(id) ?? 0,
      held: claim && rests.hold !== null,
      contract,
      reference,
      lastStep: demand === undefined ? null : { step: demand.step, on: demand.on },
    };
  };
}

/** How many promises for each document were not kept. */
const levelsOf = ({ promises }: CustomerStanding): ReadonlyMap<string, number> =>
  new Map(promises.shown.flatMap(({ items }) => items.map(({ id, level }) => [id, level])));

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
