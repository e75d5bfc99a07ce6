/** The embedded PostgreSQL: starts, adopts and stops the server that lives in a data folder. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { type Connection, clientConfig, inDatabase } from "./connection.ts";
import { type DataFolder, prepareFolder } from "./data-folder.ts";
import { prepareProgram } from "./embedded-binaries.ts";
import {
  clusterNotMade,
  folderInUse,
  folderRefusal,
  serverNotStarted,
  serverNotStopped,
} from "./refusals.ts";
import { halfMade, isAlive } from "./system.ts";

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

const OWNER = "huikuan";
const LOCK = "4845493107";
const START_MILLIS = 60_000;
const STOP_MILLIS = 30_000;
const LARGEST_LOG = 10 * 1024 * 1024;

const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"];

/** Containers often have 64 MB here, too little for a parallel query's shared memory. */
const smallSharedMemory = (): boolean => {
  if (!existsSync("/dev/shm")) return false;
  const { bsize, blocks } = statfsSync("/dev/shm");
  return bsize * blocks < 256 * 1024 * 1024;
};

function settings({ socket }: DataFolder, fast: boolean): readonly string[] {
  const list = [
    "listen_addresses=",
    `unix_socket_directories=${socket}`,
    "unix_socket_permissions=0700",
    "timezone=UTC",
    "log_timezone=UTC",
    "jit=off",
    "max_connections=80",
    ...(smallSharedMemory() ? ["dynamic_shared_memory_type=mmap"] : []),
    ...(fast ? FAST : []),
  ];
  return list.flatMap((setting) => ["-c", setting]);
}

const spawnAs = ({ user }: DataFolder) => ({
  ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
});

/** Makes the cluster beside its place and moves it there, so that a killed run leaves no half. */
async function makeCluster(folder: DataFolder, program: string, fast: boolean): Promise<void> {
  if (existsSync(folder.cluster)) return;
  const half = halfMade(folder.cluster);
  try {
    mkdirSync(half, { mode: 0o700 });
    if (folder.user !== null) chownSync(half, folder.user.uid, folder.user.gid);
    const flags = ["-D", half, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-locale"];
    const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums"];
    const initdb = join(program, "bin", "initdb");
    const args = [...flags, ...locale, "--no-instructions", ...(fast ? ["--no-sync"] : [])];
    await promisify(execFile)(initdb, args, { ...spawnAs(folder), cwd: half });
    renameSync(half, folder.cluster);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (existsSync(folder.cluster)) return; // another process was quicker
    const { stderr } = error as { stderr?: string };
    const why = stderr?.match(/(?:FATAL|error): *(.*)/)?.[1] ?? stderr?.trim().split("\n").at(-1);
    if (why === undefined || why === "") throw folderRefusal(folder.root, error);
    throw clusterNotMade(folder.root, why, error);
  }
}

type Launch = { readonly child: ChildProcess; readonly logFrom: number; ended: boolean };

/** Starts the server in a session of its own, so that Ctrl-C in a terminal reaches only us. */
function launch(folder: DataFolder, program: string, fast: boolean): Launch {
  if (existsSync(folder.log) && statSync(folder.log).size > LARGEST_LOG) {
    renameSync(folder.log, `${folder.log}.1`);
  }
  const log = openSync(folder.log, "a", 0o600);
  const child = spawn(
    join(program, "bin", "postgres"),
    ["-D", folder.cluster, ...settings(folder, fast)],
    { ...spawnAs(folder), cwd: folder.cluster, stdio: ["ignore", log, log], detached: true },
  );
  const launched: Launch = { child, logFrom: statSync(folder.log).size, ended: false };
  closeSync(log);
  const end = () => {
    launched.ended = true;
  };
  child.once("exit", end);
  child.once("error", end);
  child.unref();
  return launched;
}

/** The process number in a lock file of PostgreSQL's, or 0. */
function pidIn(file: string): number {
  try {
    const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : 0;
  } catch {
    return 0;
  }
}

/** Whether this process is the server of this very folder: numbers are used again. */
function isServerOf(folder: DataFolder, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    const name = readFileSync(`/proc/${pid}/comm`, "utf8").trim();
    return name === "postgres" && readlinkSync(`/proc/${pid}/cwd`) === folder.cluster;
  } catch {
    return false;
  }
}

/**
 * PostgreSQL removes a dead server's lock files itself, unless another program has got its process
 * number since (usual in containers). Only then do we remove them.
 */
function removeStaleLocks(folder: DataFolder): void {
  const files = [join(folder.cluster, "postmaster.pid"), join(folder.socket, ".s.PGSQL.5432.lock")];
  for (const file of files) {
    const pid = pidIn(file);
    if (pid > 0 && isAlive(pid) && !isServerOf(folder, pid)) rmSync(file, { force: true });
  }
}

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

/** What the server wrote into its log since we started it and found fatal. */
function lastWords(folder: DataFolder, from: number): string {
  const text = readFileSync(folder.log).subarray(from).toString("utf8");
  return text.match(/(?:FATAL|PANIC): +(.*)/)?.[1] ?? text.trim().split("\n").at(-1) ?? "";
}

const TRANSIENT = /lock file .* already exists|shared memory block .* still in use|in use/;

/** Waits until a server answers, starting one when there is none. */
async function findOrStart(
  folder: DataFolder,
  start: () => Launch,
  administration: Connection,
): Promise<{ readonly client: pg.Client; readonly launched: Launch | null }> {
  const deadline = Date.now() + START_MILLIS;
  let launched: Launch | null = null;
  let words = "it does not answer";
  while (Date.now() < deadline) {
    const client = await knock(administration);
    if (client !== null) return { client, launched };
    if (launched?.ended === true) {
      words = lastWords(folder, launched.logFrom);
      if (!TRANSIENT.test(words)) break;
      removeStaleLocks(folder);
      launched = null;
      await pause(100);
    }
    if (launched === null) {
      removeStaleLocks(folder);
      launched = isServerOf(folder, pidIn(join(folder.cluster, "postmaster.pid"))) ? null : start();
    }
    await pause(20);
  }
  launched?.child.kill("SIGQUIT");
  throw serverNotStarted(folder.root, words, folder.log);
}

async function stopServer(folder: DataFolder, pid: number): Promise<void> {
  if (!isServerOf(folder, pid)) return;
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + STOP_MILLIS;
  while (isAlive(pid)) {
    if (Date.now() > deadline) {
      throw serverNotStopped(folder.root, pid);
    }
    await pause(10);
  }
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
  const { client } = await findOrStart(folder, begin, administration);
  if (!(await takeOwnership(client))) {
    await client.end();
    if (mayJoin) return { connection, role: "guest", stop: async () => undefined };
    throw folderInUse(folder.root);
  }
  await makeDatabase(client);
  const pid = pidIn(join(folder.cluster, "postmaster.pid"));
  const stop = async () => {
    await stopServer(folder, pid);
    await client.end().catch(() => undefined);
  };
  return { connection, role: "owner", stop };
}
