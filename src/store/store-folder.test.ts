/** A data folder is made as needed, or refused with one sentence. */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderRefusal } from "./refusals.ts";
import { defaultStoreFolder, prepareFolder } from "./store-folder.ts";

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "huikuan-folder-"));
  chmodSync(base, 0o755);
});
afterEach(() => {
  execFileSync("chmod", ["-R", "u+rwx", base]);
  rmSync(base, { recursive: true, force: true });
});

/** What an ordinary user is told who asks for this folder. */
function asOrdinaryUser(dataDir: string): string {
  const script = fileURLToPath(new URL("../../test/kit/hold-store.ts", import.meta.url));
  const args = [script, dataDir, "nobody", "prepared"];
  return execFileSync(process.execPath, args, { encoding: "utf8" }).trim();
}

/** Makes a folder what an ordinary user would have made. */
const give = (path: string) => (isRoot ? chownSync(path, NOBODY, NOBODY) : undefined);

describe("a folder is made as it is needed", () => {
  test("with its parents, closed to others, and with a private one for the socket", () => {
    const { root, cluster, socket, user } = prepareFolder(join(base, "a", "b"));
    expect([root, cluster, socket].map((path) => path.slice(base.length))).toEqual([
      "/a/b",
      "/a/b/postgres",
      "/a/b/run",
    ]);
    expect(statSync(root).mode & 0o066).toBe(0);
    expect(statSync(socket).mode & 0o777).toBe(0o700);
    expect(statSync(socket).uid).toBe(user?.uid ?? process.getuid?.());
    expect(existsSync(cluster)).toBe(false);
  });

  test("by an ordinary user too", () => {
    give(base);
    expect(asOrdinaryUser(join(base, "a"))).toContain("prepared");
    expect(statSync(join(base, "a")).mode & 0o777).toBe(0o700);
    expect(statSync(join(base, "a")).uid).toBe(isRoot ? NOBODY : process.getuid?.());
  });

  test("where it stands really, so that two names of it are one store", () => {
    mkdirSync(join(base, "disk"));
    symlinkSync(join(base, "disk"), join(base, "link"));
    expect(prepareFolder(join(base, "link")).root).toBe(prepareFolder(join(base, "disk")).root);
  });

  test("and its default is the system's place for such things", () => {
    const place = defaultStoreFolder({ XDG_DATA_HOME: "/xdg" });
    expect(place).toBe(isRoot ? "/var/lib/huikuan" : "/xdg/huikuan");
  });
});

describe("a folder that can't be used is refused with one sentence", () => {
  test("a file", () => {
    writeFileSync(join(base, "file"), "");
    const sentence = `The data folder ${base}/file is a file, not a folder; name another`;
    expect(() => prepareFolder(join(base, "file"))).toThrow(sentence);
  });

  test("below a file", () => {
    writeFileSync(join(base, "file"), "");
    expect(() => prepareFolder(join(base, "file", "x"))).toThrow("lies below a file");
  });

  test("where the system lets nobody make one", () => {
    const nowhere = process.platform === "linux" ? "/proc/x/y" : "/dev/fd/x";
    expect(() => prepareFolder(nowhere)).toThrow(/^The data folder .* with --data\.$/);
  });

  test("with a name that is too long", () => {
    expect(() => prepareFolder(join(base, "x".repeat(300)))).toThrow("has too long a name");
  });

  test("one that holds somebody else's things, which stay untouched", () => {
    mkdirSync(join(base, "photos"));
    writeFileSync(join(base, "photos", "cat.jpg"), "miaow");
    const sentence = `${base}/photos is not a data folder of huikuan (it holds cat.jpg)`;
    expect(() => prepareFolder(join(base, "photos"))).toThrow(sentence);
    expect(existsSync(join(base, "photos", "run"))).toBe(false);
  });

  test("one whose folder postgres is not a cluster", () => {
    mkdirSync(join(base, "postgres"));
    writeFileSync(join(base, "postgres", "notes.txt"), "");
    expect(() => prepareFolder(base)).toThrow(
      "is not a data folder of huikuan (it holds postgres)",
    );
  });

  test("one of another PostgreSQL", () => {
    mkdirSync(join(base, "postgres"));
    writeFileSync(join(base, "postgres", "PG_VERSION"), "15\n");
    give(join(base, "postgres"));
    expect(() => prepareFolder(base)).toThrow("written by PostgreSQL 15, this program brings 18");
  });

  test("read-only for this user", () => {
    give(base);
    chmodSync(base, 0o555);
    const sentence = "may not be written by this user; give the rights or name another folder";
    expect(asOrdinaryUser(base)).toContain(sentence);
    expect(asOrdinaryUser(join(base, "new"))).toContain(sentence);
  });

  test.each([
    ["EROFS", "is on a read-only disk"],
    ["ENOSPC", "is on a full disk"],
  ])("a disk that answers %s", (code, sentence) => {
    const refused = folderRefusal("/data", Object.assign(new Error(code), { code }));
    expect(String(refused)).toContain(`The data folder /data ${sentence}`);
    const other = new Error("something else");
    expect(folderRefusal("/data", other)).toBe(other);
  });
});

/** As an ordinary user these can't come about: only root meets folders it may enter alone. */
function rootAlone(): void {
  test("a folder that user can't reach is refused, naming the closed one", () => {
    mkdirSync(join(base, "closed"), { mode: 0o700 });
    const sentence = `can't be reached by user postgres, as whom the database runs: ${base}/closed`;
    expect(() => prepareFolder(join(base, "closed", "data"))).toThrow(sentence);
  });

  test("the owner of an existing cluster is whom the server runs as", () => {
    mkdirSync(join(base, "postgres"));
    writeFileSync(join(base, "postgres", "PG_VERSION"), "18\n");
    give(join(base, "postgres"));
    expect(prepareFolder(base).user).toEqual({ name: "nobody", uid: NOBODY, gid: NOBODY });
  });

  test("a cluster that belongs to root is refused, as PostgreSQL would", () => {
    mkdirSync(join(base, "postgres"));
    writeFileSync(join(base, "postgres", "PG_VERSION"), "18\n");
    expect(() => prepareFolder(base)).toThrow(`chown -R postgres ${base}/postgres`);
  });

  test("a cluster of another user is refused to an ordinary one, naming the owner", () => {
    give(base);
    mkdirSync(join(base, "postgres"), { mode: 0o755 });
    writeFileSync(join(base, "postgres", "PG_VERSION"), "18\n");
    chownSync(join(base, "postgres"), 1, 1);
    expect(asOrdinaryUser(base)).toContain(
      "belongs to user daemon; start huikuan as daemon or as root",
    );
  });
}
if (isRoot) describe("as root, where the server runs as another user", rootAlone);
