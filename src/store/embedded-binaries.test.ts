/** The PostgreSQL programs are found, linked, copied and run by the right user. */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { copyProgram, findProgram, linkLibraries, prepareProgram } from "./embedded-binaries.ts";
import { bitsFor, findServerUser, firstClosedFolder, userNamed } from "./system.ts";

const isRoot = process.getuid?.() === 0;
let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "huikuan-binaries-"));
  chmodSync(base, 0o755);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe("the programs", () => {
  test("are found for this machine", () => {
    expect(existsSync(join(findProgram(), "bin", "postgres"))).toBe(true);
  });

  test.each([
    ["win32", "x64", "Windows has no Unix sockets"],
    ["linux", "riscv64", "There are no PostgreSQL programs for this machine"],
  ] as const)("of %s-%s are none, which is said with the remedy", (platform, arch, sentence) => {
    expect(() => findProgram(platform, arch)).toThrow(sentence);
    expect(() => findProgram(platform, arch)).toThrow("set DATABASE_URL");
  });

  test("run from a copy whose links were made anew", () => {
    const user = findServerUser();
    const program = copyProgram(findProgram(), base, user);
    unlinkSync(join(program, "lib", "libpq.so.5"));
    expect(linkLibraries(program)).toBe(true);
    expect(lstatSync(join(program, "lib", "libpq.so.5")).isSymbolicLink()).toBe(true);
    const as = user === null ? {} : { uid: user.uid, gid: user.gid };
    const told = execFileSync(join(program, "bin", "postgres"), ["--version"], {
      ...as,
      cwd: "/",
      encoding: "utf8",
    });
    expect(told).toContain("PostgreSQL) 18");
    expect(copyProgram(findProgram(), base, user)).toBe(program);
  });

  test("are used where they are when the server's user can run them, else copied", () => {
    const user = findServerUser();
    const open = user === null || firstClosedFolder(join(findProgram(), "bin"), user) === null;
    expect(prepareProgram(base, user) === findProgram()).toBe(open);
  });
});

describe("users and their rights", () => {
  const nobody = { name: "nobody", uid: 54_321, gid: 54_321 };

  test("a folder is closed when a step on the way to it is", () => {
    mkdirSync(join(base, "a", "b"), { recursive: true });
    expect(firstClosedFolder(join(base, "a", "b"), nobody)).toBeNull();
    chmodSync(join(base, "a"), 0o744);
    expect(firstClosedFolder(join(base, "a", "b"), nobody)).toBe(join(base, "a"));
  });

  test("rights are the owner's, else the group's, else everybody's", () => {
    const file = join(base, "file");
    writeFileSync(file, "");
    chmodSync(file, 0o642);
    const { uid, gid } = lstatSync(file);
    expect(bitsFor(file, { name: "owner", uid, gid })).toBe(6);
    expect(bitsFor(file, { name: "group", uid: 12_345, gid })).toBe(4);
    expect(bitsFor(file, { name: "other", uid: 12_345, gid: 12_345 })).toBe(2);
  });

  test("a user without a name is told by its number", () => {
    expect(userNamed(0)).toBe("root");
    expect(userNamed(987_654)).toBe("number 987654");
  });

  test("as root the server gets a user of its own, otherwise ours", () => {
    const passwd = join(base, "passwd");
    const line = readFileSync("/etc/passwd", "utf8").split("\n")[0];
    const listed = (lines: string) => {
      writeFileSync(passwd, `${line}\n${lines}\n`);
      return findServerUser(passwd)?.name ?? "ourselves";
    };
    const expected = (name: string) => (isRoot ? name : "ourselves");
    expect(listed("postgres:x:101:104::/:\nnobody:x:65534:65534::/:")).toBe(expected("postgres"));
    expect(listed("nobody:x:65534:65534::/:")).toBe(expected("nobody"));
    const none = () => listed("daemon:x:1:1::/:");
    if (isRoot) expect(none).toThrow("no user postgres or nobody");
    else expect(none()).toBe("ourselves");
  });
});
