/** The embedded server as a process: how it is started, recognised and stopped. */
import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { serverNotStopped } from "./refusals.ts";
import type { StoreFolder } from "./store-folder.ts";
import { isAlive } from "./system.ts";

const LARGEST_LOG = 10 * 1024 * 1024;

/** How long other programs on the server may go on when it is to stop, and how long it may take. */
const GUESTS_MILLIS = 10_000;
const STOP_MILLIS = 60_000;

const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"];

/** Containers often have 64 MB here, too little for a parallel query's shared memory. */
const smallSharedMemory = (): boolean => {
  if (!existsSync("/dev/shm")) return false;
  const { bsize, blocks } = statfsSync("/dev/shm");
  return bsize * blocks < 256 * 1024 * 1024;
};

function settings({ socket }: StoreFolder, fast: boolean): readonly string[] {
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

/** As whom and in what surroundings its programs run. */
export const spawnAs = ({ user }: StoreFolder) => ({
  ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
});

export type Launch = {
  readonly child: ChildProcess;
  /** Where the server's own words begin in the log. */
  readonly logFrom: number;
  ended: boolean;
  /** Why the program could not even be run. */
  trouble: string;
};

/** Starts the server in a session of its own, so that Ctrl-C in a terminal reaches only us. */
export function launch(folder: StoreFolder, program: string, fast: boolean): Launch {
  if (existsSync(folder.log) && statSync(folder.log).size > LARGEST_LOG) {
    renameSync(folder.log, `${folder.log}.1`);
  }
  const log = openSync(folder.log, "a", 0o600);
  const child = spawn(
    join(program, "bin", "postgres"),
    ["-D", folder.cluster, ...settings(folder, fast)],
    { ...spawnAs(folder), cwd: folder.cluster, stdio: ["ignore", log, log], detached: true },
  );
  const launched = { child, logFrom: statSync(folder.log).size, ended: false, trouble: "" };
  closeSync(log);
  child.once("exit", () => {
    launched.ended = true;
  });
  child.once("error", ({ message }) => {
    launched.ended = true;
    launched.trouble = message;
  });
  child.unref();
  return launched;
}

/** What the server said last before it ended: the first thing that it found fatal. */
export function lastWords(folder: StoreFolder, { logFrom, trouble }: Launch): string {
  if (trouble !== "") return trouble;
  const text = readFileSync(folder.log).subarray(logFrom).toString("utf8");
  return text.match(/(?:FATAL|PANIC): +(.*)/)?.[1] ?? text.trim().split("\n").at(-1) ?? "";
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

/** The process number which the folder's server wrote down, or 0. */
export const serverPid = ({ cluster }: StoreFolder): number =>
  pidIn(join(cluster, "postmaster.pid"));

/**
 * Whether this process is the server of this very folder, since numbers are used again. Its command
 * line may be read by everybody; in a container even root may not see where it works.
 */
export function isServerOf({ cluster }: StoreFolder, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(cluster);
  } catch {
    return false;
  }
}

/**
 * PostgreSQL removes a dead server's lock files itself, unless another program has got its process
 * number since (usual in containers). Only then do we remove them.
 */
export function removeStaleLocks(folder: StoreFolder): void {
  const files = [join(folder.cluster, "postmaster.pid"), join(folder.socket, ".s.PGSQL.5432.lock")];
  for (const file of files) {
    const pid = pidIn(file);
    if (pid > 0 && isAlive(pid) && !isServerOf(folder, pid)) rmSync(file, { force: true });
  }
}

async function endsWithin(pid: number, millis: number): Promise<boolean> {
  const deadline = Date.now() + millis;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await pause(10);
  }
  return true;
}

/**
 * Stops the server. Other programs that are at work on it (a command beside the running server) may
 * finish within ten seconds, new ones are not let in; then it stops whoever is there.
 */
export async function stopServer(
  folder: StoreFolder,
  pid: number,
  patient: boolean,
): Promise<void> {
  if (!isAlive(pid)) return;
  if (patient) {
    process.kill(pid, "SIGTERM");
    if (await endsWithin(pid, GUESTS_MILLIS)) return;
  }
  process.kill(pid, "SIGINT");
  if (!(await endsWithin(pid, STOP_MILLIS))) throw serverNotStopped(folder.root, pid);
}
