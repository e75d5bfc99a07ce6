/** Finds a Node of at least version 24 and runs scripts under it. Plain JavaScript for old Nodes. */
import { execFile, spawn } from "node:child_process";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants as system, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const FLOOR = 24;
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const CACHE = join(ROOT, "node_modules", ".cache", "huikuan");
const WINDOWS = process.platform === "win32";
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"];

const majorOf = (version) => Number(version.split(".")[0]);

/** Ends the program with one sentence. */
export function stop(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** Asks npx for the path of that Node, from its cache first; null when it can't be had. */
export async function askNpx(major) {
  for (const flags of [["--offline"], ["--prefer-offline"]]) {
    const path = await run("npx", [
      ...["-y", "--loglevel=silent", "--fetch-retries=0", ...flags],
      ...["-p", `node@${major}`, "node", "-p", "process.execPath"],
    ]);
    if (path !== null && isRunnable(path)) return path;
  }
  return null;
}

function run(command, args) {
  return new Promise((resolve) => {
    const options = { cwd: tmpdir(), shell: WINDOWS, env: plainEnvironment() };
    execFile(command, args, options, (error, out) => resolve(error ? null : out.trim()));
  });
}

/** What of a surrounding npm's settings says where packages come from; the rest is its own. */
const NPM_SOURCE = /^npm_config_(registry|cache|userconfig|globalconfig|cafile|\w*proxy)$/i;

/** Without what a surrounding npm has set, lest the inner one takes it for its own settings. */
function plainEnvironment() {
  const kept = ([name]) => !/^npm_/i.test(name) || NPM_SOURCE.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(kept));
}

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function remembered() {
  try {
    const path = readFileSync(join(CACHE, "node"), "utf8").trim();
    return isRunnable(path) ? path : null;
  } catch {
    return null;
  }
}

function remember(path) {
  try {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(join(CACHE, "node"), `${path}\n`);
  } catch {
    // A checkout that can't be written is asked about again the next time; nothing is lost.
  }
}

/** The path of a Node that is new enough; otherwise the program ends with a sentence. */
export async function findNode() {
  if (majorOf(process.versions.node) >= FLOOR) return process.execPath;
  const path = remembered() ?? (await askNpx(FLOOR));
  if (path === null) {
    stop(
      `Huikuan needs Node ${FLOOR} or newer; this is ${process.versions.node}, and npx could not ` +
        `fetch a newer one. Connect to the network once, or install it from https://nodejs.org/.`,
    );
  }
  remember(path);
  return path;
}

/** Says once that a newer Node takes over. What it starts doesn't say it again. */
function announce(node) {
  if (node === process.execPath || process.env.HUIKUAN_ANNOUNCED === "1") return;
  process.stderr.write(`Node ${process.versions.node} is too old: going on under Node ${FLOOR}.\n`);
}

export function environmentFor(node) {
  return {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
    HUIKUAN_ANNOUNCED: "1",
  };
}

/**
 * Runs a script under the right Node with this terminal. Signals are passed on; the launcher lives
 * until the child has ended, and ends as the child did. Should the launcher be killed outright, the
 * child notices that its channel has closed.
 */
export async function runScript(script, args) {
  const node = await findNode();
  announce(node);
  const child = spawn(node, [join(ROOT, script), ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: environmentFor(node),
  });
  return endAs(child);
}

/** Ends this program as the child ends: same exit code, or dead of the same signal. */
export function endAs(child) {
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => stop(`Node could not be started: ${error.message}`, 127));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.exit(128 + (system.signals[signal] ?? 0));
  });
}
