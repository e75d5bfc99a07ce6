/** Tasks, approvals and the meeting over HTTP: each by who may, answered against the contract. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as approval from "../contract/approval.ts";
import { customerPage } from "../contract/customer.ts";
import * as meeting from "../contract/meeting.ts";
import * as task from "../contract/task.ts";
import type { Role } from "../domain/desk/permission.ts";

let server: TestServer;
let late = "";
beforeAll(async () => {
  server = await testServer();
  late = server.book.customers[0] ?? "";
});
afterAll(() => server.close());

const as = (role: Role) => server.as(role);
const refused = async (...[role, endpoint, asked]: [Role, never, object]) =>
  (await problemOf(await as(role).raw(endpoint, asked))).code;

describe("a task", () => {
  test("is given to a department, stands on its list and in the file, and is answered", async () => {
    const body = { customer: late, title: "=补寄签收单", role: "sales", dueOn: "2026-04-03" };
    const { id } = await as("collector").get(task.addTask, { body });
    const mine = await as("sales").get(task.listTasks);
    expect(mine.rows).toMatchObject([
      { id, mine: true, openedBy: "collector", daysLate: -3, can: { finish: true } },
    ]);
    expect(mine.counts).toEqual({ mine: 1, mineLate: 0, all: 1, late: 0 });
    const file = await as("sales").raw(task.tasksCsv, { query: { language: "zh" } });
    expect(await file.text()).toContain("任务,K1,客户 1,'=补寄签收单,,,销售,2026-04-03");
    const done = { params: { task: id }, body: { outcome: "已寄出" } };
    expect(await refused("finance", task.finishTask as never, done)).toBe("task_of_other_people");
    expect(await refused("auditor", task.finishTask as never, done)).toBe("not_permitted");
    await as("sales").get(task.finishTask, done);
    const ended = await as("auditor").get(task.listTasks, {
      query: { show: "all", state: "ended" },
    });
    expect(ended.rows).toMatchObject([{ outcome: "已寄出", closedBy: "sales" }]);
  });

  test("can be given to everybody who signs in here", async () => {
    const { rows } = await as("collector").get(task.colleagues);
    expect(rows.find(({ name }) => name === "legal")).toMatchObject({ roles: ["legal"] });
  });
});

describe("an approval", () => {
  test("waits for its roles, and what happened stands on the timeline", async () => {
    const asked = {
      params: { customer: late },
      body: {
        ...{ kind: "write_off", amount: { amount: "500.00", currency: "CNY" } },
        ...{ reason: "债务人已注销", evidence: "注销公告" },
      },
    };
    const { id, roles } = await as("collector").get(approval.requestApproval, asked);
    expect(roles).toEqual(["finance", "executive"]);
    const page = await as("finance").get(approval.listApprovals);
    expect(page.counts).toEqual({ waiting: 1, mine: 1, asked: 0 });
    const decide = { params: { approval: id }, body: { approve: true } };
    expect(await refused("administrator", approval.decideApproval as never, decide)).toBe(
      "not_permitted",
    );
    expect(await refused("legal", approval.decideApproval as never, decide)).toBe(
      "approval_of_other_role",
    );
    await as("finance").get(approval.decideApproval, decide);
    const carried = await as("finance").get(task.listTasks, { query: { kind: "carry_out" } });
    expect(carried.rows).toMatchObject([{ subject: id, because: [{ code: "approved" }] }]);
    const { timeline } = await as("collector").get(customerPage, { params: { customer: late } });
    const told = timeline.flatMap((event) => (event.kind === "approval" ? [event] : []));
    expect(told.map(({ state, by }) => [state, by])).toEqual([
      ["approved", "finance"],
      ["requested", "collector"],
    ]);
  });
});

describe("the meeting", () => {
  test("is recorded by who may, and read by everybody with the whole book", async () => {
    const { pack } = await as("auditor").get(meeting.meetingPack);
    expect(pack.totals).toMatchObject([{ currency: "CNY", overdue: { amount: "17500.50" } }]);
    const decision = { title: "发律师函", role: "legal", dueOn: "2026-04-08" };
    const body = { attendees: ["周敏"], decisions: [decision] };
    expect(await refused("collector", meeting.holdMeeting as never, { body })).toBe(
      "not_permitted",
    );
    const { id } = await as("executive").get(meeting.holdMeeting, { body });
    const held = await as("collector").get(meeting.meeting, { params: { meeting: id } });
    expect(held).toMatchObject({ attendees: ["周敏"], decided: [{ title: "发律师函" }] });
    const pdf = await as("auditor").raw(meeting.meetingPdf, { params: { meeting: id } });
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    const none = { params: { meeting: late } };
    expect(await refused("auditor", meeting.meeting as never, none)).toBe("meeting_not_found");
  });
});
