/** Builds the web application when its sources are not those of the last build. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuseReadOnly } from "./install.js";
import { environmentFor, ROOT, runStep, stop } from "./runtime.js";
import { words } from "./words.js";

const SOURCES = ["web", "src/domain", "src/contract", "vite.config.ts", "package-lock.json"];
const STAMP = join(ROOT, "dist", "web.stamp");

/** All that goes into the web application, as one hash. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest("hex");
}

function addTo(hash, path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return;
  const entries = foldersEntries(full);
  if (entries === null) {
    hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
    return;
  }
  for (const name of entries.sort()) {
    if (!name.includes(".test.")) addTo(hash, `${path}/${name}`);
  }
}

function foldersEntries(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === "ENOTDIR") return null;
    throw error;
  }
}

const stampOf = () => (existsSync(STAMP) ? readFileSync(STAMP, "utf8") : "");

/** Builds dist/web under that Node unless it is up to date; ends the program if it can't. */
export async function buildIfNeeded(node) {
  const wanted = fingerprint();
  if (stampOf() === wanted && existsSync(join(ROOT, "dist", "web", "index.html"))) return;
  refuseReadOnly();
  process.stderr.write(`${words.building()}\n`);
  rmSync(STAMP, { force: true });
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  const code = await runStep(node, [vite, "build", "--logLevel", "warn"], environmentFor(node));
  if (code !== 0) stop(words.notBuilt());
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  writeFileSync(STAMP, wanted);
}
