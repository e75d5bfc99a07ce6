/** The lists of promises and holds: filters, counts, sums, windows, CSV, what is kept back. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as hold from "../contract/hold.ts";
import * as plan from "../contract/plan.ts";
import * as promise from "../contract/promise.ts";
import { run, sql } from "../store/sql.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const cny = (amount: string) => ({ amount, currency: "CNY" });

/** F-1 (5,000.00) and F-2 (12,500.50) are of the first customer, F-3 (9,000.00) of the second. */
const take = (item: 0 | 1 | 2, amount: string, payOn: string, more: object = {}) =>
  server.as("collector").get(promise.takePromise, {
    params: { customer: server.book.customers[item === 2 ? 1 : 0] ?? "" },
    body: { payOn, items: [{ item: server.book.items[item], amount: cny(amount) }], ...more },
  });

const list = (query: Record<string, string> = {}) =>
  server.as("auditor").get(promise.promises, { query });

describe("promises", () => {
  const taken: string[] = [];
  beforeAll(async () => {
    const made = [
      await take(0, "1000.00", "2026-03-31", { takenFrom: "李会计", channel: "call" }),
      await take(1, "2000.50", "2026-04-03"),
      await take(2, "9000.00", "2026-04-20", { takenFrom: "王总", note: "当面答应" }),
    ];
    taken.push(...made.map(({ id }) => id));
  });

  test("are listed by their day, with counts under each filter and sums by currency", async () => {
    const all = await list();
    expect(all.rows.map(({ id }) => id)).toEqual(taken);
    expect(all.total).toBe(3);
    expect(all.sums).toEqual([{ amount: cny("12000.50"), came: cny("0.00") }]);
    expect(all.counts).toMatchObject({
      all: 3,
      open: 3,
      due_today: 1,
      due_this_week: 2,
      broken: 0,
    });
    expect(all.rows[0]).toMatchObject({
      ...{ takenFrom: "李会计", channel: "call", takenBy: "collector", state: "open" },
      ...{
        customer: { number: "K1" },
        came: cny("0.00"),
        can: { withdraw: { code: "not_permitted" } },
      },
      items: [{ number: "F-1", amount: cny("1000.00"), level: 0 }],
    });
  });

  test("are filtered, searched, sorted and cut into windows", async () => {
    const ids = async (query: Record<string, string>) =>
      (await list(query)).rows.map(({ id }) => id);
    expect(await ids({ filter: "due_today" })).toEqual([taken[0]]);
    expect(await ids({ filter: "due_this_week" })).toEqual([taken[0], taken[1]]);
    expect(await ids({ search: "王总" })).toEqual([taken[2]]);
    expect(await ids({ customer: server.book.customers[1] ?? "" })).toEqual([taken[2]]);
    expect(await ids({ sort: "amount", direction: "desc" })).toEqual([...taken].reverse());
    expect(await ids({ sort: "pay_on", direction: "desc", size: "1", offset: "1" })).toEqual([
      taken[1],
    ]);
    for (const sort of ["taken_on", "judged_on", "customer"]) {
      expect(await ids({ sort })).toHaveLength(3);
    }
  });

  test("of an owner and of a group", async () => {
    const group = newId();
    const [user] = await server.database.reading((tx) =>
      sql<{ id: string }>`select id from app_user where name = 'collector'`
        .execute(tx)
        .then(({ rows }) => rows),
    );
    await run(
      server.database.db,
      sql`insert into customer_group (creditor_id, id, name)
          values (${server.book.creditor}, ${group}, '甲集团')`,
    );
    await run(
      server.database.db,
      sql`update customer set group_id = ${group}, owner_id = ${user?.id}
          where creditor_id = ${server.book.creditor} and id = ${server.book.customers[1]}`,
    );
    const mine = await list({ owner: user?.id ?? "" });
    expect(mine.rows).toMatchObject([
      { id: taken[2], owner: "collector", group: { name: "甲集团" } },
    ]);
    expect(mine.counts.all).toBe(1);
    expect((await list({ group })).total).toBe(1);
    expect((await list({ group: newId() })).total).toBe(0);
  });

  test("leave as CSV that a spreadsheet opens", async () => {
    const response = await server
      .as("auditor")
      .raw(promise.promisesCsv, { query: { filter: "all" } });
    const text = await response.text();
    expect(response.headers.get("content-disposition")).toContain("promises-2026-03-31.csv");
    expect(text.split("\r\n")).toHaveLength(5);
    expect(text).toContain("承诺付款日");
    expect(text).toContain("1000.00");
    const english = { query: { filter: "all", language: "en" } };
    const other = await server.as("auditor").raw(promise.promisesCsv, english);
    expect(await other.text()).toContain("To be paid on");
  });

  test("are renegotiated in one act, and both are told", async () => {
    const collector = server.as("collector");
    const items = [{ item: server.book.items[0], amount: cny("1000.00") }];
    const body = { payOn: "2026-04-09", items, reason: "改到下周" };
    const params = { promise: taken[0] ?? "" };
    const { id } = await collector.get(promise.changePromise, { params, body });
    const all = await list({ filter: "all" });
    const [old, anew] = [taken[0], id].map((one) => all.rows.find((row) => row.id === one));
    expect(old).toMatchObject({ state: "withdrawn", endReason: "改到下周", replacedBy: id });
    expect(anew).toMatchObject({ state: "open", replaces: taken[0] });
    const again = await collector.raw(promise.changePromise, { params, body });
    expect(await problemOf(again)).toMatchObject({ code: "promise_has_ended", state: "withdrawn" });
  });
});

describe("holds", () => {
  test("in force say what they keep back, and which steps they kept from going", async () => {
    const [late, soon] = server.book.customers;
    const collector = server.as("collector");
    const body = { kind: "courtesy", reason: "等客户换章", until: "2026-04-20" };
    const one = { ...body, item: server.book.items[0] };
    const placed = await collector.get(hold.placeHold, {
      params: { customer: late ?? "" },
      body: one,
    });
    const legal = { kind: "legal", reason: "已起诉" };
    const whole = await collector.get(hold.placeHold, {
      params: { customer: soon ?? "" },
      body: legal,
    });
    await server.as("credit_manager").get(plan.runPlan, { body: {} });
    const found = await server.as("auditor").get(hold.holds);
    expect(found.rows.map(({ id }) => id)).toEqual([placed.id, whole.id]);
    expect(found.rows[0]).toMatchObject({
      ...{ customer: { number: "K1" }, customers: 1, itemCount: 1, placedBy: "collector" },
      ...{ amounts: [cny("5000.00")], items: [{ number: "F-1", open: cny("5000.00") }] },
    });
    expect(found.rows[0]?.skipped).toMatchObject([{ step: "first-letter", items: 1 }]);
    expect(found.rows[1]).toMatchObject({ itemCount: 1, until: null });
    const asked = async (query: Record<string, string>) =>
      (await server.as("auditor").get(hold.holds, { query })).rows.map(({ id }) => id);
    expect(await asked({ kind: "legal" })).toEqual([whole.id]);
    expect(await asked({ search: "换章" })).toEqual([placed.id]);
    expect(await asked({ customer: late ?? "" })).toEqual([placed.id]);
  });

  test("of a group stand with their companies", async () => {
    const group = newId();
    await run(
      server.database.db,
      sql`insert into customer_group (creditor_id, id, name)
          values (${server.book.creditor}, ${group}, '乙集团')`,
    );
    await run(
      server.database.db,
      sql`update customer set group_id = ${group} where creditor_id = ${server.book.creditor}`,
    );
    const body = { kind: "internal", reason: "集团对账", until: "2026-04-30" };
    const manager = server.as("credit_manager");
    const { id } = await manager.get(hold.placeGroupHold, { params: { group }, body });
    const [found] = (await manager.get(hold.holds, { query: { group } })).rows;
    expect(found).toMatchObject({
      ...{ id, customer: null, customers: 3, group: { name: "乙集团" }, itemCount: 3 },
      can: { lift: true },
    });
    const lifted = { params: { hold: id }, body: { reason: "对完了" } };
    await manager.get(hold.liftHold, lifted);
    expect((await manager.get(hold.holds, { query: { group } })).total).toBe(0);
    const nobody = await manager.raw(hold.placeGroupHold, { params: { group: newId() }, body });
    expect([nobody.status, (await problemOf(nobody)).code]).toEqual([404, "group_not_found"]);
  });
});
