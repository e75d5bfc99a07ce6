/** Three people with scopes at a test server: two collectors with own customers, and a lead. */
import { createUser } from "../../src/actions/create-user.ts";
import { hashPassword } from "../../src/actions/password.ts";
import { accepted, performShared } from "../../src/actions/perform.ts";
import { customers } from "../../src/contract/customer.ts";
import type { Endpoint } from "../../src/contract/endpoint.ts";
import type { Role } from "../../src/domain/desk/permission.ts";
import type { Scope } from "../../src/domain/desk/scope.ts";
import { plainDate } from "../../src/domain/values/calendar.ts";
import { createServer } from "../../src/http/server.ts";
import { run, sql } from "../../src/store/sql.ts";
import { newId } from "./book.ts";
import { sharedTestDesk } from "./desk.ts";
import {
  type Asked,
  type Caller,
  PASSWORD,
  problemOf,
  type TestServer,
  testServer,
} from "./server.ts";

export type Scoped = { readonly id: string; readonly cookie: string };

/** Somebody with these roles, of this scope in each, signed in. */
export async function scopedPerson(
  { house, book, database }: TestServer,
  email: string,
  scope: Scope,
  roles: readonly Role[] = ["collector", "credit_manager"],
): Promise<Scoped> {
  const desk = sharedTestDesk(database, { clock: house.clock });
  const passwordHash = await hashPassword(PASSWORD);
  const user = { name: email.split("@")[0] ?? "", email, language: "zh", scope, roles } as const;
  const at = { creditor: book.creditor, passwordHash };
  const { id } = accepted(await performShared(desk, createUser, { ...user, ...at }));
  const from = { address: null, headers: new Headers() };
  const entered = accepted(await house.signIn.signIn(email, PASSWORD, from));
  if (!("cookies" in entered)) throw new Error("signed in");
  return { id, cookie: entered.cookies.map((cookie) => cookie.split(";")[0]).join("; ") };
}

/** Calls as this person, on a day other than the clock's where one is named. */
export function callerOf({ house, book }: TestServer, { cookie }: Scoped, on?: string): Caller {
  const app = createServer(on === undefined ? house : { ...house, today: plainDate(on) });
  const raw: Caller["raw"] = async (endpoint, asked = {}) => {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(asked.params?.[name] ?? (name === "creditor" ? book.code : newId())),
    );
    const form = asked.body instanceof FormData ? asked.body : null;
    const json = asked.body === undefined || form ? null : JSON.stringify(asked.body);
    return await app.request(`http://localhost:8787${path}?${new URLSearchParams(asked.query)}`, {
      method: endpoint.method.toUpperCase(),
      headers: {
        cookie,
        origin: "http://localhost:8787",
        ...(form ? {} : { "content-type": "application/json" }),
      },
      ...(endpoint.method === "get" ? {} : { body: form ?? json }),
    });
  };
  return {
    raw,
    get: async (endpoint, asked) => (await (await raw(endpoint, asked)).json()) as never,
  };
}

/** The code of what is refused, or "ok". */
export async function codeOf(as: Caller, endpoint: Endpoint, asked: Asked): Promise<string> {
  const response = await as.raw(endpoint, asked);
  return response.ok ? "ok" : (await problemOf(response)).code;
}

export type ScopedDesk = {
  readonly server: TestServer;
  readonly manager: Caller;
  readonly an: Scoped;
  readonly bai: Scoped;
  readonly lead: Scoped;
  as(who: Scoped, on?: string): Caller;
  /** The places in the book of the customers whom somebody sees. */
  seen(who: Scoped, on?: string): Promise<readonly number[]>;
  /** Makes somebody the owner of the customer at a place; nobody is its salesperson. */
  own(place: number, owner: Scoped | null): Promise<unknown>;
};

/** The first customer is An's, the second Bai's, the third nobody's. */
export async function scopedDesk(): Promise<ScopedDesk> {
  const server = await testServer();
  const an = await scopedPerson(server, "an@house.example", "own");
  const bai = await scopedPerson(server, "bai@house.example", "own");
  const lead = await scopedPerson(server, "lead@house.example", "team");
  const as = (who: Scoped, on?: string) => callerOf(server, who, on);
  const own = (place: number, owner: Scoped | null) =>
    run(
      server.database.db,
      sql`update customer set owner_id = ${owner?.id ?? null}, sales_id = null
          where id = ${server.book.customers[place]}`,
    );
  await own(0, an);
  await own(1, bai);
  const seen = async (who: Scoped, on?: string) => {
    const { rows } = await as(who, on).get(customers);
    return rows.map(({ id }) => server.book.customers.indexOf(id as never)).toSorted();
  };
  return { server, manager: server.as("credit_manager"), an, bai, lead, as, seen, own };
}
