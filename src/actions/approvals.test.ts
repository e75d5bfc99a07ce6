/** Approvals on a real database: frozen roles, four eyes, and what follows a decision. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertBook, newId, type StoredBook } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { operator, stillClock, testDesk } from "../../test/kit/desk.ts";
import type { ApprovalRequest } from "../domain/desk/approval-request.ts";
import type { Role } from "../domain/desk/permission.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { ApprovalId, UserId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { rows, run, sql } from "../store/sql.ts";
import { viewApprovals } from "../views/approvals.ts";
import { look } from "../views/look.ts";
import { decideApproval } from "./decide-approval.ts";
import { accepted, perform } from "./perform.ts";
import { requestApproval } from "./request-approval.ts";
import { withdrawApproval } from "./withdraw-approval.ts";

let database: Database;
let book: StoredBook;
const people = new Map<string, UserId>();
const clock = stillClock();
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
  book = await insertBook(database.db, { customers: 2, items: [], allocations: [] });
  for (const name of ["陈静", "吴财", "周法"]) {
    const id = newId<UserId>();
    people.set(name, id);
    await run(
      database.db,
      sql`insert into app_user (id, name, email, language, created_at, updated_at)
          values (${id}, ${name}, ${`${id}@example.com`}, 'zh', now(), now())`,
    );
  }
});
afterAll(() => database.close());

const as = (name: string, ...decidesAs: Role[]) => {
  const actor = { ...operator, name, user: people.get(name) ?? null, decidesAs };
  return testDesk(database, book.creditor, { today: "2026-04-01", actor, clock });
};
const offer = (more: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  ...{ kind: "write_off", amount: moneyOf("5000.00", "CNY"), reason: "债务人已注销" },
  ...{ customer: book.customers[0] as never, evidence: "注销公告", until: null, window: null },
  ...more,
});
const ask = async (more: Partial<ApprovalRequest> = {}, by = as("陈静")) => {
  const done = await perform(by, requestApproval, offer(more));
  return done.ok ? done.value : done.refusal.code;
};
const asked = async (more: Partial<ApprovalRequest> = {}) =>
  accepted(await perform(as("陈静"), requestApproval, offer(more)));
const decide = async (id: ApprovalId, by: ReturnType<typeof as>, approve = true) => {
  const reason = approve ? null : "依据不足";
  const done = await perform(by, decideApproval, { id, approve, reason });
  return done.ok ? "ok" : done.refusal.code;
};
const tasksOf = (id: ApprovalId) =>
  rows<{ kind: string; role: string; due: string; because: unknown; note: string }>(
    database.db,
    sql`select kind, role, due_on as due, because, note from desk_task
        where creditor_id = ${book.creditor} and subject_id = ${id}`,
  );

describe("a write-off that is asked for", () => {
  test("is decided by another person in a role of its rule, once, and then carried out", async () => {
    const { id, roles } = await asked();
    expect(roles).toEqual(["finance", "executive"]);
    expect(await ask()).toBe("approval_waits_already");
    expect(await decide(id, as("陈静", "finance", "executive"))).toBe("approval_is_own");
    expect(await decide(id, as("周法", "legal"))).toBe("approval_of_other_role");
    expect(await decide(id, as("周法", "administrator"))).toBe("approval_of_other_role");
    expect(await tasksOf(id)).toEqual([]);
    expect(await decide(id, as("吴财", "finance"))).toBe("ok");
    expect(await decide(id, as("周法", "finance"), false)).toBe("approval_not_in_state");
    expect(await tasksOf(id)).toEqual([
      {
        ...{ kind: "carry_out", role: "finance", note: "债务人已注销", due: "2026-04-09" },
        because: [
          {
            ...{ code: "approved", kind: "write_off", by: "吴财" },
            sum: { amount: "5000.00", currency: "CNY" },
          },
        ],
      },
    ]);
  });

  test("above the rule's limit waits for an executive", async () => {
    const large = await asked({ amount: moneyOf("10000.01", "CNY") });
    expect(large.roles).toEqual(["executive"]);
    expect(await decide(large.id, as("吴财", "finance"))).toBe("approval_of_other_role");
    expect(await decide(large.id, as("吴财", "executive"), false)).toBe("ok");
    expect(await tasksOf(large.id)).toEqual([]);
  });

  test("is taken back by who asked, and may then be asked for again", async () => {
    const { id } = await asked();
    const withdraw = async (by: ReturnType<typeof as>) => {
      const done = await perform(by, withdrawApproval, { id, reason: "客户已付款" });
      return done.ok ? "ok" : done.refusal.code;
    };
    expect(await withdraw(as("吴财", "finance"))).toBe("approval_of_other_person");
    expect(await withdraw(as("陈静"))).toBe("ok");
    expect(await decide(id, as("吴财", "finance"))).toBe("approval_not_in_state");
    expect(typeof (await ask())).toBe("object");
  });

  test("needs a customer that is there, an amount and evidence", async () => {
    expect(await ask({ customer: newId() })).toBe("customer_not_found");
    expect(await ask({ amount: null })).toBe("approval_needs_amount");
    expect(await ask({ evidence: null })).toBe("evidence_missing");
    expect(await decide(newId<ApprovalId>(), as("吴财", "finance"))).toBe("approval_not_found");
  });
});

test("leave to call outside the hours becomes a permit for this person and window", async () => {
  const contact = newId();
  const customer = book.customers[1] as never;
  await run(
    database.db,
    sql`insert into contact (creditor_id, id, customer_id, name, role, source)
        values (${book.creditor}, ${contact}, ${customer}, '赵会计', 'clerk', '合同')`,
  );
  const day = plainDate("2026-04-04");
  const window = { contact: contact as never, day, from: "20:00", until: "21:00" };
  const more = { kind: "outside_hours" as const, customer, amount: null, evidence: null, window };
  const { id } = await asked(more);
  const permits = () =>
    rows(
      database.db,
      sql`select contact_id as contact, day, from_time as from, until_time as until
          from contact_permit where approval_id = ${id}`,
    );
  expect(await permits()).toEqual([]);
  expect(await decide(id, as("周法", "legal"))).toBe("ok");
  expect(await permits()).toEqual([{ contact, day, from: "20:00:00", until: "21:00:00" }]);
});

test("the page shows mine to decide first, why these roles, and the counts that the menu shows", async () => {
  const list = await insertBook(database.db, { customers: 1, items: [], allocations: [] });
  const desk = (name: string, ...roles: Role[]) => ({
    ...as(name, ...roles),
    creditorId: list.creditor,
  });
  const wanted = { show: "waiting" as const, size: 50 };
  const customer = list.customers[0] as never;
  const sale = offer({ kind: "sale", customer });
  const freeze = offer({ kind: "blacklist", customer, until: plainDate("2026-06-30") });
  accepted(await perform(desk("陈静"), requestApproval, sale));
  accepted(await perform(desk("吴财"), requestApproval, freeze));
  const page = (name: string, ...roles: Role[]) =>
    look(desk(name, ...roles), (sight) => viewApprovals(sight, wanted));
  const legal = await page("周法", "legal");
  expect(legal.counts).toEqual({ waiting: 2, mine: 1, asked: 0 });
  expect(legal.rows.map(({ kind, can }) => [kind, can.approve])).toEqual([
    ["blacklist", true],
    ["sale", { code: "approval_of_other_role", roles: ["executive"] }],
  ]);
  const own = await page("陈静", "executive");
  expect(own.counts).toEqual({ waiting: 2, mine: 1, asked: 1 });
  expect(own.rows.at(-1)).toMatchObject({
    ...{ kind: "sale", own: true, because: [{ code: "above_every_rule" }] },
    can: { approve: { code: "approval_is_own" }, withdraw: true },
  });
});
