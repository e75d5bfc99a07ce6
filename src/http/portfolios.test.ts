/** Hand-over, owners and groups over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { codeOf, type Scoped, type ScopedDesk, scopedDesk } from "../../test/kit/scoped-people.ts";
import type { Caller, TestServer } from "../../test/kit/server.ts";
import { customerPage } from "../contract/customer.ts";
import * as portfolio from "../contract/portfolio.ts";
import * as contract from "../contract/team.ts";
import { run, sql } from "../store/sql.ts";

let server: TestServer;
let manager: Caller;
let as: ScopedDesk["as"];
let seen: ScopedDesk["seen"];
let own: ScopedDesk["own"];
let [an, bai, lead] = [] as unknown as [Scoped, Scoped, Scoped];
beforeAll(async () => {
  ({ server, manager, as, seen, own, an, bai, lead } = await scopedDesk());
});
afterAll(() => server.close());

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
