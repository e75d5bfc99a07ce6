/** What a day leaves out: skips gathered by reason and step, each with its facts. */
import type { Minor } from "../values/money.ts";
import type { Because } from "./because.ts";
import type { PlannedSkip, SkippedItem, SkipReason } from "./dunning-plan.ts";
import type { Standing } from "./standing.ts";

type Gathered = {
  readonly step: string | null;
  readonly reason: SkipReason;
  readonly items: SkippedItem[];
  readonly because: Because[];
};

export type LeftOut = {
  readonly skips: PlannedSkip[];
  readonly gathered: Map<string, Gathered>;
};

export const nothingLeftOut = (): LeftOut => ({ skips: [], gathered: new Map() });

const skippedItem = ({ item, days }: Standing, left: Minor): SkippedItem => ({
  id: item.id,
  number: item.number,
  currency: item.currency,
  dueOn: item.dueOn,
  open: item.open,
  days,
  left,
});

/** Whether a reason that names no item of its own is already there. */
const isKnown = (because: Because, known: readonly Because[]): boolean =>
  !("item" in because) &&
  known.some((other) =>
    Object.entries(because).every(([name, fact]) => other[name as keyof Because] === fact),
  );

/** Names an item as left out; items with the same reason and step stand in one skip. */
export function leaveOut(
  out: LeftOut,
  reason: SkipReason,
  step: string | null,
  at: Standing,
  left: Minor,
  because: Because,
): void {
  const key = `${reason} ${step}`;
  let skip = out.gathered.get(key);
  if (skip === undefined) {
    skip = { step, reason, items: [], because: [] };
    out.gathered.set(key, skip);
    out.skips.push(skip);
  }
  skip.items.push(skippedItem(at, left));
  if (!isKnown(because, skip.because)) skip.because.push(because);
}
