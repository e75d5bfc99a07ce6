/** The promise to pay: when an offer is taken. */
import type { PromisePolicy } from "../strategy/policy.ts";
import { addDays, daysBetween, type PlainDate } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { type Currency, compare, isPositive, type Money, total } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";

/** How it was promised. */
export const PROMISE_CHANNELS = ["call", "visit", "mail", "message", "meeting", "portal"] as const;
export type PromiseChannel = (typeof PROMISE_CHANNELS)[number];

export type PromiseOffer = {
  readonly payOn: PlainDate;
  readonly items: readonly { readonly item: ItemId; readonly amount: Money }[];
};

/** An open item as a promise sees it; `free` is neither disputed nor planned nor promised. */
export type PromisableItem = { readonly id: ItemId; readonly open: Money; readonly free: Money };

export type PromisingAccount = {
  readonly items: readonly PromisableItem[];
  /** Promises of this customer that were broken, wholly or in part. */
  readonly broken: number;
  /** A senior takes one more all the same, and has said why. */
  readonly overruled?: boolean;
};

export type PromiseToPay = {
  readonly amount: Money;
  readonly payOn: PlainDate;
  /** The first day after the grace: until then the promised amounts rest. */
  readonly judgeOn: PlainDate;
  readonly items: readonly {
    readonly item: ItemId;
    readonly amount: Money;
    readonly open: Money;
  }[];
};

export type PromiseRefusal =
  | { readonly code: "promise_is_empty" }
  | { readonly code: "promise_names_item_twice"; readonly item: ItemId }
  | { readonly code: "promise_in_several_currencies"; readonly currencies: readonly Currency[] }
  | { readonly code: "item_not_open"; readonly item: ItemId }
  | { readonly code: "promise_in_other_currency"; readonly currency: Currency }
  | { readonly code: "promise_exceeds_open"; readonly item: ItemId; readonly free: Money }
  | { readonly code: "promise_day_has_passed"; readonly today: PlainDate }
  | { readonly code: "promise_too_far_ahead"; readonly latest: PlainDate }
  | {
      readonly code: "promises_broken_too_often";
      readonly broken: number;
      readonly allowed: number;
    };

/** Takes an offer and says until when dunning rests, or refuses it with the fact that decided. */
export function judgePromise(
  offer: PromiseOffer,
  account: PromisingAccount,
  policy: PromisePolicy,
  today: PlainDate,
): Result<PromiseToPay, PromiseRefusal> {
  const days = judgeDay(offer.payOn, policy, today);
  if (!days.ok) return days;
  const [first] = offer.items;
  if (first === undefined) return refuse({ code: "promise_is_empty" });
  const currencies = [...new Set(offer.items.map(({ amount }) => amount.currency))];
  if (currencies.length > 1) return refuse({ code: "promise_in_several_currencies", currencies });

  const items: PromiseToPay["items"][number][] = [];
  for (const offered of offer.items) {
    const judged = judgeItem(offered, account, items);
    if (!judged.ok) return judged;
    items.push(judged.value);
  }
  const { broken, overruled = false } = account;
  const { graceDays, brokenAllowed: allowed } = policy;
  if (broken > allowed && !overruled) {
    return refuse({ code: "promises_broken_too_often", broken, allowed });
  }
  const amounts = items.map(({ amount }) => amount);
  return ok({
    amount: total(amounts, first.amount.currency),
    payOn: offer.payOn,
    judgeOn: addDays(offer.payOn, graceDays + 1),
    items,
  });
}

function judgeDay(
  payOn: PlainDate,
  { furthestDays }: PromisePolicy,
  today: PlainDate,
): Result<PlainDate, PromiseRefusal> {
  const daysAhead = daysBetween(today, payOn);
  if (daysAhead < 0) return refuse({ code: "promise_day_has_passed", today });
  if (daysAhead > furthestDays) {
    return refuse({ code: "promise_too_far_ahead", latest: addDays(today, furthestDays) });
  }
  return ok(payOn);
}

function judgeItem(
  { item, amount }: PromiseOffer["items"][number],
  account: PromisingAccount,
  before: readonly { readonly item: ItemId }[],
): Result<PromiseToPay["items"][number], PromiseRefusal> {
  if (!isPositive(amount)) return refuse({ code: "promise_is_empty" });
  if (before.some((known) => known.item === item)) {
    return refuse({ code: "promise_names_item_twice", item });
  }
  const found = account.items.find(({ id }) => id === item);
  if (found === undefined) return refuse({ code: "item_not_open", item });
  const { open, free } = found;
  if (amount.currency !== open.currency) {
    return refuse({ code: "promise_in_other_currency", currency: open.currency });
  }
  if (compare(amount, free) > 0) return refuse({ code: "promise_exceeds_open", item, free });
  return ok({ item, amount, open });
}
