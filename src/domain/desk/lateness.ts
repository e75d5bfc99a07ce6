/** How late a customer is, from the open claims that the day's plan looked at anyway. */
import type { AccountItem } from "../strategy/dunning-account.ts";
import type { PlainDate } from "../values/calendar.ts";
import { type Currency, type Money, money } from "../values/money.ts";

export type Lateness = {
  /** What is past due, a positive sum per currency. */
  readonly overdue: readonly Money[];
  readonly oldestDueOn: PlainDate | null;
  readonly overdueItems: number;
  /** Steps that claims past due have had, each once; those that were passed over left out. */
  readonly stepsHad: readonly string[];
};

export const NOT_LATE: Lateness = {
  overdue: [],
  oldestDueOn: null,
  overdueItems: 0,
  stepsHad: [],
};

/** Due today is not past due; unused receipts lower no claim until they are applied. */
export function latenessOf(items: readonly AccountItem[], today: PlainDate): Lateness {
  const sums = new Map<Currency, bigint>();
  const steps = new Set<string>();
  let oldestDueOn: PlainDate | null = null;
  let overdueItems = 0;
  for (const { dueOn, open, currency, had } of items) {
    if (dueOn >= today || open <= 0n) continue;
    overdueItems += 1;
    sums.set(currency, (sums.get(currency) ?? 0n) + open);
    if (oldestDueOn === null || dueOn < oldestDueOn) oldestDueOn = dueOn;
    for (const { step, passedOver } of had) if (!passedOver) steps.add(step);
  }
  if (overdueItems === 0) return NOT_LATE;
  const overdue = [...sums].map(([currency, minor]) => money(minor, currency));
  return { overdue, oldestDueOn, overdueItems, stepsHad: [...steps] };
}
