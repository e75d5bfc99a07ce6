/** A dispute's life on a real book: asked, answered, split, credited, closed, taken up again. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { applied, owedBook, receiptOf, recorded } from "../../test/kit/hand-receipts.ts";
import { ledgerFaults } from "../../test/kit/money-in.ts";
import { isPositive, moneyOf } from "../domain/values/money.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { viewDisputeEvents } from "../views/dispute-events.ts";
import { viewDispute, viewDisputes } from "../views/disputes.ts";
import { look } from "../views/look.ts";
import { answerDispute } from "./answer-dispute.ts";
import { closeDispute } from "./close-dispute.ts";
import { creditDispute } from "./credit-dispute.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { raiseDispute } from "./raise-dispute.ts";
import { reopenDispute } from "./reopen-dispute.ts";
import { rerouteDispute } from "./reroute-dispute.ts";
import { splitDispute } from "./split-dispute.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const yuan = (amount: string) => moneyOf(amount, "CNY");

/** A customer who owes F1 of 1,000.00 and F2, with a dispute of `amount` of F1. */
async function disputed(amount = "300.00") {
  const owed = await owedBook(database);
  const desk = owed.on("2026-03-09");
  const raised = await perform(desk, raiseDispute, {
    customer: owed.customer,
    item: owed.item("F1"),
    amount: yuan(amount),
    reason: "quality",
    note: "两箱受潮",
  });
  return { owed, desk, id: accepted(raised).id };
}

const tasksOf = (desk: Desk, subject: string) =>
  desk.database.reading((tx) =>
    rows<{ role: string; due: string; state: string; code: string }>(
      tx,
      sql`select role, due_on as due, state, because->0->>'code' as code from desk_task
          where creditor_id = ${desk.creditorId} and subject_id = ${subject}
          order by opened_at, id`,
    ),
  );

const pageOf = async (desk: Desk, id: Awaited<ReturnType<typeof disputed>>["id"]) => {
  const page = await look(desk, (sight) => viewDispute(sight, id));
  if (page === null) throw new Error("there is such a dispute");
  return page;
};

const partsOf = async (desk: Desk, id: Awaited<ReturnType<typeof disputed>>["id"]) => {
  const { parts } = await pageOf(desk, id);
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, part]) => isPositive(part))
      .map(([name, part]) => [name, part.minor]),
  );
};

describe("who answers", () => {
  test("the policy's department within its working days; the desk decides on the answer", async () => {
    const { desk, owed, id } = await disputed();
    expect(await tasksOf(desk, id)).toEqual([
      { role: "sales", due: "2026-03-23", state: "open", code: "dispute_to_answer" },
    ]);
    const later = owed.on("2026-03-11");
    accepted(await perform(later, answerDispute, { id, said: "仓库确认受潮" }));
    expect(await tasksOf(later, id)).toEqual([
      { role: "sales", due: "2026-03-23", state: "done", code: "dispute_to_answer" },
      { role: "senior_collector", due: "2026-03-18", state: "open", code: "dispute_to_decide" },
    ]);
    accepted(await perform(later, answerDispute, { id, said: "照片已补" }));
    expect(await tasksOf(later, id)).toHaveLength(2);
    const page = await pageOf(later, id);
    expect(page).toMatchObject({ state: "answered", answeredOn: "2026-03-11", late: false });
    expect(page.thread.map(({ kind, said }) => [kind, said])).toEqual([
      ["raised", "两箱受潮"],
      ["answered", "仓库确认受潮"],
      ["answered", "照片已补"],
    ]);
    expect((await pageOf(owed.on("2026-03-19"), id)).late).toBe(true);
  });

  test("another department after re-routing, with new days and a reason", async () => {
    const { owed, id } = await disputed();
    const later = owed.on("2026-03-10");
    const to = { id, department: "billing", assignee: null } as const;
    const wordless = await perform(later, rerouteDispute, { ...to, reason: " " });
    expect(wordless).toMatchObject({ refusal: { code: "reason_missing" } });
    accepted(await perform(later, rerouteDispute, { ...to, reason: "其实是开票错误" }));
    expect(await tasksOf(later, id)).toEqual([
      { role: "sales", due: "2026-03-23", state: "cancelled", code: "dispute_to_answer" },
      { role: "finance", due: "2026-03-24", state: "open", code: "dispute_to_answer" },
    ]);
  });

  test("nobody who has no account here", async () => {
    const { desk, id } = await disputed();
    const assignee = id as never;
    const to = { id, department: "sales", assignee, reason: "请王经理答复" } as const;
    const refused = await perform(desk, rerouteDispute, to);
    expect(refused).toMatchObject({ refusal: { code: "assignee_not_found" } });
  });
});

describe("what is disputed follows the book", () => {
  test("money pays the undisputed part first, and gives the amount back when it is undone", async () => {
    const { owed, id } = await disputed();
    const desk = owed.on("2026-03-10");
    const first = await recorded(desk, receiptOf(owed.customer, { amount: "900.00" }));
    const application = await applied(desk, first.id, [[owed.item("F1"), "900.00"]]);
    expect(await partsOf(desk, id)).toEqual({ disputed: 10000n, paid: 20000n });
    accepted(await perform(desk, undoApplication, { id: application, reason: "认错客户" }));
    expect(await partsOf(desk, id)).toEqual({ disputed: 30000n });
  });

  test("two disputes of one item never exceed what is open; the first raised keeps its part", async () => {
    const { owed, desk, id } = await disputed("600.00");
    const more = { customer: owed.customer, item: owed.item("F1"), reason: "price" } as const;
    const over = await perform(desk, raiseDispute, { ...more, amount: yuan("400.01"), note: null });
    expect(over).toMatchObject({ refusal: { code: "dispute_exceeds_open" } });
    const second = { ...more, amount: yuan("400.00"), note: null };
    const next = owed.on("2026-03-10");
    const other = accepted(await perform(next, raiseDispute, second));
    const { id: receipt } = await recorded(next, receiptOf(owed.customer, { amount: "500.00" }));
    await applied(next, receipt, [[owed.item("F1"), "500.00"]]);
    expect(await partsOf(desk, id)).toEqual({ disputed: 50000n, paid: 10000n });
    expect(await partsOf(desk, other.id)).toEqual({ paid: 40000n });
  });

  test("split, both parts together are what was one", async () => {
    const { desk, id } = await disputed();
    const part = { id, reason: "price", department: null, assignee: null, note: "单价" } as const;
    const all = await perform(desk, splitDispute, { ...part, amount: yuan("300.00") });
    expect(all).toMatchObject({ refusal: { code: "dispute_split_takes_all" } });
    const split = accepted(await perform(desk, splitDispute, { ...part, amount: yuan("100.00") }));
    expect(await partsOf(desk, id)).toEqual({ disputed: 20000n });
    const other = await pageOf(desk, split.id);
    expect(other).toMatchObject({ department: "sales", reason: "price", splitFrom: id });
    expect(await partsOf(desk, split.id)).toEqual({ disputed: 10000n });
    const { counts, disputed: sums } = await look(desk, (sight) =>
      viewDisputes(sight, { state: "waiting", late: false, size: 10 }),
    );
    expect(counts).toEqual({ open: 2, answered: 0, closed: 0, late: 0 });
    expect(sums).toEqual([yuan("300.00")]);
  });
});

describe("how it ends", () => {
  test("a credit memo of all of it: booked, numbered, applied; nothing is chased again", async () => {
    const { owed, id } = await disputed();
    const desk = owed.on("2026-03-12");
    const credit = { id, amount: yuan("300.00"), number: null, said: "同意扣减" };
    const { number } = accepted(await perform(desk, creditDispute, credit));
    expect(number).toBe("CN-20260312-1");
    expect(await ledgerFaults(desk)).toEqual([]);
    expect(await openOf(desk, "F1")).toBe(70000n);
    expect(await pageOf(desk, id)).toMatchObject({ outcome: "credited", creditMemo: number });
    expect(await partsOf(desk, id)).toEqual({ credited: 30000n });
    const reopened = await perform(desk, reopenDispute, { id, reason: "又提出" });
    expect(reopened).toMatchObject({ refusal: { code: "dispute_has_no_rest" } });
    expect((await tasksOf(desk, id)).map(({ state }) => state)).toEqual(["done"]);
  });

  test("a part of it: the rest is chased, and may be taken up again within thirty days", async () => {
    const { owed, id } = await disputed();
    const desk = owed.on("2026-03-12");
    const credit = { id, amount: yuan("120.00"), number: "HZ-9", said: null };
    const over = await perform(desk, creditDispute, { ...credit, amount: yuan("300.01") });
    expect(over).toMatchObject({ refusal: { code: "credit_exceeds_disputed" } });
    accepted(await perform(desk, creditDispute, credit));
    expect(await partsOf(desk, id)).toEqual({ credited: 12000n, chasedAgain: 18000n });
    expect(await pageOf(desk, id)).toMatchObject({ outcome: "partially_credited" });
    const late = await perform(owed.on("2026-04-12"), reopenDispute, { id, reason: "客户坚持" });
    expect(late).toMatchObject({
      refusal: { code: "dispute_reopened_too_late", latest: "2026-04-11" },
    });
    const again = owed.on("2026-04-10");
    accepted(await perform(again, reopenDispute, { id, reason: "客户坚持" }));
    expect(await partsOf(again, id)).toEqual({ disputed: 18000n, credited: 12000n });
    const rest = { id, amount: yuan("180.00"), number: "HZ-10", said: null };
    const taken = await perform(again, creditDispute, { ...rest, number: "HZ-9" });
    expect(taken).toMatchObject({ refusal: { code: "credit_number_taken", number: "HZ-9" } });
    accepted(await perform(again, creditDispute, rest));
    expect(await partsOf(again, id)).toEqual({ credited: 30000n });
    expect(await openOf(again, "F1")).toBe(70000n);
    expect(await ledgerFaults(again)).toEqual([]);
  });

  test("rejected or upheld only with words; closed once", async () => {
    const { desk, id } = await disputed();
    for (const outcome of ["rejected", "upheld"] as const) {
      const refused = await perform(desk, closeDispute, { id, outcome });
      expect(refused).toMatchObject({ refusal: { code: "reason_missing" } });
    }
    accepted(await perform(desk, closeDispute, { id, outcome: "rejected", said: "检验合格" }));
    expect(await partsOf(desk, id)).toEqual({ chasedAgain: 30000n });
    const again = await perform(desk, closeDispute, { id, outcome: "withdrawn" });
    expect(again).toMatchObject({ refusal: { code: "dispute_is_closed" } });
    const answered = await perform(desk, answerDispute, { id, said: "晚了" });
    expect(answered).toMatchObject({ refusal: { code: "dispute_is_closed" } });
  });

  test("everything stands in the timeline with who and when", async () => {
    const { owed, id } = await disputed();
    const desk = owed.on("2026-03-12");
    accepted(await perform(desk, answerDispute, { id, said: "属实" }));
    accepted(await perform(desk, closeDispute, { id, outcome: "upheld", said: "已补货" }));
    const events = await look(desk, (sight) => viewDisputeEvents(sight, owed.customer, 50));
    const told = events.flatMap((event) =>
      "dispute" in event ? [[event.kind, event.day, event.by, event.item]] : [],
    );
    expect(told.toSorted()).toEqual([
      ["dispute_answered", "2026-03-12", "operator", "F1"],
      ["dispute_closed", "2026-03-12", "operator", "F1"],
      ["dispute_opened", "2026-03-09", "operator", "F1"],
    ]);
  });
});

async function openOf(desk: Desk, number: string): Promise<bigint | undefined> {
  const [found] = await desk.database.reading((tx) =>
    rows<{ open: bigint }>(
      tx,
      sql`select open_amount as open from item
          where creditor_id = ${desk.creditorId} and number = ${number}`,
    ),
  );
  return found?.open;
}
