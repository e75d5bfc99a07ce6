/** What the store tells a person is one whole sentence in each language. */
import { expect, test } from "vitest";
import type { Unavailable } from "../domain/values/result.ts";
import * as refusals from "./refusals.ts";

const PLACE = { zh: "某处", en: "Some place" };
const cause = new Error("permission denied");

test.each([
  refusals.notADataFolder("/a", "cat.jpg"),
  refusals.folderOfRoot("/a", "/a/postgres"),
  refusals.folderOfSomebodyElse("/a", "li"),
  refusals.folderOutOfReach("/a", "postgres", "/"),
  refusals.socketFolderTaken("/tmp/x"),
  refusals.folderOfOtherPostgres("/a", "15", "18"),
  refusals.folderInUse("/a"),
  refusals.noServerUser(),
  refusals.noPrograms(refusals.NO_PROGRAMS.musl),
  refusals.clusterNotMade("/a", "no space", cause),
  refusals.serverNotStarted("/a", "bad configuration", "/a/postgres.log"),
  refusals.serverNotStopped("/a", 7),
  refusals.serverTooOld(PLACE, 14),
  refusals.encodingWrong(PLACE, "LATIN1"),
  refusals.storeOfNewerProgram(PLACE, 3, 2),
  refusals.migrationEdited(1, "book"),
  refusals.migrationNotAllowed(1, "book", cause),
  refusals.notABackup("/b.gz"),
  refusals.backupDamaged("/b.gz"),
  refusals.backupOfNewerProgram("/b.gz", "9.0.0"),
  refusals.backupOfOtherProgram("/b.gz", "0.0.1"),
  refusals.storeNotEmpty(PLACE),
  ...["EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EEXIST", "ENAMETOOLONG", "ENOENT"].map(
    (code) => refusals.folderRefusal("/a", Object.assign(new Error(code), { code })) as Unavailable,
  ),
])("%s", ({ sentence, name }) => {
  expect(name).toBe("Unavailable");
  expect(sentence.en).toMatch(/^[A-Z/][^\n]*[^.]\.$/);
  expect(sentence.zh).toMatch(/^[^\n]*[^。，；]。$/);
  expect(`${sentence.en}${sentence.zh}`).not.toMatch(/undefined|，，|或。| {2}/);
});
