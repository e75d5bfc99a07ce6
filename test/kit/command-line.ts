/** `huikuan …` as a person types it, on a store of its own and in a folder of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../../src/cli/main.ts";
import type { Connection } from "../../src/store/connection.ts";
import { testStore } from "./database.ts";

export type Said = { readonly code: number; readonly out: string; readonly err: string };
export type CommandLine = {
  readonly folder: string;
  /** Its store, for looking at what was stored. */
  readonly connection: Connection;
  huikuan(...argv: readonly string[]): Promise<Said>;
  close(): Promise<void>;
};

/** The test's database as an address, for the command line's own way of opening it. */
function addressOf(connection: Connection): string {
  if (connection.kind === "url") return connection.url;
  const host = encodeURIComponent(connection.folder);
  return `postgres://${connection.user}@/${connection.database}?host=${host}`;
}

export async function testCommandLine(language: "zh_CN" | "en_US" = "zh_CN"): Promise<CommandLine> {
  const store = await testStore();
  const folder = mkdtempSync(join(tmpdir(), "huikuan-cli-"));
  return {
    folder,
    connection: store.connection,
    async huikuan(...argv) {
      const said = { out: "", err: "" };
      const code = await runCommandLine(argv, {
        out: (text) => {
          said.out += text;
        },
        err: (text) => {
          said.err += text;
        },
        env: { DATABASE_URL: addressOf(store.connection), LANG: `${language}.UTF-8` },
        cwd: folder,
        terminal: false,
      });
      return { code, ...said };
    },
    async close() {
      rmSync(folder, { recursive: true });
      await store.drop();
    },
  };
}
