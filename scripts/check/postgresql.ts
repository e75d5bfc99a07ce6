/** The store's tests once more, on the PostgreSQL that the operating system ships. */
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { leftOut, type Part } from "./part.ts";
import { run, start } from "./programs.ts";
import { runSuite } from "./suites.ts";

const INSTALLED = "/usr/lib/postgresql";

/** The folder of the newest server's programs, or null when none is installed. */
function findServer(): string | null {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  const newest = versions
    .filter((name) => existsSync(join(INSTALLED, name, "bin", "postgres")))
    .sort((left, right) => Number(right) - Number(left))[0];
  return newest === undefined ? null : join(INSTALLED, newest, "bin");
}

/** PostgreSQL refuses to run as root: then it runs as its own user. */
function ordinaryUser(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/** A port of the loopback that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const SPEED = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"];

async function withServer<T>(programs: string, work: (url: string) => Promise<T>): Promise<T> {
  const user = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), "huikuan-postgresql-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder };
  const dataFolder = join(folder, "store");
  const port = await freePort();
  try {
    const flags = ["-D", dataFolder, "-U", "owner", "-A", "trust", "-N", "-E", "UTF8"];
    const made = await run(join(programs, "initdb"), [...flags, "--locale=C.UTF-8"], options);
    if (made.code !== 0) throw new Error(`initdb failed: ${made.output}`);
    const settings = [...SPEED, "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`];
    const server = start(
      join(programs, "postgres"),
      ["-D", dataFolder, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
      options,
    );
    try {
      await untilReady(server.output);
      return await work(`postgres://owner@127.0.0.1:${port}/postgres`);
    } finally {
      server.child.kill("SIGINT");
      await server.ended;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untilReady(output: () => string): Promise<void> {
  for (let tenths = 0; tenths < 300; tenths += 1) {
    if (output().includes("ready to accept connections")) return;
    await pause(100);
  }
  throw new Error(`PostgreSQL did not start: ${output()}`);
}

/** All that meets SQL, but not what starts the embedded server itself. */
const ON_A_STORE = [
  ...["--project", "store", "--exclude", "src/store/embedded*.test.ts"],
  ..."store actions views reports jobs http".split(" ").map((room) => `src/${room}/`),
  "test/simulation/",
];

export const storeOnPostgresql: Part = {
  name: "store again, on the system's PostgreSQL",
  async run() {
    const programs = findServer();
    if (programs === null) return leftOut("left out: no PostgreSQL is installed here");
    return withServer(programs, (url) =>
      runSuite({ name: "store", args: ON_A_STORE, env: { DATABASE_URL: url } }),
    );
  },
};
