/** What the operating system tells the store: users, their rights, and which processes live. */
import { randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { noServerUser } from "./refusals.ts";

/** Whom the server runs as; null: as ourselves. PostgreSQL refuses to run as root. */
export type ServerUser = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * As root the server runs as `postgres`, or where there is none as `nobody`; otherwise as we do.
 */
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
export function bitsFor(path: string, user: ServerUser): number {
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

/** The name of a user, or its number where it has none. */
export function userNamed(uid: number): string {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.split(":")[2] === String(uid));
  return line?.split(":")[0] ?? `number ${uid}`;
}

/** A name for what is still being made: says by whom, and no two of a process are the same. */
export const halfMade = (path: string): string =>
  `${path}.new-${process.pid}-${randomBytes(4).toString("hex")}`;

/** Whether a process of this number runs (it may be another user's) and is no dead one unburied. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return process.platform !== "linux";
  }
}
