/** Runs programs for the checks: their output is kept, and nothing of them outlives the check. */
import { type ChildProcess, spawn } from "node:child_process";
import { constants as system } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export type Ended = { readonly code: number; readonly output: string };

export type RunOptions = {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly uid?: number;
  readonly gid?: number;
  /** Milliseconds after which the program and all it started are killed. */
  readonly limit?: number;
};

/** Twenty minutes: twice what the slowest part takes on two cores. */
const LIMIT = 1_200_000;

const running = new Set<ChildProcess>();

/** Kills a program together with what it has started: each leads a process group of its own. */
export function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}

/** After this an interrupted check leaves nothing running. */
export function killOnInterrupt(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      for (const child of running) killGroup(child, "SIGKILL");
      process.exit(130);
    });
  }
}

/** As shells have it: 128 and the number of the signal that ended the program. */
const codeOf = (code: number | null, signal: NodeJS.Signals | null): number =>
  code ?? 128 + (signal === null ? 0 : system.signals[signal]);

/** Starts a program in a group of its own; all it prints is kept. */
export function start(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): { readonly child: ChildProcess; readonly output: () => string; readonly ended: Promise<Ended> } {
  const { cwd = ROOT, env = process.env, uid, gid } = options;
  const child = spawn(command, args, {
    ...{ cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] },
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  running.add(child);
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  }
  const output = () => chunks.join("");
  const ended = new Promise<Ended>((resolve) => {
    child.on("error", (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.on("close", (code, signal) => resolve({ code: codeOf(code, signal), output: output() }));
  }).finally(() => running.delete(child));
  return { child, output, ended };
}

/** Runs a program to its end, or to its time limit. */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const { child, ended } = start(command, args, options);
  const limit = options.limit ?? LIMIT;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    killGroup(child, "SIGKILL");
  }, limit);
  const { code, output } = await ended;
  clearTimeout(timer);
  return late
    ? { code: 124, output: `${output}\nnot done after ${limit / 1000} s\n` }
    : { code, output };
}

/** Runs a script of an installed library under this Node. */
export const runTool = (
  script: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> => run(process.execPath, [`${ROOT}/node_modules/${script}`, ...args], options);
