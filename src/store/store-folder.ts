/** The embedded store's folder: what is where, and who is refused with which sentence. */
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import {
  folderOfOtherPostgres,
  folderOfRoot,
  folderOfSomebodyElse,
  folderOutOfReach,
  folderRefusal,
  notADataFolder,
  socketFolderTaken,
} from "./refusals.ts";
import {
  findServerUser,
  firstClosedFolder,
  isAlive,
  type ServerUser,
  userNamed,
} from "./system.ts";

export type StoreFolder = {
  readonly root: string;
  /** PostgreSQL's own folder. */
  readonly cluster: string;
  readonly socket: string;
  readonly log: string;
  /** Whom the server runs as; null: as ourselves. */
  readonly user: ServerUser | null;
};

/** What may stand in a data folder; anything else says that the folder is somebody else's. */
const OURS = /^(postgres|run|mail|backups|postgres\.log(\.1)?|lost\+found|\.DS_Store)$/;
const LEFT_OVER = /^(postgres|program-[\w.-]+)\.new-(\d+)-\w+$/;
const PROGRAM = /^program-/;

const MAJOR = "18";

/** A Unix socket's path ends at 107 bytes on Linux (103 on macOS), with `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 88;

/** `/var/lib/huikuan` as root, else `~/.local/share/huikuan` (XDG base directories). */
export function defaultStoreFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (process.getuid?.() === 0) return "/var/lib/huikuan";
  return join(env["XDG_DATA_HOME"] || join(homedir(), ".local", "share"), "huikuan");
}

function assertOurs(root: string): void {
  const names = readdirSync(root);
  if (existsSync(join(root, "postgres", "PG_VERSION"))) return;
  const foreign = names.find(
    (name) => !OURS.test(name) && !LEFT_OVER.test(name) && !PROGRAM.test(name),
  );
  const odd = foreign ?? (names.includes("postgres") ? "postgres" : undefined);
  if (odd === undefined) return;
  throw notADataFolder(root, odd);
}

/** Takes away what a killed first start left half-made. */
function sweep(root: string): void {
  for (const name of readdirSync(root)) {
    const pid = Number(LEFT_OVER.exec(name)?.[2] ?? 0);
    if (pid > 0 && pid !== process.pid && !isAlive(pid)) {
      rmSync(join(root, name), { recursive: true, force: true });
    }
  }
}

/** The user of an existing cluster is its owner, since PostgreSQL insists on that. */
function userOf(root: string, cluster: string): ServerUser | null {
  const ourselves = process.getuid?.() ?? -1;
  if (!existsSync(cluster)) return findServerUser();
  const { uid, gid } = statSync(cluster);
  if (ourselves === uid && uid !== 0) return null;
  if (uid === 0) throw folderOfRoot(root, cluster);
  if (ourselves !== 0) throw folderOfSomebodyElse(root, userNamed(uid));
  return { name: userNamed(uid), uid, gid };
}

function assertReachable(root: string, user: ServerUser): void {
  const closed = firstClosedFolder(dirname(root), user);
  if (closed !== null) throw folderOutOfReach(root, user.name, closed);
  const { mode } = statSync(root);
  chmodSync(root, mode | 0o011);
}

/** A folder for one user alone; one that belongs to somebody else is refused. */
function privateFolder(path: string, user: ServerUser | null): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const owner = user?.uid ?? process.getuid?.() ?? -1;
  const found = lstatSync(path);
  if (!found.isDirectory() || (found.uid !== owner && process.getuid?.() !== 0)) {
    throw socketFolderTaken(path);
  }
  if (user !== null) chownSync(path, user.uid, user.gid);
  chmodSync(path, 0o700);
  return path;
}

/** Inside the data folder, or below the temporary folder when that path would be too long. */
function socketFolder(root: string): string {
  const inside = join(root, "run");
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER) return inside;
  const key = createHash("sha256").update(root).digest("hex").slice(0, 12);
  const short = join(tmpdir(), `huikuan-${key}`);
  return Buffer.byteLength(short) <= LONGEST_SOCKET_FOLDER ? short : `/tmp/huikuan-${key}`;
}

function assertVersion(root: string, cluster: string): void {
  const file = join(cluster, "PG_VERSION");
  if (!existsSync(file)) return;
  const version = readFileSync(file, "utf8").trim();
  if (version !== MAJOR) throw folderOfOtherPostgres(root, version, MAJOR);
}

/** With its parents. Node's own way goes round for ever where a folder can't be made (`/proc`). */
function makeFolder(path: string, mode: number): void {
  if (isFolder(path)) return;
  if (!existsSync(dirname(path))) makeFolder(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (!isFolder(path)) throw error; // another program was quicker
  }
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/**
 * Makes or checks the folder. Refusals (`Unavailable`, one sentence each): read-only, full,
 * below a file, somebody else's, out of the server user's reach, of another PostgreSQL.
 */
export function prepareFolder(dataDir: string): StoreFolder {
  const asked = resolve(dataDir);
  try {
    makeFolder(asked, process.getuid?.() === 0 ? 0o711 : 0o700);
    const root = realpathSync(asked);
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
    assertOurs(root);
    const cluster = join(root, "postgres");
    const user = userOf(root, cluster);
    assertVersion(root, cluster);
    if (user !== null) assertReachable(root, user);
    sweep(root);
    const socket = privateFolder(socketFolder(root), user);
    return { root, cluster, socket, log: join(root, "postgres.log"), user };
  } catch (error) {
    throw folderRefusal(asked, error);
  }
}
