/** `npm start` for real: in a copy, as root and as an ordinary user, twice, and to a clean end. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, relative, sep } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { judged, type Outcome, type Part, sumOf } from "./part.ts";
import { freePort } from "./postgresql.ts";
import { killGroup, ROOT, run, start } from "./programs.ts";

type Person = {
  readonly title: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly home: string;
};

/** Seconds: the first start may install, build and load the demo; the second only starts. */
const FIRST = 300;
const SECOND = 20;
const END = 30;

/** We end with 0; npm, asked as well, ends of the signal. */
const IN_ORDER = new Set([0, 130, 143]);

/** Debian's user without rights; it exists everywhere. */
const NOBODY = 65_534;

const LEFT_BEHIND = new Set(["node_modules", "dist", ".git", ".data", "coverage", "test-results"]);

/** What a fresh clone would hold. */
function copyTo(folder: string): void {
  const filter = (path: string) => {
    const first = relative(ROOT, path).split(sep)[0] ?? "";
    return !LEFT_BEHIND.has(first);
  };
  cpSync(ROOT, folder, { recursive: true, filter });
}

/** As a person's shell has it: without what npm and our launcher have set for this run. */
async function plainEnvironment(home: string): Promise<Record<string, string>> {
  const registry = await run("npm", ["config", "get", "registry", "--loglevel=silent"]);
  const ours = ["HUIKUAN_", "DATABASE_URL", "NODE_", "VITEST", "npm_", "HOME"];
  const kept = Object.entries(process.env).filter(
    ([name]) => !ours.some((prefix) => name.startsWith(prefix)),
  );
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((at) => !at.includes("_npx"));
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    HOME: home,
    PATH: path.join(delimiter),
    npm_config_registry: registry.output.trim(),
  };
}

type Started = { readonly ok: boolean; readonly seconds: number; readonly output: string };

/** Ctrl-C reaches all that the terminal runs; a supervisor tells npm alone. */
type Ending = "Ctrl-C" | "SIGTERM to npm";

/** Starts, waits for the address, fetches the page, asks for the end, and waits for it. */
async function startOnce(
  person: Person,
  checkout: string,
  { limit, ending }: { readonly limit: number; readonly ending: Ending },
): Promise<Started> {
  const port = await freePort();
  const args = ["start", "--", "--data", join(person.home, "store"), "--port", String(port)];
  const env = await plainEnvironment(person.home);
  const begun = performance.now();
  const server = start("npm", args, { ...person, cwd: checkout, env });
  const address = `http://127.0.0.1:${port}`;
  const answer = await untilAnswered(address, limit, server.ended);
  const seconds = (performance.now() - begun) / 1000;
  if (ending === "Ctrl-C") killGroup(server.child, "SIGINT");
  else server.child.kill("SIGTERM");
  const late = pause(END * 1000, null, { ref: false });
  const ended = await Promise.race([server.ended, late]);
  killGroup(server.child, "SIGKILL");
  const problems = [
    ...(answer === 200 ? [] : [`${address} answered ${answer ?? "nothing"} within ${limit} s`]),
    ...(ended === null ? [`still running ${END} s after ${ending}`] : []),
    ...(ended !== null && !IN_ORDER.has(ended.code) ? [`it ended with code ${ended.code}`] : []),
    ...orphansOf(person.home).map((program) => `left running: ${program}`),
  ];
  return { ok: problems.length === 0, seconds, output: [...problems, server.output()].join("\n") };
}

async function untilAnswered(
  address: string,
  limit: number,
  ended: Promise<unknown>,
): Promise<number | null> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (const until = performance.now() + limit * 1000; performance.now() < until && !over; ) {
    const response = await fetch(address).catch(() => null);
    if (response !== null) return response.status;
    await pause(200);
  }
  return null;
}

/** Programs that name the folder on their command line and should have ended (Linux only). */
function orphansOf(folder: string): readonly string[] {
  const lines = readdirSync("/proc", { withFileTypes: true })
    .filter(({ name }) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(({ name }) => commandLine(name));
  return lines.filter((line) => line.includes(folder));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

async function startTwice(person: Person, checkout: string): Promise<Outcome> {
  const first = await startOnce(person, checkout, { limit: FIRST, ending: "Ctrl-C" });
  const again = first.ok
    ? await startOnce(person, checkout, { limit: SECOND, ending: "SIGTERM to npm" })
    : null;
  const counts = sumOf([judged(first.ok, ""), ...(again === null ? [] : [judged(again.ok, "")])]);
  const told = ({ ok, seconds }: Started) =>
    `as ${person.title}: ${ok ? "up" : "failed"} after ${seconds.toFixed(1)} s`;
  const note = [first, ...(again === null ? [] : [again])].map(told).join("; ");
  return { ...counts, output: `${first.output}\n${again?.output ?? ""}`, note };
}

/** Who starts it here: root and then nobody, or the one ordinary user this runs as. */
function people(folder: string): readonly Person[] {
  if (process.getuid?.() !== 0) return [{ title: "an ordinary user", home: join(folder, "user") }];
  return [
    { title: "root", home: join(folder, "root") },
    { title: "an ordinary user", uid: NOBODY, gid: NOBODY, home: join(folder, "user") },
  ];
}

export const startsForReal: Part = {
  name: "npm start in a fresh copy",
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "huikuan-start-"));
    const checkout = join(folder, "checkout");
    try {
      await run("chmod", ["755", folder]);
      copyTo(checkout);
      const outcomes: Outcome[] = [];
      for (const person of people(folder)) {
        await run("mkdir", ["-p", person.home]);
        if (person.uid !== undefined) {
          await run("chown", ["-R", `${person.uid}:${person.gid}`, person.home, checkout]);
        }
        outcomes.push(await startTwice(person, checkout));
      }
      const notes = outcomes.flatMap(({ note }) => note ?? []).join("; ");
      const output = outcomes.map((outcome) => outcome.output).join("\n");
      return { ...sumOf(outcomes), output, note: notes };
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
