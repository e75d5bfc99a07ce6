/** Escalation: upwards only, once a rung, by its clocks, always with somebody and a reason. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { china } from "../../../test/kit/dunning.ts";
import {
  DEBTOR_LEVELS,
  type EscalationPolicy,
  RUNG_ROLES,
  USUAL_ESCALATION,
} from "../strategy/policy-escalation.ts";
import { addDays, isWorkingDay, plainDate } from "../values/calendar.ts";
import type { CustomerId, UserId } from "../values/ids.ts";
import {
  causeOf,
  earliestRung,
  judgeDebtorLevel,
  judgeLate,
  judgeRaise,
  judgeSignal,
  type LateCustomer,
  type OpenTask,
  rungAfter,
} from "./escalation.ts";
import { TASK_KINDS } from "./task.ts";

const customer = "c" as CustomerId;
const day = plainDate("2026-04-10");
const late = (more: Partial<OpenTask> = {}): OpenTask => ({
  ...{ id: "t1", kind: "dispute", customer, subject: "d1", title: null, level: null, cause: null },
  because: [],
  dueOn: plainDate("2026-04-08"),
  ...more,
});
const whose = { lead: "lead" as UserId, sales: "sales" as UserId };

describe("whatever is late, on whatever ladder", () => {
  const anyRung = fc.record({
    role: fc.constantFrom(...RUNG_ROLES),
    afterDays: fc.integer({ min: 1, max: 9 }),
    respondWithin: fc.integer({ min: 1, max: 5 }),
  });
  const anyPolicy: fc.Arbitrary<EscalationPolicy> = fc
    .uniqueArray(anyRung, { selector: ({ role }) => role })
    .map((inside) => ({ inside, debtor: [] }));
  const anyTask = fc
    .record({
      kind: fc.constantFrom(...TASK_KINDS),
      level: fc.option(fc.constantFrom(...RUNG_ROLES)),
      cause: fc.option(fc.constantFrom("promise_broken:p1", "task_late:t0")),
      dueOn: fc.integer({ min: -20, max: 5 }).map((days) => addDays(day, days)),
    })
    .map(late);

  test("an escalation has somebody, a later deadline on a working day, a reason, a rung above", () => {
    fc.assert(
      fc.property(anyTask, anyPolicy, (task, policy) => {
        const found = judgeLate(task, policy, whose, day, china);
        if (found === null) return;
        const places = policy.inside.map(({ role }) => role as string);
        const from = task.kind === "escalation" ? places.indexOf(task.level ?? "") : -1;
        expect(places.indexOf(found.level)).toBe(from + 1);
        expect(found.role ?? found.assignee).not.toBeNull();
        expect(found.dueOn > day && isWorkingDay(china, found.dueOn)).toBe(true);
        expect(found.because).not.toEqual([]);
        expect(found.cause).toBe(causeOf(task));
        const clock = policy.inside[from + 1]?.afterDays ?? 0;
        expect(day >= addDays(task.dueOn, clock)).toBe(true);
        expect(clock >= (earliestRung(policy) ?? 99)).toBe(true);
      }),
    );
  });

  test("a ladder ends: after as many rungs as it has, nobody is called any more", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        let level: string | null = null;
        const called: string[] = [];
        for (let rung = rungAfter(level, policy); rung !== null; rung = rungAfter(level, policy)) {
          level = rung.role;
          called.push(level);
        }
        expect(called).toEqual(policy.inside.map(({ role }) => role));
      }),
    );
  });
});

test("a late dispute goes to the senior, unanswered on to sales, and names who is responsible", () => {
  const first = judgeLate(late(), USUAL_ESCALATION, whose, day, china);
  expect(first).toMatchObject({
    ...{ kind: "escalation", level: "senior_collector", cause: "task_late:t1", subject: "t1" },
    ...{ assignee: "lead", role: "senior_collector", dueOn: "2026-04-14" },
    because: [{ code: "task_late", kind: "dispute", dueOn: "2026-04-08" }],
  });
  const waiting = late({
    ...{ kind: "escalation", level: "senior_collector", cause: "task_late:t1" },
    because: first?.because ?? [],
    dueOn: plainDate("2026-04-14"),
  });
  const on = (text: string) => judgeLate(waiting, USUAL_ESCALATION, whose, plainDate(text), china);
  expect(on("2026-04-14")).toBeNull();
  expect(on("2026-04-15")).toMatchObject({
    ...{ level: "sales", assignee: "sales", cause: "task_late:t1", subject: "d1" },
    because: [
      { code: "task_late", kind: "dispute" },
      { code: "escalation_unanswered", level: "senior_collector" },
    ],
  });
  const top = { ...waiting, level: "executive" };
  expect(judgeLate(top, USUAL_ESCALATION, whose, plainDate("2026-12-31"), china)).toBeNull();
  const gone = { ...waiting, level: "finance" };
  expect(judgeLate(gone, USUAL_ESCALATION, whose, plainDate("2026-12-31"), china)).toBeNull();
});

test("what a person raised climbs as well, and keeps why it was raised", () => {
  const because = [{ code: "raised_by_hand", reason: "客户转移资产" }];
  const raised = late({ id: "t9", kind: "escalation", level: "legal", because });
  const above = judgeLate(raised, USUAL_ESCALATION, whose, plainDate("2026-04-13"), china);
  expect(above).toMatchObject({
    ...{ level: "executive", cause: "raised:t9" },
    because: [{ code: "raised_by_hand" }, { code: "escalation_unanswered", level: "legal" }],
  });
});

test("due yesterday is late enough, due today is not", () => {
  const due = (text: string) =>
    judgeLate(late({ dueOn: plainDate(text) }), USUAL_ESCALATION, undefined, day, china);
  expect(due("2026-04-10")).toBeNull();
  expect(due("2026-04-09")).toMatchObject({ assignee: null, role: "senior_collector" });
});

test("a broken promise calls the first rung at once; without rungs nobody", () => {
  const signal = { cause: "promise_broken:p", customer, subject: "p", because: [{ code: "x" }] };
  expect(judgeSignal(signal, USUAL_ESCALATION, undefined, day, china)).toMatchObject({
    ...{ level: "senior_collector", cause: "promise_broken:p", dueOn: "2026-04-14" },
  });
  const none = { inside: [], debtor: [] };
  expect(judgeSignal(signal, none, undefined, day, china)).toBeNull();
  expect(earliestRung(none)).toBeNull();
});

test("by hand to any rung of the ladder, with a reason", () => {
  const raise = (to: string | null, reason: string) => {
    const judged = judgeRaise({ to, reason }, USUAL_ESCALATION);
    return judged.ok ? judged.value.rung.role : judged.refusal.code;
  };
  expect(raise(null, "客户拒接电话")).toBe("senior_collector");
  expect(raise("legal", "客户拒接电话")).toBe("legal");
  expect(raise("finance", "客户拒接电话")).toBe("nobody_above");
  expect(raise(null, " ")).toBe("reason_missing");
});

describe("at the debtor", () => {
  const owing = (more: Partial<LateCustomer>): LateCustomer => ({
    ...{ customer, level: "clerk", brokenPromises: 0 },
    withoutMoneySince: day,
    ...more,
  });
  const raised = (more: Partial<LateCustomer>) =>
    judgeDebtorLevel(owing(more), USUAL_ESCALATION, day);

  test("the level only ever rises, by reasons that are told", () => {
    const anyLate = fc.record({
      customer: fc.constant(customer),
      level: fc.constantFrom<string>(...DEBTOR_LEVELS),
      withoutMoneySince: fc.integer({ min: -120, max: 0 }).map((days) => addDays(day, days)),
      brokenPromises: fc.nat({ max: 4 }),
    });
    fc.assert(
      fc.property(anyLate, (found) => {
        const raise = judgeDebtorLevel(found, USUAL_ESCALATION, day);
        if (raise === null) return;
        const places = DEBTOR_LEVELS as readonly string[];
        expect(places.indexOf(raise.to)).toBeGreaterThan(places.indexOf(found.level));
        expect(raise.because).not.toEqual([]);
        expect(judgeDebtorLevel({ ...found, level: raise.to }, USUAL_ESCALATION, day)).toBeNull();
      }),
    );
  });

  test("thirty days without money reach the head of finance, on the day after", () => {
    expect(raised({ withoutMoneySince: addDays(day, -30) })).toBeNull();
    expect(raised({ withoutMoneySince: addDays(day, -31) })).toMatchObject({
      ...{ from: "clerk", to: "finance_head" },
      because: [{ code: "days_without_money", afterDays: 30 }],
    });
  });

  test("a second broken promise goes to the legal representative, passing over who is between", () => {
    expect(raised({ brokenPromises: 1 })).toMatchObject({ to: "finance_head" });
    expect(raised({ brokenPromises: 2 })).toMatchObject({ from: "clerk", to: "legal_rep" });
    expect(raised({ brokenPromises: 2, level: "legal_rep" })).toBeNull();
  });
});
