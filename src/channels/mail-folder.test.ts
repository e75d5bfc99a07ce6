/** The mail folder: whole files with readable names, the same message once. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { conforms, type OpenedChannel, outgoing } from "../../test/kit/channel.ts";
import { fileNameOf, mailFolder } from "./mail-folder.ts";

const root = await mkdtemp(join(tmpdir(), "mail-folder-"));
afterAll(() => rm(root, { recursive: true }));
let opened = 0;

async function open(): Promise<OpenedChannel & { readonly folder: string }> {
  opened += 1;
  const folder = join(root, `mail-${opened}`, "below");
  return {
    folder,
    channel: mailFolder(folder),
    received: async () =>
      Promise.all((await readdir(folder)).toSorted().map((name) => readFile(join(folder, name)))),
    // A file where the folder should be: it can't be made.
    breakDown: () => writeFile(join(root, `mail-${opened}`), "in the way"),
  };
}

describe("as every channel", () => conforms(open));

test("a message delivered twice is one file, and nothing unfinished stays", async () => {
  const { channel, folder } = await open();
  const first = await channel.deliver(outgoing());
  expect(await channel.deliver(outgoing())).toEqual(first);
  expect(await readdir(folder)).toEqual([
    "20260401-00012-0197a1b2-0000-7000-8000-000000000001.eml",
  ]);
});

test("a number with a path in it can't leave the folder", () => {
  expect(fileNameOf(outgoing({ number: "../../etc/催款 1" }))).toMatch(
    /^\.\.-\.\.-etc-催款-1-0197/,
  );
  expect(fileNameOf(outgoing({ mediaType: "application/pdf" }))).toMatch(/\.pdf$/);
});
