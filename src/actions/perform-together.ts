/** Several verbs performed as one: all of them are stored or none. */
import { inOneTransaction } from "../store/one-transaction.ts";
import type { SharedDesk } from "./perform.ts";

/**
 * Runs the work at a desk whose verbs share one transaction, one after another. The work may be
 * tried again from its beginning, so it starts from nothing but the desk.
 */
export const performTogether = <Value>(
  desk: SharedDesk,
  work: (together: SharedDesk) => Promise<Value>,
): Promise<Value> => inOneTransaction(desk.database, (database) => work({ ...desk, database }));
