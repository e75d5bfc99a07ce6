/** The embedded server is started, adopted, shared and stopped, also after accidents. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asOwner, type Connection } from "./connection.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { makeCluster } from "./embedded-cluster.ts";
import { lastWords, launch } from "./embedded-server.ts";
import { prepareFolder } from "./store-folder.ts";
import { isAlive } from "./system.ts";

let made: string;
let folder: string;
/** A socket's folder that had to lie elsewhere. */
let outside: string | null = null;
let running: Embedded[] = [];
let children: ChildProcess[] = [];

beforeAll(async () => {
  made = freshFolder();
  const { stop } = await startEmbedded({ dataDir: made, fast: true });
  await stop();
});
afterAll(() => remove(made));
beforeEach(() => {
  folder = freshFolder();
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const one of running) await one.stop();
  [running, children] = [[], []];
  if (existsSync(join(folder, "postgres", "postmaster.pid"))) await killed(serverPid());
  remove(folder);
  if (outside !== null) remove(outside);
  outside = null;
});

function freshFolder(): string {
  const fresh = mkdtempSync(join(tmpdir(), "huikuan-embedded-"));
  chmodSync(fresh, 0o711);
  return fresh;
}

const remove = (path: string) => rmSync(path, { recursive: true, force: true, maxRetries: 5 });

/** A store that was made, used and stopped before: a copy, since making one takes a second. */
function takeMadeStore(into = folder): void {
  execFileSync("cp", ["-a", join(made, "postgres"), join(into, "postgres")]);
}

async function start(dataDir = folder, options = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, fast: true, ...options });
  running.push(embedded);
  return embedded;
}

const ask = async (connection: Connection, text: string): Promise<Record<string, unknown>> =>
  (await asOwner(connection, (client) => client.query(text))).rows[0];

const serverPid = (dataDir = folder): number =>
  Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

/** Another process that holds the folder until it is killed. */
async function startElsewhere(dataDir: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("../../test/kit/hold-store.ts", import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

async function killed(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, "SIGKILL");
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("a store", () => {
  test("listens on a private socket only, in UTC, with checksums", async () => {
    takeMadeStore();
    const { connection, role } = await start();
    expect(role).toBe("owner");
    const settings = await ask(
      connection,
      `select current_setting('listen_addresses') as tcp, current_setting('TimeZone') as zone,
         current_setting('jit') as jit, current_setting('data_checksums') as checksums,
         current_setting('server_encoding') as encoding, lower('ÄÖ客') as lower,
         current_setting('server_version_num')::integer / 10000 as version`,
    );
    expect(settings).toEqual({
      tcp: "",
      zone: "UTC",
      jit: "off",
      checksums: "on",
      encoding: "UTF8",
      lower: "äö客",
      version: 18,
    });
    const socket = statSync((connection as { folder: string }).folder);
    expect(socket.mode & 0o777).toBe(0o700);
    expect(socket.uid).toBe(statSync(join(folder, "postgres")).uid);
    expect(socket.uid).not.toBe(0);
  });

  test("keeps its rows, starts again quickly and leaves no process behind", async () => {
    const first = await start();
    await ask(first.connection, "create table kept (n integer)");
    await ask(first.connection, "insert into kept values (7)");
    const pid = serverPid();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
    const second = await start();
    expect(await ask(second.connection, "select n from kept")).toEqual({ n: 7 });
  });

  test("may lie deeper than a socket's path may be long", async () => {
    const deep = join(folder, "a".repeat(60), "收款".repeat(10));
    mkdirSync(deep, { recursive: true });
    takeMadeStore(deep);
    const { connection } = await start(deep);
    expect(await ask(connection, "select 1 as n")).toEqual({ n: 1 });
    const { folder: socket } = connection as { folder: string };
    expect(socket.startsWith(deep)).toBe(false);
    outside = socket;
  });

  test("is made once when two programs start at the same time", async () => {
    const both = await Promise.allSettled([start(), start()]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = both.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(String(refused.reason)).toContain("Another huikuan is running");
    expect(readdirSync(folder).filter((name) => name.includes(".new-"))).toEqual([]);
  });
});

describe("a store that another process has", () => {
  test("is refused with one sentence, or shared when asked", async () => {
    takeMadeStore();
    await startElsewhere(folder);
    const sentence = `Another huikuan is running on the data folder ${folder}; stop it first`;
    await expect(start()).rejects.toThrow(sentence);
    const guest = await start(folder, { join: true });
    expect(guest.role).toBe("guest");
    await guest.stop();
    expect(await ask(guest.connection, "select 1 as n")).toEqual({ n: 1 });
  });

  test("is not pulled away under a command that is at work beside its owner", async () => {
    takeMadeStore();
    const owner = await start(folder, { fast: false });
    const guest = await start(folder, { join: true });
    let stopped: Promise<void> = Promise.resolve();
    const work = await asOwner(guest.connection, async (client) => {
      stopped = owner.stop();
      return await client.query("select pg_sleep(0.5), 7 as n");
    });
    expect(work.rows).toMatchObject([{ n: 7 }]);
    await stopped;
    await expect(ask(guest.connection, "select 1")).rejects.toThrow("nothing listens there");
  });

  test("is adopted when that process was killed", async () => {
    takeMadeStore();
    const child = await startElsewhere(folder);
    const pid = serverPid();
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(isAlive(pid)).toBe(true);
    const { role, stop } = await adopt();
    expect([role, serverPid()]).toEqual(["owner", pid]);
    await stop();
    expect(isAlive(pid)).toBe(false);
  });

  /** The server notices its dead owner a moment later. */
  async function adopt(): Promise<Embedded> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await start();
      } catch (error) {
        if (attempt === 50) throw error;
      }
    }
  }
});

describe("after an accident", () => {
  test("a server that was killed is started again and has what was committed", async () => {
    takeMadeStore();
    const first = await start(folder, { fast: false });
    await ask(first.connection, "create table kept as select 7 as n");
    await killed(serverPid());
    const second = await start();
    expect(await ask(second.connection, "select n from kept")).toEqual({ n: 7 });
  });

  test("a process number used again by another program does not keep the store shut", async () => {
    takeMadeStore();
    const first = await start();
    const pid = serverPid();
    await first.stop();
    const stranger = spawn("sleep", ["60"]);
    children.push(stranger);
    const { uid, gid } = statSync(join(folder, "postgres"));
    expect(isAlive(pid)).toBe(false);
    const socket = (first.connection as { folder: string }).folder;
    const lock = `${stranger.pid}\n${folder}/postgres\n1\n5432\n${socket}\n\n0 0\nready\n`;
    writeFileSync(join(folder, "postgres", "postmaster.pid"), lock);
    writeFileSync(join(socket, ".s.PGSQL.5432.lock"), lock);
    chmodSync(join(folder, "postgres", "postmaster.pid"), 0o666);
    chmodSync(join(socket, ".s.PGSQL.5432.lock"), 0o666);
    expect(uid + gid).toBeGreaterThan(0);
    const second = await start();
    expect(await ask(second.connection, "select 1 as n")).toEqual({ n: 1 });
    expect(stranger.exitCode).toBeNull();
  });

  test("what a killed first start left half-made is taken away", async () => {
    takeMadeStore();
    mkdirSync(join(folder, "postgres.new-999999-ab"));
    await start();
    expect(readdirSync(folder)).not.toContain("postgres.new-999999-ab");
  });

  test("a damaged cluster is one sentence with the server's own reason", async () => {
    takeMadeStore();
    writeFileSync(join(folder, "postgres", "postgresql.conf"), "no such setting\n");
    await expect(start()).rejects.toThrow(/does not start: .*postgresql\.conf.*; see .*\.log/);
  });

  test.each([
    ["echo 'initdb: error: no space left' >&2; exit 1", "can't be made: no space left."],
    ["echo 'something odd' >&2; exit 1", "can't be made: something odd."],
    ["exit 1", "Command failed"],
  ])("a store that can't be made leaves nothing: %s", async (script, sentence) => {
    mkdirSync(join(folder, "program", "bin"), { recursive: true });
    writeFileSync(join(folder, "program", "bin", "initdb"), `#!/bin/sh\n${script}\n`, {
      mode: 0o755,
    });
    const prepared = prepareFolder(join(folder, "data"));
    const making = makeCluster(prepared, join(folder, "program"), true);
    await expect(making).rejects.toThrow(sentence);
    expect(readdirSync(join(folder, "data"))).toEqual(["run"]);
  });

  test("a program that can't be run at all says so", async () => {
    takeMadeStore();
    const launched = launch(prepareFolder(folder), "/nowhere", true);
    await once(launched.child, "error").catch(() => undefined);
    expect(lastWords(prepareFolder(folder), launched)).toContain("ENOENT");
    expect(launched.ended).toBe(true);
  });

  test("a log that has grown large is put aside", async () => {
    takeMadeStore();
    writeFileSync(join(folder, "postgres.log"), Buffer.alloc(10 * 1024 * 1024 + 1, "x"));
    await start();
    expect(statSync(join(folder, "postgres.log")).size).toBeLessThan(10_000);
    expect(existsSync(join(folder, "postgres.log.1"))).toBe(true);
  });
});
