/** Visits over HTTP: planned by two, a task of each, reported once, in the log and the timeline. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as attachment from "../contract/attachment.ts";
import * as contact from "../contract/contact.ts";
import * as customer from "../contract/customer.ts";
import * as outcome from "../contract/outcome.ts";
import * as contract from "../contract/visit.ts";
import { sql } from "../store/sql.ts";

let server: TestServer;
let collector: Caller;
let id: string;
let clerk: string;
let colleagues: readonly { readonly user: string; readonly name: string }[];
beforeAll(async () => {
  server = await testServer();
  collector = server.as("collector");
  id = server.book.customers[0] as string;
  clerk = (await page()).contacts[0]?.id as string;
  ({ colleagues } = await collector.get(contract.customerVisits, { params: { customer: id } }));
});
afterAll(() => server.close());

const page = () => collector.get(customer.customerPage, { params: { customer: id } });
const userOf = (name: string) => colleagues.find((one) => one.name === name)?.user as string;
const body = (rest: object = {}) => ({
  plannedOn: "2026-04-02",
  plannedAt: "10:00",
  place: "苏州市示例路 1 号",
  purpose: "商谈还款安排",
  contact: clerk,
  visitors: [
    { name: "collector", user: userOf("collector") },
    { name: "sales", user: userOf("sales") },
  ],
  ...rest,
});
const plan = (rest: object = {}) =>
  collector.get(contract.planVisit, { params: { customer: id }, body: body(rest) });
const refusedPlan = async (rest: object) => {
  const answer = await collector.raw(contract.planVisit, {
    params: { customer: id },
    body: body(rest),
  });
  return [answer.status, (await problemOf(answer)).code];
};
const tasks = async (visit: string) =>
  (
    await sql<{ name: string; state: string; due: string; outcome: string | null }>`
        select u.name, t.state, t.due_on as due, t.outcome from desk_task t
        join app_user u on u.id = t.assignee_id
        where t.kind = 'visit' and t.subject_id = ${visit} order by u.name`.execute(
      server.database.db,
    )
  ).rows;

describe("a plan", () => {
  test("is a task of everybody who goes, due on the day", async () => {
    const { id: visit } = await plan();
    expect(await tasks(visit)).toEqual([
      { name: "collector", state: "open", due: "2026-04-02", outcome: null },
      { name: "sales", state: "open", due: "2026-04-02", outcome: null },
    ]);
    const seen = await collector.get(contract.visit, { params: { visit } });
    expect(seen).toMatchObject({
      state: "planned",
      placeKind: "company",
      plannedAt: "10:00",
      contact: { id: clerk, name: "李会计", role: "clerk" },
      visitors: [{ name: "collector" }, { name: "sales" }],
      arrangedBy: "collector",
      report: null,
      can: { report: true, cancel: true },
    });
  });

  test("takes two people, working hours and the company's premises", async () => {
    const [one] = body().visitors;
    expect(await refusedPlan({ visitors: [one] })).toEqual([422, "visit_needs_two"]);
    expect(await refusedPlan({ plannedAt: "19:00" })).toEqual([409, "contact_outside_hours"]);
    expect(await refusedPlan({ plannedAt: "23:00" })).toEqual([409, "contact_at_night"]);
    expect(await refusedPlan({ plannedOn: "2026-04-04" })).toEqual([409, "contact_outside_hours"]);
    expect(await refusedPlan({ placeKind: "home" })).toEqual([409, "visit_place_needs_approval"]);
    expect(await refusedPlan({ plannedOn: "2026-03-30" })).toEqual([422, "visit_day_has_passed"]);
  });

  test("names people of this house and this customer, and a task of the plan that is a visit", async () => {
    const stranger = { name: "x", user: crypto.randomUUID() };
    expect(await refusedPlan({ visitors: [body().visitors[0], stranger] })).toEqual([
      404,
      "user_not_found",
    ]);
    expect(await refusedPlan({ contact: crypto.randomUUID() })).toEqual([404, "contact_not_found"]);
    expect(await refusedPlan({ step: crypto.randomUUID() })).toEqual([409, "task_not_waiting"]);
  });
});

describe("a report", () => {
  test("writes the contact log, closes the tasks, keeps its photo, and stands in the timeline", async () => {
    const { id: visit } = await plan({ plannedOn: "2026-03-31", plannedAt: "09:30" });
    const photo = new FormData();
    photo.set("file", new File([new TextEncoder().encode("%PDF-1.4 x")], "签到表.pdf"));
    const params = { customer: id };
    const file = await collector.get(attachment.attachDocument, { params, body: photo });
    const report = {
      happenedOn: "2026-03-31",
      met: [clerk],
      seen: "仓库正常出货",
      agreed: "月底前付一半",
      overdueReason: "cash",
      attachments: [file.id],
    };
    const asked = { params: { visit }, body: report };
    const { entry } = await collector.get(contract.reportVisit, asked);
    expect((await tasks(visit)).map(({ state, outcome: said }) => [state, said])).toEqual([
      ["done", "月底前付一半"],
      ["done", "月底前付一半"],
    ]);
    const { entries } = await collector.get(outcome.contactEntries, { params });
    expect(entries.find((each) => each.id === entry)).toMatchObject({
      channel: "visit",
      outcome: "reached",
      said: "仓库正常出货\n月底前付一半",
      contact: { name: "李会计" },
      happenedAt: "2026-03-31T01:30:00.000Z",
      overdueReason: "cash",
      outside: [],
    });
    const seen = await collector.get(contract.visit, { params: { visit } });
    expect(seen).toMatchObject({
      state: "done",
      report: { met: [{ id: clerk }], leftOnRequest: false },
      attachments: [{ fileName: "签到表.pdf", subject: "visit" }],
      can: { report: { code: "visit_not_planned" }, cancel: { code: "visit_not_planned" } },
    });
    const told = (await page()).timeline.filter((event) => event.kind === "visit");
    expect(told.filter((event) => event.id === visit).map(({ state }) => state)).toEqual(
      expect.arrayContaining(["planned", "done"]),
    );
    const again = await collector.raw(contract.reportVisit, { ...asked, body: { ...report } });
    expect([again.status, (await problemOf(again)).code]).toEqual([409, "visit_not_planned"]);
  });

  test("is of a day that has come, and of people who are this customer's", async () => {
    const { id: visit } = await plan();
    const early = { happenedOn: "2026-04-02", seen: "x" };
    const refused = await collector.raw(contract.reportVisit, { params: { visit }, body: early });
    expect((await problemOf(refused)).code).toBe("visit_in_future");
    const stranger = { happenedOn: "2026-03-31", seen: "x", met: [crypto.randomUUID()] };
    const missed = await collector.raw(contract.reportVisit, { params: { visit }, body: stranger });
    expect((await problemOf(missed)).code).toBe("contact_not_found");
  });

  test("is not written by who may only read", async () => {
    const { id: visit } = await plan();
    const asked = { params: { visit }, body: { happenedOn: "2026-03-31", seen: "x" } };
    expect((await server.as("auditor").raw(contract.reportVisit, asked)).status).toBe(403);
  });
});

test("a visit is called off with its reason; its tasks end with it", async () => {
  const { id: visit } = await plan();
  const asked = { params: { visit }, body: { reason: "对方改期" } };
  await collector.get(contract.cancelVisit, asked);
  expect((await tasks(visit)).map(({ state, outcome: said }) => [state, said])).toEqual([
    ["cancelled", "对方改期"],
    ["cancelled", "对方改期"],
  ]);
  const again = await collector.raw(contract.cancelVisit, asked);
  expect((await problemOf(again)).code).toBe("visit_not_planned");
  const nowhere = await collector.raw(contract.cancelVisit, {
    ...asked,
    params: { visit: crypto.randomUUID() },
  });
  expect((await problemOf(nowhere)).code).toBe("visit_not_found");
});

describe("whom one may call now", () => {
  test("is told with the day's calls and the limits", async () => {
    const reach = await collector.get(contact.contactReach, { params: { customer: id } });
    expect(reach).toMatchObject({
      hour: true,
      limits: { connected: 3, attempts: 6 },
      supervises: false,
      contacts: [{ id: clerk, call: { code: "contact_has_no_number" }, connected: 0 }],
    });
    const senior = await server
      .as("senior_collector")
      .get(contact.contactReach, { params: { customer: id } });
    expect(senior.supervises).toBe(true);
    const nowhere = await collector.raw(contact.contactReach, {
      params: { customer: crypto.randomUUID() },
    });
    expect(nowhere.status).toBe(404);
  });

  test("and the script names the customer's own figures", async () => {
    const asked = { params: { customer: id }, query: { stage: "early", contact: clerk } };
    const { stage, script } = await collector.get(outcome.callScript, asked);
    expect(stage).toBe("early");
    expect(script?.opening.zh).toContain("李会计");
    expect(script?.purpose.zh).toContain("CNY 17,500.50");
    expect(script?.purpose.en).toContain("2 invoices");
    expect(JSON.stringify(script)).not.toMatch(/[{]\w+[}]/);
    const { stage: own } = await collector.get(outcome.callScript, { params: { customer: id } });
    expect(own).toBe("early");
  });
});
