/** Many actions as one: all of them are stored or none, and the disk is waited for once. */
import type { Database } from "./database.ts";
import { type Executor, run, sql } from "./sql.ts";

/**
 * Runs the work with a handle whose transactions are steps (savepoints) of one transaction. Steps
 * asked for at the same time wait for each other, so a step must not wait for another one. As with
 * `transaction`, the work may be tried again from its beginning.
 */
export const inOneTransaction = <Value>(
  database: Database,
  work: (steps: Database) => Promise<Value>,
): Promise<Value> =>
  database.transaction((tx) => {
    let last: Promise<unknown> = Promise.resolve();
    const inTurn = <Step>(step: () => Promise<Step>): Promise<Step> => {
      const turn = last.then(step, step);
      last = turn;
      return turn;
    };
    return work({
      ...database,
      db: tx,
      transaction: (step) => inTurn(() => asStep(tx, step)),
      reading: (step) => inTurn(() => step(tx)),
    });
  });

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
