/** Tasks on a real database: given, answered, handed on; what is late goes up the ladder once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertBook, newId, type StoredBook } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { operator, stillClock, testDesk } from "../../test/kit/desk.ts";
import type { Role } from "../domain/desk/permission.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { CustomerId, PromiseId, TaskId, UserId } from "../domain/values/ids.ts";
import { ok } from "../domain/values/result.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { rows, run, sql } from "../store/sql.ts";
import { look } from "../views/look.ts";
import { viewTasks } from "../views/tasks.ts";
import { defineAction } from "./action.ts";
import { addTask } from "./add-task.ts";
import { cancelTask } from "./cancel-task.ts";
import { endTasksOf } from "./end-tasks.ts";
import { escalateBroken } from "./escalate-broken.ts";
import { escalateLate } from "./escalate-late.ts";
import { finishTask } from "./finish-task.ts";
import { openTask } from "./open-task.ts";
import { accepted, perform } from "./perform.ts";
import { raiseEscalation } from "./raise-escalation.ts";
import { reassignTask } from "./reassign-task.ts";

let database: Database;
let book: StoredBook;
const clock = stillClock();
const people = new Map<string, UserId>();
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
  for (const name of ["陈静", "吴财", "李销", "组长"]) {
    const id = newId<UserId>();
    people.set(name, id);
    await run(
      database.db,
      sql`with made as (
            insert into app_user (id, name, email, language, created_at, updated_at)
            values (${id}, ${name}, ${`${id}@example.com`}, 'zh', now(), now()) returning id)
          insert into user_role (user_id, creditor_id, role) select id, null, 'sales' from made`,
    );
  }
});
beforeEach(async () => {
  book = await insertBook(database.db, { customers: 1, items: [], allocations: [] });
});
afterAll(() => database.close());

const idOf = (name: string) => people.get(name) as UserId;
const as = (name: string, roles: readonly Role[] = [], today = "2026-04-01") => {
  const actor = { ...operator, name, user: people.get(name) ?? null, decidesAs: roles };
  return testDesk(database, book.creditor, { today, actor, clock });
};
const customer = () => book.customers[0] as CustomerId;
const offer = (more: object = {}) => ({
  ...{ customer: customer(), title: "补寄签收单", note: null, assignee: null },
  ...{ role: "sales" as Role | null, dueOn: plainDate("2026-04-03") },
  ...more,
});
const given = async (more: object = {}) =>
  accepted(await perform(as("陈静"), addTask, offer(more))).id;
const codeOf = (done: { ok: boolean; refusal?: { code: string } }) =>
  done.ok ? "ok" : done.refusal?.code;
const stored = () =>
  rows<{ kind: string; level: string; cause: string; state: string; outcome: string; due: string }>(
    database.db,
    sql`select kind, level, cause, state, outcome, due_on as due from desk_task
        where creditor_id = ${book.creditor} order by opened_on, due_on, id`,
  );
const escalate = async (day: string) => {
  const done = await perform(as("worker", [], day), escalateLate, { day: plainDate(day) });
  return done.ok ? done.value.tasks : 0;
};

describe("a task by hand", () => {
  test("is answered by the department, with what came of it", async () => {
    const id = await given();
    const finish = async (name: string, roles: readonly Role[], outcome = "已寄出") =>
      codeOf(await perform(as(name, roles), finishTask, { id, outcome }));
    expect(await finish("吴财", ["finance"])).toBe("task_of_other_people");
    expect(await finish("李销", ["sales"], " ")).toBe("reason_missing");
    expect(await finish("李销", ["sales"])).toBe("ok");
    expect(await finish("李销", ["sales"])).toBe("task_not_open");
    expect(await stored()).toMatchObject([{ state: "done", outcome: "已寄出" }]);
  });

  test("is handed on with the reason, and taken back only by who opened it", async () => {
    const id = await given();
    const to = { assignee: idOf("吴财"), role: null, reason: "改由财务寄" };
    const hand = (name: string, roles: readonly Role[]) =>
      perform(as(name, roles), reassignTask, { id, ...to });
    expect(codeOf(await hand("吴财", ["finance"]))).toBe("task_of_other_people");
    expect(codeOf(await hand("李销", ["sales"]))).toBe("ok");
    const cancel = async (name: string) =>
      codeOf(await perform(as(name), cancelTask, { id, reason: "客户已收到" }));
    expect(await cancel("吴财")).toBe("task_of_other_people");
    expect(await cancel("陈静")).toBe("ok");
    const [task] = await rows<{ because: readonly unknown[] }>(
      database.db,
      sql`select because from desk_task where id = ${id}`,
    );
    expect(task?.because).toEqual([
      { code: "asked_by_hand" },
      { code: "reassigned", by: "李销", on: "2026-04-01", reason: "改由财务寄" },
    ]);
  });

  test("is refused for nobody, for strangers and for unknown customers", async () => {
    const code = async (more: object) => codeOf(await perform(as("陈静"), addTask, offer(more)));
    expect(await code({ role: null })).toBe("task_of_nobody");
    expect(await code({ assignee: newId() })).toBe("user_not_found");
    expect(await code({ customer: newId() })).toBe("customer_not_found");
    const unknown = { id: newId<TaskId>(), outcome: "x" };
    expect(codeOf(await perform(as("陈静"), finishTask, unknown))).toBe("task_not_found");
  });

  test("stands on the right desks, late first, with the counts of the menu", async () => {
    await given({
      title: "晚",
      dueOn: plainDate("2026-04-09"),
      assignee: idOf("吴财"),
      role: null,
    });
    await given({ title: "早", dueOn: plainDate("2026-04-02") });
    const view = (name: string, roles: readonly Role[], show: "mine" | "all" | "opened") =>
      look(as(name, roles, "2026-04-05"), (sight) =>
        viewTasks(sight, { show, state: "open", size: 10 }),
      );
    const sales = await view("李销", ["sales"], "mine");
    expect(sales.rows).toMatchObject([{ title: "早", daysLate: 3, can: { cancel: {} } }]);
    expect(sales.counts).toEqual({ mine: 1, mineLate: 1, all: 2, late: 1 });
    const opened = await view("陈静", [], "opened");
    expect(opened.rows.map(({ title }) => title)).toEqual(["早", "晚"]);
    expect((await view("吴财", ["finance"], "mine")).rows).toMatchObject([
      { title: "晚", mine: true, assignee: { name: "吴财" } },
    ]);
  });

  test("of somebody who is away lies on the desk of who stands for them", async () => {
    await given({ assignee: idOf("吴财"), role: null });
    await run(
      database.db,
      sql`insert into substitution (creditor_id, id, absent_id, substitute_id, from_on, until_on,
            reason, made_at, made_by)
          values (${book.creditor}, ${newId()}, ${idOf("吴财")}, ${idOf("李销")}, '2026-04-01',
            '2026-04-03', '休假', now(), '陈静')`,
    );
    const mine = async (today: string) =>
      (
        await look(as("李销", [], today), (sight) =>
          viewTasks(sight, { show: "mine", state: "open", size: 10 }),
        )
      ).rows.length;
    expect(await mine("2026-04-02")).toBe(1);
    expect(await mine("2026-04-03")).toBe(0);
  });
});

describe("what nobody settles", () => {
  test("climbs rung by rung, once a rung, and comes down when it is settled", async () => {
    const id = await given();
    expect(await escalate("2026-04-03")).toBe(0);
    expect(await escalate("2026-04-04")).toBe(1);
    expect(await escalate("2026-04-04")).toBe(0);
    expect(await escalate("2026-04-05")).toBe(0);
    const [, first] = await stored();
    expect(first).toMatchObject({
      ...{ kind: "escalation", level: "senior_collector", cause: `task_late:${id}` },
      due: "2026-04-08",
    });
    expect(await escalate("2026-04-09")).toBe(1);
    expect((await stored()).map(({ level }) => level)).toEqual([null, "senior_collector", "sales"]);
    expect((await stored()).map(({ state }) => state)).toEqual(["open", "cancelled", "open"]);
    await perform(as("李销", ["sales"]), finishTask, { id, outcome: "已寄出" });
    expect((await stored()).map(({ state }) => state)).toEqual(["done", "cancelled", "done"]);
    expect(await escalate("2026-05-09")).toBe(0);
  });

  test("answering the escalation settles its cause, not the task itself", async () => {
    await given();
    await escalate("2026-04-04");
    await escalate("2026-04-09");
    const [called] = await rows<{ id: TaskId }>(
      database.db,
      sql`select id from desk_task where creditor_id = ${book.creditor} and level = 'sales'`,
    );
    const answer = { id: called?.id as TaskId, outcome: "已与客户总监沟通" };
    expect(codeOf(await perform(as("李销", ["sales"]), finishTask, answer))).toBe("ok");
    expect((await stored()).map(({ state }) => state)).toEqual(["open", "cancelled", "done"]);
    expect(await escalate("2026-05-09")).toBe(0);
  });

  test("that ended elsewhere takes its escalations along with the next close", async () => {
    const subject = newId();
    const disputed = defineAction<null, { readonly id: TaskId }, never>({
      name: "open_dispute_task",
      permission: "dispute:raise",
      run: async (context) =>
        ok({
          id: await openTask(context, {
            ...{ kind: "dispute", customer: customer(), subject, title: null, note: null },
            ...{ because: [{ code: "disputed" }], level: null, assignee: null, role: "sales" },
            dueOn: plainDate("2026-04-02"),
          }),
        }),
    });
    const settle = defineAction<null, { readonly ended: number }, never>({
      name: "settle_dispute",
      permission: "dispute:close",
      run: async (context) =>
        ok({ ended: await endTasksOf(context, { subject, state: "done", outcome: "同意扣款" }) }),
    });
    accepted(await perform(as("陈静"), disputed, null));
    expect(await escalate("2026-04-07")).toBe(1);
    expect(accepted(await perform(as("陈静"), settle, null))).toEqual({ ended: 2 });
    expect(await escalate("2026-04-20")).toBe(0);
  });
});

describe("a broken promise", () => {
  const broken = (promise: PromiseId) =>
    defineAction<null, null, never>({
      name: "judge_promise",
      permission: "plan:run",
      run: async (context) => {
        const one = { promise, customer: customer(), items: ["F-1"] };
        await escalateBroken(context, plainDate("2026-04-01"), [one]);
        return ok(null);
      },
    });

  test("calls the lead of the owner's team at once, and once only", async () => {
    const promise = newId<PromiseId>();
    const team = newId();
    await run(
      database.db,
      sql`insert into team (creditor_id, id, name) values (${book.creditor}, ${team}, '华东')`,
    );
    await run(
      database.db,
      sql`insert into team_member (creditor_id, team_id, user_id, leads)
          values (${book.creditor}, ${team}, ${idOf("陈静")}, false),
            (${book.creditor}, ${team}, ${idOf("组长")}, true)`,
    );
    await run(
      database.db,
      sql`update customer set owner_id = ${idOf("陈静")} where id = ${customer()}`,
    );
    await perform(as("worker"), broken(promise), null);
    await perform(as("worker"), broken(promise), null);
    const found = await rows<{ assignee: string; because: unknown; due: string }>(
      database.db,
      sql`select assignee_id as assignee, because, due_on as due from desk_task
          where creditor_id = ${book.creditor}`,
    );
    expect(found).toEqual([
      {
        ...{ assignee: idOf("组长"), due: "2026-04-03" },
        because: [{ code: "promise_broken", promise, judgedOn: "2026-04-01", items: ["F-1"] }],
      },
    ]);
  });
});

test("raised by hand it goes to the rung that is named, with the reason", async () => {
  const raise = async (to: string | null, reason: string) =>
    codeOf(await perform(as("陈静"), raiseEscalation, { customer: customer(), to, reason }));
  expect(await raise("legal", "客户转移资产")).toBe("ok");
  expect(await raise("legal", "再次提请")).toBe("ok");
  expect(await raise("cashier", "x")).toBe("nobody_above");
  expect(await raise(null, "")).toBe("reason_missing");
  expect((await stored()).map(({ kind, level, cause }) => [kind, level, cause])).toEqual([
    ["escalation", "legal", null],
    ["escalation", "legal", null],
  ]);
  expect(await escalate("2026-05-01")).toBe(2);
  expect(await escalate("2026-05-02")).toBe(0);
  expect((await stored()).map(({ level, state }) => [level, state])).toEqual([
    ["legal", "cancelled"],
    ["legal", "cancelled"],
    ["executive", "open"],
    ["executive", "open"],
  ]);
});
