/** PostgreSQL's own folder in a data folder: made once, whole or not at all. */
import { execFile } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { spawnAs } from "./embedded-server.ts";
import { clusterNotMade, folderRefusal } from "./refusals.ts";
import type { StoreFolder } from "./store-folder.ts";
import { halfMade } from "./system.ts";

/** The server's own superuser and the name of our database in it. */
export const OWNER = "huikuan";

/** Makes the cluster beside its place and moves it there, so that a killed run leaves no half. */
export async function makeCluster(
  folder: StoreFolder,
  program: string,
  fast: boolean,
): Promise<void> {
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
