/** Whom a transaction touched: their cases are judged anew before it ends. */
import type { CustomerId } from "../domain/values/ids.ts";
import type { Executor } from "./sql.ts";

const touched = new WeakMap<Executor, Set<CustomerId>>();

/** Called by what locks a customer or changes what waits there, so that no action can forget. */
export function rememberTouched(executor: Executor, customers: Iterable<CustomerId>): void {
  const known = touched.get(executor) ?? new Set();
  for (const customer of customers) known.add(customer);
  if (known.size > 0) touched.set(executor, known);
}

/** Whom this transaction touched since it was asked last, in the order of their ids. */
export function takeTouched(executor: Executor): readonly CustomerId[] {
  const known = [...(touched.get(executor) ?? [])].sort();
  touched.delete(executor);
  return known;
}

/** These have just been looked at. */
export function forgetTouched(executor: Executor, customers: Iterable<CustomerId>): void {
  const known = touched.get(executor);
  for (const customer of customers) known?.delete(customer);
}
