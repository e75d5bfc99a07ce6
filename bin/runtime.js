/**
 * Finds a Node of at least version 24 and runs scripts under it. Plain JavaScript for old Nodes.
 */
import { execFile, spawn } from "node:child_process";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants as system, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { words } from "./words.js";

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

let found = null;

/** The path of a Node that is new enough; otherwise the program ends with a sentence. */
export async function findNode() {
  if (majorOf(process.versions.node) >= FLOOR) return process.execPath;
  announce();
  found ??= remembered() ?? (await askNpx(FLOOR));
  if (found === null) stop(words.nodeMissing(FLOOR));
  remember(found);
  return found;
}

/** Says once that a newer Node takes over. What it starts doesn't say it again. */
function announce() {
  if (process.env.HUIKUAN_ANNOUNCED === "1") return;
  process.stderr.write(`${words.goingOn(FLOOR)}\n`);
  process.env.HUIKUAN_ANNOUNCED = "1";
}

/** The environment in which `node` and `npm` mean that Node. */
export function environmentFor(node) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` };
}

/**
 * Runs a script under the right Node with this terminal, and ends as it ends. Should the launcher
 * be killed outright, the child notices that its channel has closed.
 */
export async function runScript(script, args) {
  const node = await findNode();
  const options = { stdio: ["inherit", "inherit", "inherit", "ipc"], env: environmentFor(node) };
  const { code } = await runChild(node, [join(ROOT, script), ...args], options);
  process.exit(code);
}

/**
 * One step before the real work, in the project's folder; what it prints goes to the terminal. The
 * number is its exit code; a step that was interrupted ends this program too.
 */
export async function runStep(command, args, env = process.env) {
  const options = { cwd: ROOT, stdio: ["ignore", 2, 2], env, shell: WINDOWS };
  const { code, struckBy } = await runChild(command, args, options);
  if (struckBy !== null) process.exit(128 + system.signals[struckBy]);
  return code;
}

/**
 * Starts a program, passes signals on to it and lives until it has ended: no orphans. Its code is
 * 128 and the signal's number where a signal ended it, as shells have it.
 */
function runChild(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    let struckBy = null;
    const pass = (signal) => {
      struckBy = signal;
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, pass);
    const watch = watchParent(() => pass("SIGTERM"));
    child.on("error", (error) => stop(words.notStarted(command, error.message), 127));
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      for (const name of SIGNALS) process.off(name, pass);
      resolve({ code: code ?? 128 + (system.signals[signal] ?? 0), struckBy });
    });
  });
}

/**
 * npm stands behind a shell that dies of SIGTERM without telling us: then the parent is another.
 * Without npm that is no sign of anything: whoever starts us in the background may leave.
 */
function watchParent(gone) {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) gone();
  };
  return process.env.npm_lifecycle_event === undefined ? undefined : setInterval(look, 500);
}
