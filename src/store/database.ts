/** The database handle: a pool as `huikuan_app`, transactions that try again, an orderly end. */
import { setTimeout as pause } from "node:timers/promises";
import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import pg from "pg";
import type { Reach } from "../domain/desk/scope.ts";
import { assert } from "../domain/values/result.ts";
import { type Connection, clientConfig, placeOf, SESSION } from "./connection.ts";
import { assertOutsideTransaction, type Executor, insideTransaction, run, sql } from "./sql.ts";
import { asUnavailable } from "./unavailable.ts";

export type Work<T> = (tx: Executor) => Promise<T>;

export type Database = {
  readonly connection: Connection;
  /** For single statements outside a transaction. */
  readonly db: Executor;
  /**
   * Read committed. Tried again up to three times on a deadlock or a serialization failure, so the
   * work must do nothing but write to the database. Sees only what is in reach.
   */
  readonly transaction: <T>(work: Work<T>, reach?: Reach) => Promise<T>;
  /** One unmoving picture of what is in reach, read only: for views and reports. */
  readonly reading: <T>(work: Work<T>, reach?: Reach) => Promise<T>;
  /** The same database as somebody with this reach sees it, whatever they do with it. */
  readonly within: (reach: Reach) => Database;
  readonly close: () => Promise<void>;
};

export type PoolOptions = { readonly max?: number };

const TRY_AGAIN = new Set(["40P01", "40001"]);
const TRIES = 4;

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? "";

/** Runs the work, and again after a deadlock or serialization failure, four times in all. */
export async function withRetry<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!TRY_AGAIN.has(codeOf(error)) || attempt === TRIES) throw error;
      await pause(Math.random() * 20 * 2 ** attempt);
    }
  }
}

function openPool(connection: Connection, { max = 10 }: PoolOptions): pg.Pool {
  const { types, ...config } = clientConfig(connection);
  const pool = new pg.Pool({
    ...config,
    ...(types === undefined ? {} : { types }),
    max,
    onConnect: async (client) => {
      await client.query(`${SESSION} set role huikuan_app;`);
    },
  });
  // A connection that dies while idle has been dropped by the pool already; unheard, it would
  // stop the program. Who needs the database next meets the failure itself.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** The pool as the query builder sees it: guarded against use inside its own transaction. */
function guarded(pool: pg.Pool, connection: Connection): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      assertOutsideTransaction(pool);
      try {
        return (await pool.connect()) as never;
      } catch (error) {
        throw asUnavailable(error, placeOf(connection));
      }
    },
  };
}

/**
 * Steps into the role that sees only the customers of these people, until the transaction ends.
 * What that role sees is fenced by the database itself, so that no query can forget to ask.
 */
async function stepInto(tx: Executor, reach: Reach): Promise<void> {
  if (reach === "all") return;
  const owners = `{${reach.join(",")}}`;
  await run(
    tx,
    sql`select set_config('huikuan.owners', ${owners}, true),
          set_config('role', 'huikuan_scoped', true)`,
  );
}

/** Every transaction has this reach; a statement outside of one would have none, so it is a bug. */
function within(database: Database, reach: Reach): Database {
  if (reach === "all") return database;
  const narrow: Omit<Database, "db"> = {
    connection: database.connection,
    transaction: (work) => database.transaction(work, reach),
    reading: (work) => database.reading(work, reach),
    within: () => narrow as Database,
    close: database.close,
  };
  return Object.defineProperty(narrow, "db", {
    get: () => assert(false, "who does not see the whole book reads and writes in transactions"),
    enumerable: false,
  }) as Database;
}

/**
 * Opens a migrated store. Throws `Unavailable` with one sentence when the server does not answer.
 */
export async function openDatabase(
  connection: Connection,
  options: PoolOptions = {},
): Promise<Database> {
  const pool = openPool(connection, options);
  const db: Executor = new Kysely({
    dialect: new PostgresDialect({ pool: guarded(pool, connection) }),
  });
  const attempt = async <T>(work: Work<T>, reading: boolean, reach: Reach): Promise<T> => {
    const begun = reading
      ? db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only")
      : db.transaction();
    return await begun.execute((tx) =>
      insideTransaction(pool, async () => {
        await stepInto(tx, reach);
        return await work(tx);
      }),
    );
  };
  const database: Database = {
    connection,
    db,
    transaction: (work, reach = "all") =>
      named(connection, () => withRetry(() => attempt(work, false, reach))),
    reading: (work, reach = "all") =>
      named(connection, () => withRetry(() => attempt(work, true, reach))),
    within: (reach) => within(database, reach),
    close: () => db.destroy(),
  };
  try {
    await run(db, sql`select 1`);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function named<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asUnavailable(error, placeOf(connection));
  }
}
