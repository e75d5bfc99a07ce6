/** The embedded PostgreSQL: starts, adopts, shares and stops the server of a data folder. */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Connection, clientConfig, inDatabase } from "./connection.ts";
import { prepareProgram } from "./embedded-binaries.ts";
import { makeCluster, OWNER } from "./embedded-cluster.ts";
import {
  isServerOf,
  type Launch,
  lastWords,
  launch,
  removeStaleLocks,
  serverPid,
  stopServer,
} from "./embedded-server.ts";
import { folderInUse, serverNotStarted } from "./refusals.ts";
import { prepareFolder, type StoreFolder } from "./store-folder.ts";

export type EmbeddedOptions = {
  readonly dataDir: string;
  /** For tests: what is written may be lost when the machine stops. */
  readonly fast?: boolean;
  /** When another process has the folder: use its server instead of refusing. */
  readonly join?: boolean;
};

export type Embedded = {
  readonly connection: Connection;
  /** Owner: stopping stops the server. Guest of another process: stopping leaves it alone. */
  readonly role: "owner" | "guest";
  readonly stop: () => Promise<void>;
};

const LOCK = "4845493107";

/** After a crash a large store is brought in order before it answers: that may take minutes. */
const START_MILLIS = 600_000;

const TRANSIENT = /lock file .* already exists|shared memory block .* still in use|in use/;

/** A server that answers for this folder, as a connection of the owner's; null when none does. */
async function knock(connection: Connection): Promise<pg.Client | null> {
  const client = new pg.Client({ ...clientConfig(connection), connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

/** Waits until a server answers, starting one when there is none. */
async function findOrStart(
  folder: StoreFolder,
  start: () => Launch,
  administration: Connection,
): Promise<pg.Client> {
  const deadline = Date.now() + START_MILLIS;
  let launched: Launch | null = null;
  let words = "it does not answer";
  while (Date.now() < deadline) {
    const client = await knock(administration);
    if (client !== null) return client;
    if (launched?.ended === true) {
      words = lastWords(folder, launched);
      if (!TRANSIENT.test(words)) break;
      removeStaleLocks(folder);
      launched = null;
      await pause(100);
    }
    if (launched === null) {
      removeStaleLocks(folder);
      launched = isServerOf(folder, serverPid(folder)) ? null : start();
    }
    await pause(20);
  }
  throw serverNotStarted(folder.root, words, folder.log);
}

/** Whoever holds this lock owns the folder; PostgreSQL lets it go when its holder dies. */
async function takeOwnership(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(
    `select pg_try_advisory_lock(${LOCK}) as got`,
  );
  return rows[0]?.got === true;
}

async function makeDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = $1", [OWNER]);
  if (rowCount === 0) await client.query(`create database ${OWNER}`);
}

/**
 * The store of a data folder, running. Adopts a server that a killed run left. Refusals
 * (`Unavailable`, one sentence): those of `prepareFolder`, another live process on the folder
 * (unless `join`), a server that does not start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, fast = false, join: mayJoin = false } = options;
  const folder = prepareFolder(dataDir);
  const program = prepareProgram(folder.root, folder.user);
  await makeCluster(folder, program, fast);
  const administration: Connection = {
    kind: "socket",
    folder: folder.socket,
    user: OWNER,
    database: "postgres",
  };
  const connection = inDatabase(administration, OWNER);
  const begin = () => launch(folder, program, fast);
  const client = await findOrStart(folder, begin, administration);
  if (!(await takeOwnership(client))) {
    await client.end();
    if (mayJoin) return { connection, role: "guest", stop: async () => undefined };
    throw folderInUse(folder.root);
  }
  await makeDatabase(client);
  const pid = serverPid(folder);
  const stop = async () => {
    await client.end().catch(() => undefined);
    await stopServer(folder, pid, !fast);
  };
  return { connection, role: "owner", stop };
}
