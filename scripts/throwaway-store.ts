/** A store in a temporary folder for scripts, gone at the end. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { worldClock } from "../src/main.ts";
import { openStore, type Store } from "../src/store/open-store.ts";

/** `fast`: without waiting for the disk, which no real store does. */
export async function withThrowawayStore<Value>(
  work: (store: Store) => Promise<Value>,
  { fast = true }: { readonly fast?: boolean } = {},
): Promise<Value> {
  const dataDir = mkdtempSync(join(tmpdir(), "huikuan-throwaway-"));
  try {
    const store = await openStore({
      place: { kind: "embedded", dataDir },
      backupFolder: join(dataDir, "backups"),
      program: "script",
      now: worldClock.now(),
      fast,
    });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
