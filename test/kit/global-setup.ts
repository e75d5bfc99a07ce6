/** One PostgreSQL server and one migrated template for a whole test run, gone at its end. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { asOwner, type Connection, inDatabase } from "../../src/store/connection.ts";
import { startEmbedded } from "../../src/store/embedded.ts";
import { migrate } from "../../src/store/migrate.ts";
import { isAlive } from "../../src/store/system.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server, in its administration database. */
    server: Connection;
    /** The name of the migrated template; what is cloned from it begins with the same name. */
    template: string;
  }
}

const FOLDER = /^huikuan-test-(\d+)-/;

/** A run that was killed could not tidy up after itself: the next one does. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(FOLDER.exec(name)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    try {
      const lock = readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");
      if (lock[1]?.startsWith(folder)) process.kill(Number(lock[0]), "SIGQUIT");
    } catch {
      // No server is left in this folder.
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function ownServer(): Promise<{ server: Connection; stop: () => Promise<void> }> {
  sweep();
  const dataDir = mkdtempSync(join(tmpdir(), `huikuan-test-${process.pid}-`));
  const remove = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  try {
    const embedded = await startEmbedded({ dataDir, fast: true });
    const stop = async () => {
      await embedded.stop();
      remove();
    };
    return { server: inDatabase(embedded.connection, "postgres"), stop };
  } catch (error) {
    remove();
    throw error;
  }
}

async function dropAll(server: Connection, prefix: string): Promise<void> {
  await asOwner(server, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  });
}

async function makeTemplate(server: Connection, template: string): Promise<void> {
  await asOwner(server, (client) => client.query(`create database ${template} encoding 'UTF8'`));
  await migrate(inDatabase(server, template));
  await asOwner(server, (client) =>
    client.query(`alter database ${template} allow_connections false`),
  );
}

/** `DATABASE_URL` names another server to run on; its user must be able to create databases. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env["DATABASE_URL"];
  const { server, stop } =
    url === undefined || url === ""
      ? await ownServer()
      : { server: { kind: "url" as const, url }, stop: async () => undefined };
  const template = `huikuan_test_${process.pid}_${Date.now().toString(36)}`;
  const tearDown = async () => {
    try {
      await dropAll(server, template);
    } finally {
      await stop();
    }
  };
  try {
    await makeTemplate(server, template);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide("server", server);
  project.provide("template", template);
  return tearDown;
}
