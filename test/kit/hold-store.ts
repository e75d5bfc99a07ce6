/** A program of its own that holds the store of a folder until it is killed. */

import { startEmbedded } from "../../src/store/embedded.ts";
import { prepareFolder } from "../../src/store/store-folder.ts";

const [, , dataDir = "", as = "ourselves", until = "killed"] = process.argv;

// `nobody` in every system we run on. Dropped here, after everything is loaded, so that the test
// does not depend on whether that user can read the checkout.
if (as === "nobody" && process.getuid?.() === 0) {
  process.setgroups?.([65534]);
  process.setgid?.(65534);
  process.setuid?.(65534);
}
try {
  prepareFolder(dataDir);
  const { role, connection } =
    until === "killed"
      ? await startEmbedded({ dataDir, fast: true })
      : { role: "prepared", connection: null };
  process.stdout.write(`${JSON.stringify({ role, connection })}\n`);
  if (until === "killed") setInterval(() => undefined, 1000);
} catch (error) {
  process.stdout.write(`${error}\n`);
}
