/** What the store tells a person when it can't go on: one sentence each, in both languages. */
import { type Sentence, Unavailable } from "../domain/values/result.ts";

const OTHER_FOLDER: Sentence = {
  zh: "请用 --data 指定其他目录",
  en: "name another folder with --data",
};

/** Why a path can't be written, by the system's error code. */
const NOT_WRITTEN: Readonly<Record<string, Sentence>> = {
  EACCES: {
    zh: "当前用户没有写入权限，请授予权限，或",
    en: "may not be written by this user; give the rights or",
  },
  EPERM: {
    zh: "当前用户没有写入权限，请授予权限，或",
    en: "may not be written by this user; give the rights or",
  },
  EROFS: { zh: "在只读磁盘上，", en: "is on a read-only disk;" },
  ENOSPC: { zh: "所在磁盘已满，请清理空间，或", en: "is on a full disk; make room or" },
  ENOTDIR: { zh: "的上级是文件而不是目录，", en: "lies below a file, not a folder;" },
  EEXIST: { zh: "是文件而不是目录，", en: "is a file, not a folder;" },
  ENOENT: { zh: "无法在该处创建，", en: "can't be made there;" },
  ENAMETOOLONG: { zh: "的路径过长，", en: "has too long a name;" },
};

/** A failure to write in the data folder as its sentence; other errors pass through. */
export function folderRefusal(root: string, error: unknown): unknown {
  const { code = "", syscall = "" } = error as NodeJS.ErrnoException;
  const known = Object.hasOwn(NOT_WRITTEN, code) && !syscall.startsWith("spawn");
  const why = known ? NOT_WRITTEN[code] : undefined;
  if (why === undefined) return error;
  return new Unavailable({
    zh: `数据目录 ${root} ${why.zh}${OTHER_FOLDER.zh}。`,
    en: `The data folder ${root} ${why.en} ${OTHER_FOLDER.en}.`,
  });
}

export const notADataFolder = (root: string, foreign: string) =>
  new Unavailable({
    zh: `目录 ${root} 不是回款的数据目录（其中有 ${foreign}），请用 --data 指定空目录或新目录。`,
    en:
      `The folder ${root} is not a data folder of huikuan (it holds ${foreign}); name an empty ` +
      "or a new folder with --data.",
  });

export const folderOfRoot = (root: string, cluster: string) =>
  new Unavailable({
    zh:
      `数据目录 ${root} 属于 root，而 PostgreSQL 不能以 root 运行；` +
      `请改为普通用户所有（chown -R postgres ${cluster}）。`,
    en:
      `The data folder ${root} belongs to root, as whom PostgreSQL refuses to run; give it to an ` +
      `ordinary user (chown -R postgres ${cluster}).`,
  });

export const folderOfSomebodyElse = (root: string, owner: string) =>
  new Unavailable({
    zh: `数据目录 ${root} 属于用户 ${owner}；请以 ${owner} 或 root 启动，或${OTHER_FOLDER.zh.slice(1)}。`,
    en:
      `The data folder ${root} belongs to user ${owner}; start huikuan as ${owner} or as root, ` +
      `or ${OTHER_FOLDER.en}.`,
  });

export const folderOutOfReach = (root: string, user: string, closed: string) =>
  new Unavailable({
    zh:
      `数据库以用户 ${user} 运行，但该用户无法进入 ${closed}，因而到不了数据目录 ${root}；` +
      `${OTHER_FOLDER.zh}，或开放该目录（chmod o+x）。`,
    en:
      `The data folder ${root} can't be reached by user ${user}, as whom the database runs: ` +
      `${closed} is closed to it; ${OTHER_FOLDER.en} or open that one (chmod o+x).`,
  });

export const socketFolderTaken = (path: string) =>
  new Unavailable({
    zh: `目录 ${path} 属于其他用户，请将其移除。`,
    en: `The folder ${path} belongs to somebody else; remove it.`,
  });

export const folderOfOtherPostgres = (root: string, theirs: string, ours: string) =>
  new Unavailable({
    zh:
      `数据目录 ${root} 由 PostgreSQL ${theirs} 写成，本程序自带的是 ${ours}；` +
      "请用原来的程序备份，再在这里恢复。",
    en:
      `The data folder ${root} was written by PostgreSQL ${theirs}, this program brings ${ours}; ` +
      "make a backup with the program that wrote it and restore that here.",
  });

export const folderInUse = (root: string) =>
  new Unavailable({
    zh: `另一个回款程序正在使用数据目录 ${root}；请先停止它，或用 --data 指定其他目录。`,
    en:
      `Another huikuan is running on the data folder ${root}; stop it first or ` +
      `${OTHER_FOLDER.en}.`,
  });

export const noServerUser = () =>
  new Unavailable({
    zh:
      "PostgreSQL 不能以 root 运行，而本系统没有 postgres 或 nobody 用户；" +
      "请以普通用户启动，或设置 DATABASE_URL。",
    en:
      "PostgreSQL refuses to run as root and this system has no user postgres or nobody; start " +
      "huikuan as an ordinary user or set DATABASE_URL.",
  });

/** Why there are no PostgreSQL programs for this machine. */
export const NO_PROGRAMS = {
  windows: {
    zh: "Windows 上没有驱动可用的 Unix 套接字",
    en: "Windows has no Unix sockets that our driver can use",
  },
  musl: {
    zh: "本系统没有 glibc（例如 Alpine）",
    en: "This Linux has no glibc (Alpine, for example)",
  },
  missing: {
    zh: "node_modules 中没有适用于本机的 PostgreSQL 程序",
    en: "There are no PostgreSQL programs for this machine in node_modules",
  },
} as const;

export const noPrograms = ({ zh, en }: Sentence) =>
  new Unavailable({
    zh: `${zh}，无法使用内置数据库；请设置 DATABASE_URL（PostgreSQL 15 或以上）。`,
    en:
      `${en}, so huikuan can't bring its own PostgreSQL; set DATABASE_URL to a server ` +
      "(PostgreSQL 15 or newer).",
  });

export const clusterNotMade = (root: string, why: string, cause: unknown) =>
  new Unavailable(
    {
      zh: `无法在 ${root} 中建立数据库：${why}。`,
      en: `The store in ${root} can't be made: ${why}.`,
    },
    { cause },
  );

export const serverNotStarted = (root: string, why: string, log: string) =>
  new Unavailable({
    zh: `${root} 中的数据库无法启动：${why}；详见 ${log}。`,
    en: `The store in ${root} does not start: ${why}; see ${log}.`,
  });

export const serverNotStopped = (root: string, pid: number) =>
  new Unavailable({
    zh: `${root} 中的数据库没有停下来（进程 ${pid}）。`,
    en: `The store in ${root} does not stop (process ${pid}).`,
  });

export const serverTooOld = (place: Sentence, major: number) =>
  new Unavailable({
    zh: `${place.zh}的版本是 ${major}；回款需要 PostgreSQL 15 或以上。`,
    en: `${place.en} is version ${major}; huikuan needs PostgreSQL 15 or newer.`,
  });

export const encodingWrong = (place: Sentence, encoding: string) =>
  new Unavailable({
    zh: `${place.zh}的编码是 ${encoding}；请用 encoding 'UTF8' 建立数据库。`,
    en: `${place.en} stores text as ${encoding}; create the database with encoding 'UTF8'.`,
  });

export const storeOfNewerProgram = (place: Sentence, theirs: number, ours: number) =>
  new Unavailable({
    zh:
      `${place.zh}由更新版本的回款写成（结构 ${theirs}，本程序只到 ${ours}）；` +
      "请升级程序，或恢复升级前的备份。",
    en:
      `${place.en} was written by a newer huikuan (schema ${theirs}; this program knows up to ` +
      `${ours}); update the program or restore a backup made before the update.`,
  });

export const migrationEdited = (version: number, name: string) =>
  new Unavailable({
    zh: `迁移 ${version}（${name}）在应用之后被改动；请还原该文件，把改动写成新的迁移。`,
    en:
      `Migration ${version} (${name}) was edited after it had been applied to this store; put ` +
      "the file back as it was and write the change as a new migration.",
  });

export const migrationNotAllowed = (version: number, name: string, cause: Error) =>
  new Unavailable(
    {
      zh:
        `迁移 ${version}（${name}）没有权限：${cause.message}；DATABASE_URL 应使用数据库的所有者，` +
        "并允许其创建角色（alter role … createrole）。",
      en:
        `Migration ${version} (${name}) is not allowed: ${cause.message}; let DATABASE_URL name ` +
        "the database's owner, and let that user create roles (alter role … createrole).",
    },
    { cause },
  );

export const notABackup = (file: string) =>
  new Unavailable({
    zh: `${file} 不是回款的备份文件。`,
    en: `${file} is not a backup of huikuan.`,
  });

export const backupDamaged = (file: string, cause?: unknown) =>
  new Unavailable(
    {
      zh: `备份文件 ${file} 已损坏或不完整，没有恢复任何内容；请改用另一份备份。`,
      en: `The backup ${file} is damaged or cut short; nothing was restored: use another one.`,
    },
    { cause },
  );

export const backupOfNewerProgram = (file: string, program: string) =>
  new Unavailable({
    zh: `备份文件 ${file} 由更新版本的回款（${program}）写成；请先升级程序。`,
    en: `The backup ${file} was written by a newer huikuan (${program}); update the program first.`,
  });

export const backupOfOtherProgram = (file: string, program: string) =>
  new Unavailable({
    zh: `备份文件 ${file} 的数据结构与本程序不符（由 ${program} 写成）；请用写它的程序恢复。`,
    en:
      `The backup ${file} has a schema that this program never had (written by ${program}); ` +
      "restore it with the program that wrote it.",
  });

export const storeNotEmpty = ({ zh, en }: Sentence) =>
  new Unavailable({
    zh: `${zh}已有内容；只能恢复到空的数据库，请用 --data 指定新目录。`,
    en: `${en} is not empty; restore into a new one (--data NEW_FOLDER).`,
  });
