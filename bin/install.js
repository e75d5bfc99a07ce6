/** Installs the libraries when what stands in node_modules is not what package-lock.json says. */
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runStep, stop } from "./runtime.js";
import { words } from "./words.js";

const WANTED = join(ROOT, "package-lock.json");
/** npm's own record of what it put into node_modules; written last, so half an install has none. */
const STANDING = join(ROOT, "node_modules", ".package-lock.json");

const packagesIn = (path) => JSON.parse(readFileSync(path, "utf8")).packages;

/** Whether each library of the lock file stands in node_modules, in its version. */
export function isInstalled({ dev }) {
  if (!existsSync(STANDING)) return false;
  const standing = packagesIn(STANDING);
  return Object.entries(packagesIn(WANTED)).every(([path, wanted]) => {
    if (path === "" || wanted.optional || wanted.devOptional || wanted.peer) return true;
    if (wanted.dev && !dev) return true;
    return standing[path]?.version === wanted.version;
  });
}

/** Installs what is missing, with npm's own progress; ends with a sentence if it can't. */
export async function installIfNeeded({ dev }) {
  if (isInstalled({ dev })) return;
  refuseReadOnly();
  const fresh = !existsSync(STANDING);
  process.stderr.write(`${fresh ? words.installing() : words.updating()}\n`);
  const omit = dev || holdsDevelopment() ? [] : ["--omit=dev"];
  const what = fresh ? ["ci"] : ["install", "--no-save"];
  const quiet = ["--loglevel=error", "--no-audit", "--no-fund"];
  const code = await runStep("npm", [...what, ...omit, ...quiet]);
  if (code !== 0 || !isInstalled({ dev })) stop(words.notInstalled());
}

/** Whether somebody develops here: an update must then not throw the tools out. */
function holdsDevelopment() {
  return existsSync(STANDING) && Object.values(packagesIn(STANDING)).some(({ dev }) => dev);
}

/** Ends with a sentence when this folder can't be written. */
export function refuseReadOnly() {
  try {
    accessSync(ROOT, constants.W_OK);
  } catch {
    stop(words.readOnly(ROOT));
  }
}
