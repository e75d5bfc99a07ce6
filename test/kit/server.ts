/** A server for tests: a small company with a policy, users of every role, and calls as them. */
import { readFileSync } from "node:fs";
import type { Hono } from "hono";
import { expect } from "vitest";
import type { z } from "zod";
import { createUser } from "../../src/actions/create-user.ts";
import { hashPassword } from "../../src/actions/password.ts";
import { accepted, performShared } from "../../src/actions/perform.ts";
import type { Endpoint } from "../../src/contract/endpoint.ts";
import { Problem } from "../../src/contract/scalars.ts";
import { ROLES, type Role } from "../../src/domain/desk/permission.ts";
import { plainDate } from "../../src/domain/values/calendar.ts";
import { readPolicyFile } from "../../src/formats/policy-yaml.ts";
import type { House } from "../../src/http/desk.ts";
import { createServer } from "../../src/http/server.ts";
import { openSignIn } from "../../src/http/sign-in.ts";
import { seedCalendars } from "../../src/store/calendars.ts";
import type { Database } from "../../src/store/database.ts";
import { insertPolicy } from "../../src/store/policies.ts";
import { run, sql } from "../../src/store/sql.ts";
import { type Book, insertBook, newId, type StoredBook } from "./book.ts";
import { testDatabase } from "./database.ts";
import { sharedTestDesk, stillClock } from "./desk.ts";

export const PASSWORD = "correct horse battery";
const DAY = "2026-03-31";

/** Two who owe (one late, one soon due, one receipt unused), one who owes nothing. */
const BOOK: Book = {
  customers: 3,
  items: [
    item("F-1", 0, 500_000n, "2026-01-10", "2026-03-11"),
    item("F-2", 0, 1_250_050n, "2026-02-10", "2026-03-30"),
    item("F-3", 1, 900_000n, "2026-03-01", "2026-04-07"),
    { ...item("R-1", 1, -20_000n, "2026-03-05", "2026-03-05"), dueOn: null },
  ],
  allocations: [],
};

function item(number: string, customer: number, amount: bigint, issuedOn: string, dueOn: string) {
  return { number, customer, amount, issuedOn, dueOn: dueOn as string | null, currency: "CNY" };
}

export type TestServer = {
  readonly app: Hono;
  readonly house: House;
  readonly database: Database;
  readonly book: StoredBook;
  /** How often the worker was told that messages wait. */
  readonly told: { count: number };
  /** The links that were mailed to set a password anew. */
  readonly resets: { readonly email: string; readonly token: string }[];
  readonly cookies: Readonly<Record<Role, string>>;
  as(role: Role | null): Caller;
  close(): Promise<void>;
};

export type Asked = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Calls an endpoint; a JSON answer is held against the contract. */
export type Caller = {
  raw(endpoint: Endpoint, asked?: Asked): Promise<Response>;
  get<E extends Endpoint>(endpoint: E, asked?: Asked): Promise<Answered<E>>;
};
type Answered<E extends Endpoint> = E["answer"] extends z.ZodType ? z.infer<E["answer"]> : never;

/** The problem of a refused call. */
export const problemOf = async (response: Response): Promise<Problem> =>
  Problem.parse(await response.json());

/** A server over a database of its own, with one user a role and the book above. */
export async function testServer(): Promise<TestServer> {
  const database = await testDatabase();
  const clock = stillClock(`${DAY}T02:00:00Z`);
  const policy = readPolicyFile(readFileSync("policies/standard-b2b.yaml", "utf8"));
  if (!policy.ok) throw new Error(JSON.stringify(policy.refusal));
  const { text, body } = policy.value;
  const book = await database.transaction(async (tx) => {
    await seedCalendars(tx);
    const stored = await insertBook(tx, BOOK);
    const published = { version: 1, publishedOn: plainDate(DAY), publishedBy: "operator" };
    await insertPolicy(tx, stored.creditor, { text, body, ...published });
    await run(tx, sql`update customer set wake_on = '-infinity'`);
    await run(
      tx,
      sql`insert into contact (creditor_id, id, customer_id, name, role, email)
          select ${stored.creditor}, c.id, c.customer, '李会计', 'clerk', 'clerk@customer.example'
          from unnest(${[newId(), newId()]}::uuid[], ${stored.customers.slice(0, 2)}::uuid[])
            as c (id, customer)`,
    );
    return stored;
  });
  const told = { count: 0 };
  const resets: { email: string; token: string }[] = [];
  const house: House = {
    database,
    clock,
    signIn: await openSignIn(sharedTestDesk(database, { clock }), "http://localhost:8787"),
    version: "0.0.0",
    mail: "folder",
    firstRunToken: null,
    standardPolicy: { text, body },
    webFolder: "dist/web",
    hosts: new Set(["localhost"]),
    mailReset: ({ email }, token) => resets.push({ email, token }),
    deliverSoon: () => {
      told.count += 1;
    },
  };
  const app = createServer(house);
  const cookies = await signInAll(house, book);
  const as = (role: Role | null) => caller(app, book.code, role === null ? "" : cookies[role]);
  return { app, house, database, book, told, resets, cookies, as, close: database.close };
}

async function signInAll(house: House, book: StoredBook): Promise<Record<Role, string>> {
  const desk = sharedTestDesk(house.database, { clock: house.clock });
  const passwordHash = await hashPassword(PASSWORD);
  const found: Partial<Record<Role, string>> = {};
  for (const role of ROLES) {
    const email = `${role}@house.example`;
    const user = { name: role, email, language: "zh", passwordHash, roles: [role] } as const;
    accepted(await performShared(desk, createUser, { ...user, creditor: book.creditor }));
    const from = { address: null, headers: new Headers() };
    const entered = accepted(await house.signIn.signIn(email, PASSWORD, from));
    found[role] = entered.cookies.map((cookie) => cookie.split(";")[0]).join("; ");
  }
  return found as Record<Role, string>;
}

function caller(app: Hono, code: string, cookie: string): Caller {
  const raw: Caller["raw"] = async (endpoint, { params = {}, query, body, headers = {} } = {}) => {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? (name === "creditor" ? code : newId())),
    );
    const search = query === undefined ? "" : `?${new URLSearchParams(query)}`;
    const json = body === undefined || body instanceof FormData ? null : JSON.stringify(body);
    return await app.request(`http://localhost:8787${path}${search}`, {
      method: endpoint.method.toUpperCase(),
      headers: {
        cookie,
        origin: "http://localhost:8787",
        ...(json === null ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(endpoint.method === "get" ? {} : { body: body instanceof FormData ? body : json }),
    });
  };
  return {
    raw,
    async get(endpoint, asked) {
      const response = await raw(endpoint, asked);
      const text = await response.text();
      expect(response.status, text).toBe(endpoint.status ?? 200);
      const { answer } = endpoint;
      if (typeof answer === "string" || response.status === 204) return null as never;
      const parsed = answer.safeParse(JSON.parse(text));
      expect(parsed.error?.issues ?? [], `${endpoint.name} answers as the contract says`).toEqual(
        [],
      );
      return JSON.parse(text);
    },
  };
}
