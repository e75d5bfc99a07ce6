/** Many actions as one: all of them are stored or none, and the disk is waited for once. */
import type { Database } from "./database.ts";
import { type Executor, run, sql } from "./sql.ts";

/**
 * Runs the work with a handle whose transactions are steps (savepoints) of one transaction. Steps
 * run one after another. As with `transaction`, the work may be tried again from its beginning.
 */
export const inOneTransaction = <Value>(
  database: Database,
  work: (steps: Database) => Promise<Value>,
): Promise<Value> =>
  database.transaction((tx) =>
    work({
      ...database,
      db: tx,
      transaction: (step) => asStep(tx, step),
      reading: (step) => step(tx),
    }),
  );

async function asStep<Value>(tx: Executor, step: (tx: Executor) => Promise<Value>): Promise<Value> {
  await run(tx, sql`savepoint step`);
  try {
    const value = await step(tx);
    await run(tx, sql`release savepoint step`);
    return value;
  } catch (error) {
    await run(tx, sql`rollback to savepoint step`);
    throw error;
  }
}
