/** Indexes of the book that matching looks at: values by key. */
import type { Currency } from "../../values/money.ts";

/** The key of an amount in minor units; money out is negative. */
export const amountKey = (unit: Currency, minor: number): string => `${unit}${minor}`;

export function into<Key, Value>(index: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([value]));
  else known.add(value);
}

export function listed<Key, Value>(index: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else known.push(value);
}

/** The other way of `listed`; the last one takes its place, since order means nothing. */
export function unlisted<Key, Value>(index: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = index.get(key);
  const at = known?.indexOf(value) ?? -1;
  if (known === undefined || at < 0) return;
  const last = known.pop();
  if (last !== undefined && at < known.length) known[at] = last;
  if (known.length === 0) index.delete(key);
}
