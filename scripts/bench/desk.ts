/** The desk under load: 20 users on 100,000 customers, by the real server on the same machine. */
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { closeDay } from "../../src/actions/close-day.ts";
import { createCreditor } from "../../src/actions/create-creditor.ts";
import { createUser } from "../../src/actions/create-user.ts";
import { hashPassword } from "../../src/actions/password.ts";
import { accepted, performShared, type SharedDesk } from "../../src/actions/perform.ts";
import { type Instant, type PlainDate, plainDate } from "../../src/domain/values/calendar.ts";
import type { CreditorId } from "../../src/domain/values/ids.ts";
import type { House } from "../../src/http/desk.ts";
import { startServer } from "../../src/http/server.ts";
import { openSignIn } from "../../src/http/sign-in.ts";
import { operator, standardPolicy, worldClock } from "../../src/main.ts";
import type { Database } from "../../src/store/database.ts";
import type { Store } from "../../src/store/open-store.ts";
import { rows, run, sql } from "../../src/store/sql.ts";
import { fillBook, refreshStatistics } from "./desk-book.ts";
import type { LoadResult, LoadTask } from "./desk-load.ts";

const DAY: PlainDate = plainDate("2026-03-11");
const CODE = "desk-bench";
const PASSWORD = "bench horse battery";
/** Milliseconds at the 99th percentile. */
const GOAL = 150;
/** Of twenty users: collectors who see all but work their own, scoped ones, watchers. */
const USERS = [
  ...Array.from({ length: 12 }, () => ({ role: "collector", scope: "creditor" }) as const),
  ...Array.from({ length: 6 }, () => ({ role: "collector", scope: "own" }) as const),
  ...Array.from({ length: 2 }, () => ({ role: "credit_manager", scope: "creditor" }) as const),
];

export type DeskSize = {
  readonly customers: number;
  readonly seconds: number;
};
export const DESK_SIZES = {
  full: { customers: 100_000, seconds: 40 },
  quick: { customers: 4_000, seconds: 5 },
} as const;

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((left, right) => left - right)[
    Math.min(times.length - 1, Math.floor(times.length * share))
  ] ?? Number.NaN;

function say(label: string, times: readonly number[]): number {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share)) as [
    number,
    number,
    number,
  ];
  const figures = [p50, p95, p99].map((one) => one.toFixed(1).padStart(8)).join(" ");
  console.log(`${label.padEnd(28)} ${figures} ms  (${times.length})`);
  return p99;
}

async function makeUsers(desk: SharedDesk, house: House, creditor: CreditorId) {
  const passwordHash = await hashPassword(PASSWORD);
  const users: { readonly id: string; readonly cookie: string; readonly role: string }[] = [];
  for (const [place, { role, scope }] of USERS.entries()) {
    const email = `user${place}@bench.example`;
    const user = { name: `催收员${place}`, email, language: "zh", passwordHash } as const;
    const offer = { ...user, creditor, roles: [role], scope };
    const { id } = accepted(await performShared(desk, createUser, offer));
    const from = { address: null, headers: new Headers() };
    const entered = accepted(await house.signIn.signIn(email, PASSWORD, from));
    const cookie = entered.cookies.map((one) => one.split(";")[0]).join("; ");
    users.push({ id, cookie, role });
  }
  return users;
}

/** Each collector owns the same share of the customers; managers own none. */
async function shareOut(
  database: Database,
  creditor: CreditorId,
  owners: readonly string[],
): Promise<void> {
  await run(
    database.db,
    sql`update customer set owner_id = (${owners}::uuid[])[
          1 + (right(number, 7)::int % ${owners.length}::int)]
        where creditor_id = ${creditor}`,
  );
}

/** A small query by its key, asked all the while: what the machine itself gives at this load. */
async function reference(
  database: Database,
  creditor: CreditorId,
  until: () => boolean,
): Promise<readonly number[]> {
  const times: number[] = [];
  while (!until()) {
    const number = `K${String(1 + ((times.length * 977) % 4_000)).padStart(7, "0")}`;
    const began = performance.now();
    await rows(
      database.db,
      sql`select sum(i.open_amount) from customer c
          join item i on i.creditor_id = c.creditor_id and i.customer_id = c.id
          where c.creditor_id = ${creditor} and c.number = ${number} and i.open_amount > 0`,
    );
    times.push(performance.now() - began);
    await pause(100);
  }
  return times;
}

function load(task: LoadTask): Promise<LoadResult> {
  const script = fileURLToPath(new URL("desk-load.ts", import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((done, failed) => {
    let text = "";
    child.stdout.on("data", (part: Buffer) => {
      text += part.toString();
    });
    child.on("error", failed);
    child.on("close", () => done(JSON.parse(text) as LoadResult));
  });
}

/** Prints how Today and Customer answer; true when both keep to the goal. */
export async function benchDesk(store: Store, size: DeskSize): Promise<boolean> {
  const { database, connection } = store;
  const clock = { now: () => `${DAY}T01:30:00.000Z` as Instant, random: worldClock.random };
  const shared = { database, actor: operator, clock: worldClock };
  const policy = standardPolicy();
  const offer = { code: CODE, name: "基准催收公司", policy };
  const { id } = accepted(await performShared(shared, createCreditor, offer));
  console.log(`\nthe desk: ${size.customers} customers, ${USERS.length} users, 1 s think time`);
  let began = performance.now();
  await fillBook(connection, id, size.customers, DAY);
  console.log(`book written in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const house: House = {
    database,
    clock: worldClock,
    signIn: await openSignIn(shared, "http://127.0.0.1"),
    version: "bench",
    mail: "folder",
    firstRunToken: null,
    standardPolicy: policy,
    webFolder: "/nonexistent",
    hosts: null,
    today: DAY,
    mailReset: () => undefined,
    deliverSoon: () => undefined,
  };
  const users = await makeUsers(shared, house, id);
  const owners = users.filter(({ role }) => role === "collector");
  await shareOut(
    database,
    id,
    owners.map((user) => user.id),
  );
  began = performance.now();
  const desk = { database, clock, creditorId: id, actor: operator };
  const closed = accepted(await closeDay(desk));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`day closed in ${seconds} s: ${closed.lookedAt} customers, ${closed.planned} lines`);
  await refreshStatistics(connection);
  const server = await startServer(house, { host: "127.0.0.1", port: 0 });
  try {
    let over = false;
    const task = { url: server.url, creditor: CODE, cookies: users.map(({ cookie }) => cookie) };
    const loading = load({ ...task, seconds: size.seconds, thinkMilliseconds: 1000 });
    const measuring = reference(database, id, () => over);
    const { today, customer, failed } = await loading;
    over = true;
    console.log(`${"".padEnd(28)}      p50      p95      p99`);
    say("reference query", await measuring);
    const slowest = [say("Today", today), say("Customer", customer)];
    for (const failure of failed) console.log(`FAILED ${failure}`);
    console.log(`goal: at most ${GOAL} ms at the 99th percentile`);
    return failed.length === 0 && slowest.every((p99) => p99 <= GOAL);
  } finally {
    await server.stop();
  }
}
