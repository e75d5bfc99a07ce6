/** Writes `src/store/schema.sql`: the schema of a freshly migrated store. Part of `npm run fix`. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { asOwner } from "../src/store/connection.ts";
import { startEmbedded } from "../src/store/embedded.ts";
import { migrate } from "../src/store/migrate.ts";
import { dumpSchema } from "../src/store/schema-dump.ts";

const dataDir = mkdtempSync(join(tmpdir(), "huikuan-schema-"));
try {
  const { connection, stop } = await startEmbedded({ dataDir, fast: true });
  try {
    await migrate(connection);
    const target = fileURLToPath(new URL("../src/store/schema.sql", import.meta.url));
    writeFileSync(target, await asOwner(connection, dumpSchema));
  } finally {
    await stop();
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
