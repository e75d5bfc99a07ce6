/** Rules on who may look into whom: rooms, sub-rooms of the domain, libraries. */
import {
  type Breach,
  breachAt,
  importsOf,
  isCode,
  isTest,
  type Rule,
  type Source,
} from "./sources.ts";

const DOORS = ["actions", "views", "reports", "formats", "contract", "domain"];

/** Which room may look into which. Everything not listed here is forbidden. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  formats: ["domain"],
  contract: ["domain"],
  store: ["domain"],
  channels: ["domain"],
  documents: ["domain"],
  actions: ["domain", "store", "documents"],
  views: ["domain", "store"],
  reports: ["domain", "store/sql.ts"],
  jobs: DOORS,
  http: DOORS,
  // The demo company lives through the same verbs as a real one; the simulation plays it too.
  demo: ["actions", "views", "domain"],
  // The command line also opens the wired house; each command loads it when it is run.
  cli: [...DOORS, "demo", "main.ts", "config.ts"],
  web: ["contract", "domain"],
};

/** A file that may look into more than its room, with the reason. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // The delivery job hands finished messages to the channels.
  "src/jobs/deliver.ts": ["channels"],
};

/** They see all: one wires it, the other says with what. */
const WIRING = new Set(["src/main.ts", "src/config.ts"]);

/** Sub-rooms of the domain, lowest first: each may look into itself and what stands before it. */
const LAYERS = "values countries book cash credit strategy desk law insight".split(" ");

/** Libraries a room may use; `node:` stands for all that Node brings. Rooms not listed are free. */
const LIBRARIES: Readonly<Record<string, RegExp>> = {
  domain: /^$/,
  actions: /^node:crypto$|^@node-rs\/argon2$/,
  views: /^$/,
  contract: /^zod$/,
  formats: /^(?!node:(fs|net|http|https|child_process|dgram|tls)\b)/,
  web: /^(?!node:|pg$|kysely$)/,
};

/** A file that may use more than its room, with the reason. */
const LENT: Readonly<Record<string, string>> = {
  // A bank's file made to hurt is read in a process of its own, which may end.
  "src/formats/statements/read-apart.ts": "node:child_process",
};

/** The room a file stands in: `src/store/x.ts` → `store`, `web/pages/x.tsx` → `web`. */
function roomOf(path: string): string | null {
  if (path.startsWith("web/")) return "web";
  return /^src\/([\w.-]+)/.exec(path)?.[1] ?? null;
}

const inRoom = (source: Source): boolean =>
  isCode(source) && !isTest(source) && !WIRING.has(source.path) && roomOf(source.path) !== null;

/** `store` allows the room, `store/sql.ts` that one file of it, `main.ts` the file itself. */
function mayLookAt(path: string, target: string): boolean {
  const room = roomOf(path) ?? "";
  if (target.startsWith("web/") ? room === "web" : roomOf(target) === room) return true;
  const allowed = [...(MAY_IMPORT[room] ?? []), ...(EXCEPTIONS[path] ?? [])];
  return allowed.some((name) => target === `src/${name}` || target.startsWith(`src/${name}/`));
}

const rooms: Rule = {
  name: "a room looks only into the rooms it may",
  remedy: "move the code to the room that may do this, or pass the value in (ARCHITECTURE.md)",
  bad: {
    "src/domain/book/x.ts": 'import { rows } from "../../store/sql.ts";',
    "src/http/x.ts": 'import { findCase } from "../store/cases.ts";',
    "src/cli/x.ts": 'const load = () => import("../store/cases.ts");',
    "src/reports/x.ts": 'import { openDatabase } from "../store/database.ts";',
    "src/channels/x.ts": 'import type { Letter } from "../documents/letter.ts";',
    "web/pages/x.tsx": 'import { perform } from "../../src/actions/perform.ts";',
    "src/strange-room/x.ts": 'import { money } from "../domain/values/money.ts";',
  },
  good: {
    "src/actions/x.ts": 'import { lockCase } from "../store/cases.ts";',
    "src/reports/x.ts": 'import { sql } from "../store/sql.ts";',
    "src/jobs/deliver.ts": 'import { email } from "../channels/email.ts";',
    "src/store/x.test.ts": 'import { perform } from "../actions/perform.ts";',
    "src/cli/x.ts": 'import { openDesk } from "../main.ts";',
    "web/pages/x.tsx": 'import { money } from "../../src/domain/values/money.ts";',
  },
  find: (sources) =>
    sources.filter(inRoom).flatMap((source) =>
      importsOf(source).flatMap(({ node, target }) => {
        if (target === null || mayLookAt(source.path, target)) return [];
        return [breachAt(source, node, `${roomOf(source.path)} looks into ${target}`)];
      }),
    ),
};

const layerOf = (path: string): number => LAYERS.indexOf(path.split("/")[2] ?? "");

function upwardImports(source: Source): readonly Breach[] {
  const own = layerOf(source.path);
  return importsOf(source).flatMap(({ node, target }) => {
    if (target === null || !target.startsWith("src/domain/")) return [];
    const other = layerOf(target);
    if (own < 0 || (other >= 0 && other <= own)) return [];
    return [breachAt(source, node, `domain/${LAYERS[own]} looks up into ${target}`)];
  });
}

const layers: Rule = {
  name: "inside the domain, a sub-room looks only into itself and lower ones",
  remedy: `the order is ${LAYERS.join(" < ")}: move the shared part down`,
  bad: { "src/domain/values/x.ts": 'import { ageOn } from "../book/ageing.ts";' },
  good: {
    "src/domain/desk/x.ts": 'import { planDunning } from "../strategy/dunning-plan.ts";',
    "src/domain/book/x.ts": 'import { ageOn } from "./ageing.ts";',
  },
  find: (sources) =>
    sources
      .filter((source) => inRoom(source) && source.path.startsWith("src/domain/"))
      .flatMap(upwardImports),
};

const libraries: Rule = {
  name: "a room uses only the libraries it may",
  remedy: "the domain uses none; leave libraries and the disk to the room that stands for them",
  bad: {
    "src/domain/book/x.ts": 'import { z } from "zod";',
    "src/formats/x.ts": 'import { readFileSync } from "node:fs";',
    "src/views/x.ts": 'import { sql } from "kysely";',
  },
  good: {
    "src/formats/x.ts": 'import Papa from "papaparse";',
    "src/store/x.ts": 'import pg from "pg";',
    "src/domain/book/x.test.ts": 'import { expect } from "vitest";',
  },
  find: (sources) =>
    sources.filter(inRoom).flatMap((source) => {
      const allowed = LIBRARIES[roomOf(source.path) ?? ""];
      return importsOf(source).flatMap(({ node, specifier, target }) => {
        if (target !== null || allowed === undefined || allowed.test(specifier)) return [];
        if (LENT[source.path] === specifier) return [];
        return [breachAt(source, node, `${roomOf(source.path)} uses ${specifier}`)];
      });
    }),
};

const barrels: Rule = {
  name: "no file passes on another's names",
  remedy: "import the file that owns the thing",
  bad: {
    "src/domain/x.ts": 'export * from "./book/ageing.ts";',
    "src/store/index.ts": "export const nothing = 1;",
  },
  good: { "src/cli/index.ts": "/** Generated by `npm run fix`. */\nexport const commands = {};" },
  find: (sources) =>
    sources.filter(inRoom).flatMap((source) => {
      const first = source.lines[0] ?? "";
      if (/\bgenerated\b/i.test(first)) return [];
      const passedOn = importsOf(source)
        .filter(({ reexported, target }) => reexported && target !== null)
        .map(({ node, specifier }) => breachAt(source, node, `passes on ${specifier}`));
      const index = /\/index\.tsx?$/.test(source.path);
      return index ? [...passedOn, breachAt(source, 0, "an index file by hand")] : passedOn;
    }),
};

export const borders: readonly Rule[] = [rooms, layers, libraries, barrels];
