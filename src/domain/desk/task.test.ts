/** Tasks: somebody has each, by a day, for a reason; only who it concerns ends it, by the table. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../values/calendar.ts";
import type { UserId } from "../values/ids.ts";
import { ROLES, type Role } from "./permission.ts";
import {
  isTaskOf,
  judgeCancel,
  judgeFinish,
  judgeNewTask,
  judgeReassign,
  type StandingTask,
  TASK_KINDS,
  TASK_MOVES,
  TASK_STATES,
  type TaskOffer,
  type TaskWorker,
} from "./task.ts";

const today = plainDate("2026-04-01");
const user = (name: string) => name as UserId;
const anyUser = fc.constantFrom<UserId | null>(null, user("u1"), user("u2"), user("u3"));
const anyRole = fc.option(fc.constantFrom(...ROLES));

const anyTask: fc.Arbitrary<StandingTask> = fc.record({
  kind: fc.constantFrom(...TASK_KINDS),
  state: fc.constantFrom(...TASK_STATES),
  assignee: anyUser,
  role: anyRole,
  openedBy: fc.constantFrom("陈静", "吴财"),
  openedById: anyUser,
});
const anyWorker: fc.Arbitrary<TaskWorker> = fc.record({
  name: fc.constantFrom("陈静", "吴财", "李强"),
  user: anyUser,
  roles: fc.uniqueArray(fc.constantFrom(...ROLES)),
  standsFor: fc.uniqueArray(fc.constantFrom(user("u1"), user("u2"))),
});

describe("whoever works on whatever task", () => {
  test("ends only what is open, and what they write is kept", () => {
    fc.assert(
      fc.property(anyTask, anyWorker, fc.string(), (task, by, words) => {
        for (const judged of [judgeFinish(task, words, by), judgeCancel(task, words, by)]) {
          if (!judged.ok) continue;
          expect(TASK_MOVES[task.state]).not.toEqual([]);
          expect(judged.value).toBe(words.trim());
          expect(judged.value).not.toBe("");
        }
      }),
    );
  });

  test("is the assignee, of its role, the opener, or the credit manager", () => {
    fc.assert(
      fc.property(anyTask, anyWorker, (task, by) => {
        if (!judgeFinish(task, "已办", by).ok) return;
        const opener =
          task.openedById === null || by.user === null
            ? task.openedBy === by.name
            : task.openedById === by.user;
        const standsFor = task.assignee !== null && by.standsFor.includes(task.assignee);
        const role = task.role !== null && by.roles.includes(task.role);
        const assigned = task.assignee !== null && task.assignee === by.user;
        expect(assigned || standsFor || role || opener || by.roles.includes("credit_manager")).toBe(
          true,
        );
      }),
    );
  });

  test("hands it on to somebody, never to nobody", () => {
    fc.assert(
      fc.property(anyTask, anyWorker, anyUser, anyRole, (task, by, assignee, role) => {
        const judged = judgeReassign(task, { assignee, role, reason: "休假" }, by);
        if (judged.ok) expect(assignee !== null || role !== null).toBe(true);
      }),
    );
  });
});

test("whatever task is opened by hand has somebody, a day from today on, and a reason", () => {
  const anyOffer: fc.Arbitrary<TaskOffer> = fc.record({
    customer: fc.constant(null),
    title: fc.string(),
    note: fc.option(fc.string()),
    assignee: anyUser,
    role: anyRole,
    dueOn: fc.integer({ min: -5, max: 400 }).map((days) => addDays(today, days)),
  });
  fc.assert(
    fc.property(anyOffer, (offer) => {
      const judged = judgeNewTask(offer, today);
      if (!judged.ok) return;
      const { assignee, role, dueOn, because, title } = judged.value;
      expect(assignee !== null || role !== null).toBe(true);
      expect(dueOn >= today && dueOn <= addDays(today, 366)).toBe(true);
      expect(because).not.toEqual([]);
      expect(title).toMatch(/\S/);
    }),
  );
});

const task: StandingTask = {
  kind: "task",
  state: "open",
  assignee: user("u1"),
  role: null,
  openedBy: "吴财",
  openedById: user("u9"),
};
const worker = (id: string, roles: readonly Role[] = [], standsFor: readonly UserId[] = []) => ({
  name: id,
  user: user(id),
  roles,
  standsFor,
});
const codeOf = (judged: { ok: boolean; refusal?: { code: string } }) =>
  judged.ok ? "ok" : judged.refusal?.code;

test("who stands for the absent answers for them; a colleague does not", () => {
  expect(codeOf(judgeFinish(task, "已办", worker("u1")))).toBe("ok");
  expect(codeOf(judgeFinish(task, "已办", worker("u2", [], [user("u1")])))).toBe("ok");
  expect(codeOf(judgeFinish(task, "已办", worker("u2", ["collector"])))).toBe(
    "task_of_other_people",
  );
  expect(codeOf(judgeFinish(task, "已办", worker("u3", ["credit_manager"])))).toBe("ok");
  expect(codeOf(judgeFinish(task, " ", worker("u1")))).toBe("reason_missing");
});

test("nobody strikes their own duty", () => {
  expect(codeOf(judgeCancel(task, "不需要了", worker("u1")))).toBe("task_of_other_people");
  expect(codeOf(judgeCancel(task, "不需要了", worker("u9")))).toBe("ok");
  expect(codeOf(judgeCancel(task, "", worker("u9")))).toBe("reason_missing");
});

test("a dispute is answered where it is kept, not ticked off", () => {
  const dispute = { ...task, kind: "dispute" as const };
  expect(codeOf(judgeFinish(dispute, "已办", worker("u1")))).toBe("task_ends_elsewhere");
  expect(codeOf(judgeCancel(dispute, "不需要", worker("u9")))).toBe("task_ends_elsewhere");
  expect(codeOf(judgeFinish({ ...task, kind: "agreement" }, "已签", worker("u1")))).toBe("ok");
});

test("ended tasks stay ended", () => {
  const done = { ...task, state: "done" as const };
  expect(codeOf(judgeFinish(done, "再办", worker("u1")))).toBe("task_not_open");
  expect(codeOf(judgeCancel(done, "再办", worker("u9")))).toBe("task_not_open");
  const to = { assignee: user("u2"), role: null, reason: "休假" };
  expect(codeOf(judgeReassign(done, to, worker("u1")))).toBe("task_not_open");
  expect(codeOf(judgeReassign(task, { ...to, assignee: null }, worker("u1")))).toBe(
    "task_of_nobody",
  );
  expect(codeOf(judgeReassign(task, { ...to, reason: "" }, worker("u1")))).toBe("reason_missing");
});

test("a role's task lies on the desk of each who has it, an assigned one on one person's", () => {
  const ofSales = { assignee: null, role: "sales" as const };
  expect(isTaskOf(ofSales, worker("u1", ["sales"]))).toBe(true);
  expect(isTaskOf(ofSales, worker("u1", ["finance"]))).toBe(false);
  expect(isTaskOf({ ...ofSales, assignee: user("u2") }, worker("u1", ["sales"]))).toBe(false);
});

test("each refusal of a new task says what is wrong", () => {
  const offer = { customer: null, title: "核对对账单", note: null, assignee: user("u1") };
  const code = (more: Partial<TaskOffer>) =>
    codeOf(judgeNewTask({ ...offer, role: null, dueOn: today, ...more }, today));
  expect(code({})).toBe("ok");
  expect(code({ title: " " })).toBe("task_has_no_title");
  expect(code({ assignee: null })).toBe("task_of_nobody");
  expect(code({ assignee: null, role: "auditor" })).toBe("task_of_nobody");
  expect(code({ assignee: null, role: "sales" })).toBe("ok");
  expect(code({ dueOn: plainDate("2026-03-31") })).toBe("task_day_has_passed");
  expect(code({ dueOn: plainDate("2027-04-03") })).toBe("task_too_far_ahead");
});
