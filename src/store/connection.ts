/** Where a PostgreSQL server is, and how our programs connect to it. */
import pg from "pg";
import type { Sentence } from "../domain/values/result.ts";
import { valueTypes } from "./sql.ts";
import { asUnavailable } from "./unavailable.ts";

export type Connection =
  | { readonly kind: "url"; readonly url: string }
  | {
      readonly kind: "socket";
      readonly folder: string;
      readonly user: string;
      readonly database: string;
    };

/** What a stopped network or a full pool may cost before we say so. */
const CONNECT_MILLIS = 10_000;

/** The same for every connection, whatever the server's defaults: days and moments read back. */
export const SESSION = "set timezone to 'UTC'; set datestyle to 'ISO, YMD';";

/** `user@/database?host=/folder` names a socket: fine for PostgreSQL, no URL for the standard. */
export const parseServerUrl = (url: string): URL => new URL(url.replace(/@\//, "@localhost/"));

/** The connection as a person would name it, without its password. */
export function placeOf(connection: Connection): Sentence {
  if (connection.kind === "socket") {
    const { folder } = connection;
    return { zh: `套接字目录 ${folder} 的数据库`, en: `The store with its socket in ${folder}` };
  }
  try {
    const { hostname, port, pathname } = parseServerUrl(connection.url);
    const where = `${hostname || "localhost"}${port && `:${port}`}${pathname}`;
    return { zh: `PostgreSQL（${where}）`, en: `PostgreSQL at ${where}` };
  } catch {
    return { zh: "DATABASE_URL 所指的 PostgreSQL", en: "PostgreSQL at DATABASE_URL" };
  }
}

/** The driver's settings for this connection. */
export function clientConfig(connection: Connection): pg.ClientConfig {
  const shared = {
    types: valueTypes,
    connectionTimeoutMillis: CONNECT_MILLIS,
    application_name: "huikuan",
    keepAlive: true,
  };
  if (connection.kind === "url") return { ...shared, connectionString: connection.url };
  const { folder, user, database } = connection;
  return { ...shared, host: folder, user, database };
}

/** The same server with another database. */
export function inDatabase(connection: Connection, database: string): Connection {
  if (connection.kind === "socket") return { ...connection, database };
  const url = parseServerUrl(connection.url);
  url.pathname = `/${database}`;
  return { ...connection, url: url.href };
}

/**
 * Lends a connection of the store's owner, for migrations, backups and the job library only:
 * everything else is `huikuan_app`. Throws `Unavailable` when the server does not answer.
 */
export async function asOwner<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(clientConfig(connection));
  let lost: Error | null = null;
  client.on("error", (error) => {
    lost = error;
  });
  try {
    await client.connect();
    await client.query(SESSION);
    return await work(client);
  } catch (error) {
    throw asUnavailable(lost ?? error, placeOf(connection));
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Begins, works, commits; whatever fails rolls everything back. */
export async function ownerTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    const value = await work();
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}
