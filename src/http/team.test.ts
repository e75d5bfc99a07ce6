/** Teams, substitutes and hand-over over HTTP: whose customers somebody sees, and until when. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { sharedTestDesk } from "../../test/kit/desk.ts";
import {
  type Asked,
  type Caller,
  PASSWORD,
  problemOf,
  type TestServer,
  testServer,
} from "../../test/kit/server.ts";
import { createUser } from "../actions/create-user.ts";
import { hashPassword } from "../actions/password.ts";
import { accepted, performShared } from "../actions/perform.ts";
import { customerPage, customers } from "../contract/customer.ts";
import type { Endpoint } from "../contract/endpoint.ts";
import * as portfolio from "../contract/portfolio.ts";
import * as contract from "../contract/team.ts";
import type { Scope } from "../domain/desk/scope.ts";
import { plainDate } from "../domain/values/calendar.ts";
import { run, sql } from "../store/sql.ts";
import { createServer } from "./server.ts";

let server: TestServer;
let manager: Caller;
type Person = { readonly id: string; readonly cookie: string };
let an: Person;
let bai: Person;
let lead: Person;

async function person(email: string, scope: Scope): Promise<Person> {
  const desk = sharedTestDesk(server.database, { clock: server.house.clock });
  const passwordHash = await hashPassword(PASSWORD);
  const user = { name: email.split("@")[0] ?? "", email, language: "zh", scope } as const;
  const at = { roles: ["collector", "credit_manager"] as const, creditor: server.book.creditor };
  const { id } = accepted(await performShared(desk, createUser, { ...user, ...at, passwordHash }));
  const from = { address: null, headers: new Headers() };
  const entered = accepted(await server.house.signIn.signIn(email, PASSWORD, from));
  if (!("cookies" in entered)) throw new Error("signed in");
  return { id, cookie: entered.cookies.map((cookie) => cookie.split(";")[0]).join("; ") };
}

/** On a day other than the clock's. */
function as({ cookie }: Person, on?: string): Caller {
  const house = on === undefined ? server.house : { ...server.house, today: plainDate(on) };
  const app = createServer(house);
  const raw: Caller["raw"] = async (endpoint, asked = {}) => {
    const { path } = endpoint;
    const at = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(asked.params?.[name] ?? server.book.code),
    );
    const json = asked.body === undefined ? null : JSON.stringify(asked.body);
    return await app.request(`http://localhost:8787${at}?${new URLSearchParams(asked.query)}`, {
      method: endpoint.method.toUpperCase(),
      headers: { cookie, origin: "http://localhost:8787", "content-type": "application/json" },
      ...(json === null ? {} : { body: json }),
    });
  };
  return {
    raw,
    get: async (endpoint, asked) => (await (await raw(endpoint, asked)).json()) as never,
  };
}

const seen = async (who: Person, on?: string): Promise<readonly number[]> => {
  const { rows } = await as(who, on).get(customers);
  return rows.map(({ id }) => server.book.customers.indexOf(id as never)).toSorted();
};

async function codeOf(as: Caller, endpoint: Endpoint, asked: Asked): Promise<string> {
  const response = await as.raw(endpoint, asked);
  return response.ok ? "ok" : (await problemOf(response)).code;
}

const own = (place: number, owner: Person | null) =>
  run(
    server.database.db,
    sql`update customer set owner_id = ${owner?.id ?? null}, sales_id = null
        where id = ${server.book.customers[place]}`,
  );

beforeAll(async () => {
  server = await testServer();
  manager = server.as("credit_manager");
  an = await person("an@house.example", "own");
  bai = await person("bai@house.example", "own");
  lead = await person("lead@house.example", "team");
  await own(0, an);
  await own(1, bai);
});
afterAll(() => server.close());

describe("scope", () => {
  test("own: one's customers in the list, and a colleague's page is not there", async () => {
    expect(await seen(an)).toEqual([0]);
    const params = { customer: server.book.customers[1] ?? "" };
    expect(await codeOf(as(an), customerPage, { params })).toBe("customer_not_found");
    expect(await codeOf(as(bai), customerPage, { params })).toBe("ok");
  });

  test("team: the members' customers, and those of nobody for who leads", async () => {
    const members = [{ user: lead.id }, { user: an.id }];
    const { id: team } = await manager.get(contract.createTeam, {
      body: { name: "华东", members },
    });
    expect(await seen(lead)).toEqual([0]);
    const led = [{ user: lead.id, leads: true }, { user: an.id }];
    await manager.get(contract.updateTeam, { params: { team }, body: { members: led } });
    expect(await seen(lead)).toEqual([0, 2]);
    expect(await seen(an)).toEqual([0]);
    const { rows } = await manager.get(contract.teams);
    expect(rows[0]).toMatchObject({ name: "华东", members: [{ id: lead.id, leads: true }, {}] });
    await manager.get(contract.removeTeam, { params: { team } });
    expect(await seen(lead)).toEqual([]);
  });

  test("creditor: everything", async () => {
    const { total } = await manager.get(customers);
    expect(total).toBe(3);
  });
});

describe("a team", () => {
  const create = (body: object) => codeOf(manager, contract.createTeam, { body });

  test("has a name of its own and members who work here", async () => {
    const { id: team } = await manager.get(contract.createTeam, { body: { name: "华南" } });
    expect(await create({ name: "华南" })).toBe("team_name_taken");
    const stranger = { name: "华北", members: [{ user: newId() }] };
    expect(await create(stranger)).toBe("colleague_not_found");
    const rename = { params: { team }, body: { name: "华南" } };
    expect(await codeOf(manager, contract.updateTeam, rename)).toBe("ok");
    const unknown = { params: { team: newId() }, body: {} };
    expect(await codeOf(manager, contract.updateTeam, unknown)).toBe("team_not_found");
  });
});

describe("a substitute", () => {
  const add = (body: object) => codeOf(manager, contract.addSubstitution, { body });
  const away = (more: object = {}) => ({
    ...{ absent: bai.id, substitute: an.id, from: "2026-04-02", until: "2026-04-05" },
    ...{ reason: "休假", ...more },
  });

  test("sees the absent person's customers from the first day until the last, no longer", async () => {
    const { id } = await manager.get(contract.addSubstitution, { body: away() });
    expect(await seen(an, "2026-04-01")).toEqual([0]);
    expect(await seen(an, "2026-04-02")).toEqual([0, 1]);
    expect(await seen(an, "2026-04-04")).toEqual([0, 1]);
    expect(await seen(an, "2026-04-05")).toEqual([0]);
    expect(await seen(bai, "2026-04-03")).toEqual([1]);

    const { rows } = await manager.get(contract.substitutions);
    expect(rows).toMatchObject([
      { id, state: "coming", absent: { id: bai.id }, can: { end: true } },
    ]);
    await manager.get(contract.endSubstitution, { params: { substitution: id } });
    expect(await seen(an, "2026-04-03")).toEqual([0]);
    const params = { substitution: id };
    const unknown = { params: { substitution: newId() } };
    expect(await codeOf(manager, contract.endSubstitution, unknown)).toBe("substitution_not_found");
    const ended = await as(lead, "2026-04-03").raw(contract.endSubstitution, { params });
    expect((await problemOf(ended)).code).toBe("substitution_has_ended");
  });

  test("is another colleague, for a while that is not over", async () => {
    expect(await add(away({ substitute: bai.id }))).toBe("substitute_is_absent");
    expect(await add(away({ substitute: newId() }))).toBe("colleague_not_found");
    expect(await add(away({ until: "2026-08-01" }))).toBe("substitute_too_long");
    expect(await add(away({ from: "2026-03-01", until: "2026-03-30" }))).toBe(
      "substitute_period_passed",
    );
    expect(await add(away({ from: "2026-05-01", until: "2026-05-09" }))).toBe("ok");
    const back = { absent: an.id, substitute: bai.id, from: "2026-05-08", until: "2026-05-12" };
    expect(await add(away(back))).toBe("substitute_circle");
  });
});

describe("a hand-over", () => {
  const give = (body: object, by = manager) =>
    codeOf(by, portfolio.handOver, { body: { reason: "调岗", ...body } });
  const first = () => server.book.customers[0] ?? "";

  test("is previewed, moves customers with their open tasks, and is told on the timeline", async () => {
    await own(0, an);
    await own(1, bai);
    await run(
      server.database.db,
      sql`insert into desk_task (creditor_id, id, customer_id, kind, title, because, assignee_id,
            due_on, opened_on, opened_at, opened_by, state)
          values (${server.book.creditor}, ${newId()}, ${first()}, 'task', '核对', '[]', ${an.id},
            '2026-04-01', '2026-03-31', now(), 'x', 'open')`,
    );
    const body = { from: an.id, to: bai.id };
    const shown = await manager.get(portfolio.previewHandOver, { body });
    expect(shown).toMatchObject({ total: 1, openTasks: 1 });
    expect(shown.overdue).toEqual([{ amount: "17500.50", currency: "CNY" }]);
    expect(await seen(an)).toEqual([0]);

    const done = await manager.get(portfolio.handOver, { body: { ...body, reason: "调岗" } });
    expect(done).toEqual({ customers: 1, tasks: 1 });
    expect(await seen(an)).toEqual([]);
    expect(await seen(bai)).toEqual([0, 1]);
    const { timeline } = await manager.get(customerPage, { params: { customer: first() } });
    expect(timeline.find(({ kind }) => kind === "owner_changed")).toMatchObject({
      ...{ which: "owner", from: "an", to: "bai", by: "credit_manager", reason: "调岗" },
    });
    const members = (await manager.get(contract.members)).rows;
    expect(members.find(({ id }) => id === bai.id)).toMatchObject({ customers: 2, openTasks: 1 });
  });

  test("is refused of nothing, to oneself, to a stranger, and of another's customer", async () => {
    expect(await give({ from: an.id, to: bai.id })).toBe("nothing_to_hand_over");
    expect(await give({ from: bai.id, to: bai.id })).toBe("hand_over_to_oneself");
    expect(await give({ from: bai.id, to: newId() })).toBe("colleague_not_found");
    const chosen = { customers: [first()] };
    expect(await give({ from: an.id, to: lead.id, ...chosen })).toBe("customer_of_other_owner");
    const unknown = { customers: [newId()] };
    expect(await give({ from: bai.id, to: an.id, ...unknown })).toBe("customer_not_found");
  });

  test("by who sees a part stays within it", async () => {
    expect(await give({ from: bai.id, to: an.id }, as(bai))).toBe("colleague_out_of_reach");
    const customers = [first()];
    const body = { customers, to: an.id, reason: "x" };
    expect(await codeOf(as(an), portfolio.assignOwner, { body })).toBe("customer_not_found");
  });

  test("of who left is asked for", async () => {
    await run(
      server.database.db,
      sql`update app_user set disabled_at = now() where id = ${bai.id}`,
    );
    const [row] = (await manager.get(contract.members)).rows;
    expect(row).toMatchObject({ id: bai.id, disabled: true, needsHandOver: true });
    const names = (await manager.get(contract.colleagueNames)).rows.map(({ id }) => id);
    expect(names).not.toContain(bai.id);
    expect(await give({ from: an.id, to: bai.id })).toBe("colleague_not_found");
    expect(await give({ from: bai.id, to: an.id })).toBe("ok");
    await run(server.database.db, sql`update app_user set disabled_at = null where id = ${bai.id}`);
  });
});

describe("owners", () => {
  test("are assigned and taken away; who has it already is not counted", async () => {
    const ids = server.book.customers;
    const assign = (to: string | null) =>
      manager.get(portfolio.assignOwner, { body: { customers: ids, to, reason: "分工" } });
    expect(await assign(an.id)).toEqual({ changed: 1, tasks: 0 });
    expect(await seen(an)).toEqual([0, 1, 2]);
    expect((await assign(null)).changed).toBe(3);
    expect(await seen(an)).toEqual([]);
    const unowned = await manager.get(portfolio.portfolio);
    expect(unowned.total).toBe(3);
    const sold = { customers: [ids[2]], to: an.id, reason: "分工" };
    expect(await manager.get(portfolio.assignSales, { body: sold })).toEqual({ changed: 1 });
    expect(await seen(an)).toEqual([2]);
  });

  test("follow the salesperson's name in the record, only where there is none", async () => {
    const [first, second] = server.book.customers;
    await run(
      server.database.db,
      sql`update customer set salesperson = ' an ' where id in (${first}, ${second})`,
    );
    await own(1, bai);
    const { rows } = await manager.get(portfolio.salespeople);
    expect(rows).toEqual([
      { name: "an", customers: 2, withoutOwner: 1, withoutSales: 2, user: expect.anything() },
    ]);
    expect(rows[0]?.user?.id).toBe(an.id);
    const pairs = [{ name: "an", user: an.id }];
    const body = { as: "owner", pairs, reason: "按业务员分配" };
    expect(await manager.get(portfolio.assignBySalesperson, { body })).toEqual({ changed: 1 });
    expect(await seen(bai)).toEqual([1]);
  });

  test("are shared out over a team in turn, after a preview that changes nothing", async () => {
    await Promise.all([own(0, null), own(1, null), own(2, null)]);
    const members = [{ user: an.id }, { user: bai.id }];
    const { id: team } = await manager.get(contract.createTeam, {
      body: { name: "轮转", members },
    });
    const share = (preview: boolean) =>
      manager.get(portfolio.shareOut, { body: { team, reason: "轮流分配", preview } });
    const shown = await share(true);
    expect(shown.rows.map((row) => row.customers).toSorted()).toEqual([1, 2]);
    expect(await seen(an)).toEqual([]);
    expect(await share(false)).toEqual(shown);
    expect((await seen(an)).length + (await seen(bai)).length).toBe(3);
    const body = { team, reason: "轮流分配" };
    expect(await codeOf(manager, portfolio.shareOut, { body })).toBe("nothing_to_share_out");
  });
});

describe("a group of customers", () => {
  test("is made, named, filled and emptied; who sees a part counts a part", async () => {
    await Promise.all([own(0, an), own(1, bai)]);
    const [first = "", second = ""] = server.book.customers;
    const made = { name: "云杉集团", customers: [first, second] };
    const { id } = await manager.get(portfolio.createGroup, { body: made });
    const whole = await manager.get(portfolio.group, { params: { group: id } });
    expect(whole.members).toHaveLength(2);
    const part = await as(an).get(portfolio.group, { params: { group: id } });
    expect(part).toMatchObject({ customers: 1, members: [{ id: first }] });
    const params = { group: id };
    await manager.get(portfolio.updateGroup, {
      params,
      body: { name: "云杉", add: [], remove: [second] },
    });
    const { rows } = await manager.get(portfolio.groups);
    expect(rows).toMatchObject([{ name: "云杉", customers: 1 }]);
    expect(await codeOf(manager, portfolio.createGroup, { body: { name: "云杉" } })).toBe(
      "group_name_taken",
    );
    const unknown = { params: { group: newId() }, body: {} };
    expect(await codeOf(manager, portfolio.updateGroup, unknown)).toBe("group_not_found");
    const stranger = { params, body: { add: [newId()] } };
    expect(await codeOf(manager, portfolio.updateGroup, stranger)).toBe("customer_not_found");
  });
});
