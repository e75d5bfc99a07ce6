/** Repayment plans on a real database: from the proposal to default or to the last cent. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  closed,
  concluded,
  decided,
  documentOf,
  issued,
  paid,
  planOf,
  proposed,
  shown,
  signed,
  stands,
  tasksOf,
} from "../../test/kit/agreements.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { type Owed, openNow, owedBook } from "../../test/kit/hand-receipts.ts";
import { ledgerOf } from "../../test/kit/money-in.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { AgreementId } from "../domain/values/ids.ts";
import { moneyOf, rate } from "../domain/values/money.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { acceleratePlan } from "./accelerate-plan.ts";
import { perform } from "./perform.ts";
import { proposePlan } from "./propose-plan.ts";
import { returnPayment } from "./return-payment.ts";
import { signAgreement } from "./sign-agreement.ts";
import { withdrawAgreement } from "./withdraw-agreement.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const DAY = "2026-03-20";

/** The items of the day's steps that name the plan as what was not kept. */
async function chasedFor(owed: Owed, day: string, id: AgreementId) {
  const desk = owed.on(day);
  const found = await desk.database.reading((tx) =>
    rows<{ number: string }>(
      tx,
      sql`select distinct listed ->> 'number' as number
          from plan_step s, jsonb_array_elements(plan_items(s.items)) listed
          where s.creditor_id = ${desk.creditorId} and s.day = ${day}
            and s.because @> ${JSON.stringify([{ code: "promise_broken", promise: id }])}::jsonb
          order by 1`,
    ),
  );
  return found.map(({ number }) => number);
}

describe("from proposal to signature", () => {
  test("another person approves, the document goes out, the signature makes it active", async () => {
    const owed = await owedBook(database);
    const id = await proposed(owed, DAY, planOf(owed));
    expect(await decided(owed, DAY, id, true, "陈静")).toBe("approval_is_own");
    const early = { signedBy: "李明", position: "总经理", signedOn: plainDate(DAY), scan: null };
    const unsigned = await perform(owed.on(DAY), signAgreement, { id, ...early });
    expect(unsigned).toMatchObject({ refusal: { code: "agreement_not_in_state" } });
    expect(await decided(owed, DAY, id)).toBe("ok");
    expect(await tasksOf(owed, id)).toEqual(["agreement_to_be_signed"]);
    const unissued = await perform(owed.on(DAY), signAgreement, { id, ...early });
    expect(unissued).toMatchObject({ refusal: { code: "agreement_not_issued" } });
    const preview = await documentOf(owed, DAY, id);
    await issued(owed, DAY, id);
    const kept = await documentOf(owed, "2026-05-01", id);
    expect(preview.ok && kept.ok && [...preview.value.bytes.slice(0, 5)]).toEqual(
      [..."%PDF-"].map((letter) => letter.charCodeAt(0)),
    );
    await signed(owed, DAY, id);
    expect(await tasksOf(owed, id)).toEqual([]);
    const page = await shown(owed, DAY, id);
    expect(page).toMatchObject({ state: "active", open: { minor: 150_000n }, missed: 0 });
    expect(page.instalments.map(({ dueOn, amount }) => [dueOn, amount.minor])).toEqual([
      ["2026-04-10", 50_000n],
      ["2026-05-10", 50_000n],
      ["2026-06-10", 50_000n],
    ]);
    expect(page.events.map(({ kind }) => kind)).toEqual([
      ...["proposed", "approved", "issued", "signed"],
    ]);
    expect(page.can).toMatchObject({
      issue: { code: "agreement_not_in_state" },
      renegotiate: true,
    });
  });

  test("what is in one agreement is not free for another; withdrawn it is again", async () => {
    const owed = await owedBook(database);
    const id = await proposed(owed, DAY, planOf(owed));
    const second = await perform(owed.on(DAY), proposePlan, planOf(owed));
    expect(second).toMatchObject({
      refusal: { code: "agreement_exceeds_free", free: { minor: 0n } },
    });
    const back = { id, reason: "客户改变主意" };
    expect(await perform(owed.on(DAY), withdrawAgreement, back)).toMatchObject({ ok: true });
    expect(await decided(owed, DAY, id)).toBe("approval_not_in_state");
    expect(await perform(owed.on(DAY), proposePlan, planOf(owed))).toMatchObject({ ok: true });
  });

  test("refused it ends; approved and not signed it lapses after its days", async () => {
    const owed = await owedBook(database);
    const refused = await proposed(owed, DAY, planOf(owed));
    expect(await decided(owed, DAY, refused, false)).toBe("ok");
    expect(await stands(owed, refused)).toMatchObject({ state: "refused" });
    const id = await proposed(owed, DAY, planOf(owed));
    await decided(owed, DAY, id);
    await closed(owed, "2026-04-10");
    expect(await stands(owed, id)).toMatchObject({ state: "approved" });
    await closed(owed, "2026-04-11");
    expect(await stands(owed, id)).toMatchObject({ state: "lapsed" });
    expect(await tasksOf(owed, id)).toEqual([]);
  });

  test("interest becomes claims when it is signed, and the ledger says so", async () => {
    const owed = await owedBook(database);
    const interest = rate(43_500_000n, "year");
    const id = await concluded(owed, DAY, planOf(owed, { interest }));
    const page = await shown(owed, DAY, id);
    // 1,500.00 for 21 days, 1,000.00 for 30, 500.00 for 31, at 4.35 % a year of 365 days
    expect(page.instalments.map((one) => one.interest.minor)).toEqual([375n, 358n, 185n]);
    const open = await openNow(owed.on(DAY));
    expect(Object.values(open).reduce((sum, each) => sum + each, 0n)).toBe(150_918n);
    expect(await ledgerOf(owed.on(DAY))).toMatchObject({ "interest CNY": -918n });
  });
});

describe("following it up", () => {
  test("money on its items pays the oldest part first; all of it fulfils", async () => {
    const owed = await owedBook(database);
    const id = await concluded(owed, DAY, planOf(owed));
    await closed(owed, "2026-04-07");
    expect(await tasksOf(owed, id)).toEqual(["instalment_due"]);
    await paid(owed, "2026-04-09", [[owed.item("F1"), "700.00"]]);
    expect(await shown(owed, "2026-04-09", id)).toMatchObject({
      settled: { minor: 70_000n },
      next: { dueOn: "2026-05-10", open: { minor: 30_000n } },
    });
    await closed(owed, "2026-04-09");
    expect(await stands(owed, id)).toMatchObject({
      parts: ["paid 50000", "partially_paid 20000", "open 0"],
    });
    expect(await tasksOf(owed, id)).toEqual([]);
    const last = await paid(owed, "2026-04-20", [
      [owed.item("F1"), "300.00"],
      [owed.item("F2"), "500.00"],
    ]);
    await closed(owed, "2026-04-20");
    expect(await stands(owed, id)).toMatchObject({ state: "fulfilled" });
    const returned = await perform(owed.on("2026-04-22"), returnPayment, {
      ...{ receipt: last, kind: "bank_return", returnedOn: plainDate("2026-04-22"), amount: null },
      ...{ reasonCode: null, reasonText: "账户冻结", charge: null, claimCharge: false },
      ...{ bankLine: null, notice: null },
    });
    expect(returned).toMatchObject({ ok: true });
    await closed(owed, "2026-04-22");
    expect(await stands(owed, id)).toMatchObject({
      state: "active",
      parts: ["paid 50000", "partially_paid 20000", "open 0"],
    });
  });

  test("missed after the grace; the second miss is default, and a person accelerates", async () => {
    const owed = await owedBook(database);
    const id = await concluded(owed, DAY, planOf(owed));
    await closed(owed, "2026-04-13");
    expect(await stands(owed, id)).toMatchObject({ missed: 0 });
    await closed(owed, "2026-04-14");
    expect(await stands(owed, id)).toMatchObject({ state: "active", missed: 1 });
    expect(await tasksOf(owed, id)).toContain("instalment_missed");
    const early = { id, reason: "两期未付" };
    expect(await perform(owed.on("2026-04-14"), acceleratePlan, early)).toMatchObject({
      refusal: { code: "agreement_not_in_state", state: "active" },
    });
    await closed(owed, "2026-05-14");
    expect(await stands(owed, id)).toMatchObject({ state: "in_default", missed: 2 });
    expect(await tasksOf(owed, id)).toContain("plan_in_default");
    // nothing rests any more, and the ladder says why
    expect(await chasedFor(owed, "2026-04-14", id)).toEqual([]);
    expect(await chasedFor(owed, "2026-05-14", id)).toEqual(["F1", "F2"]);
    expect(await perform(owed.on("2026-05-15"), acceleratePlan, early)).toMatchObject({ ok: true });
    expect(await stands(owed, id)).toMatchObject({ state: "accelerated" });
    expect(await tasksOf(owed, id)).toEqual([]);
  });

  test("where the agreement says so, default accelerates by itself and takes interest back", async () => {
    const owed = await owedBook(database);
    const clauses = { ...planOf(owed).clauses, acceleration: "by_itself" } as const;
    const interest = rate(43_500_000n, "year");
    const id = await concluded(owed, DAY, planOf(owed, { clauses, interest }));
    await closed(owed, "2026-04-14");
    await closed(owed, "2026-05-14");
    expect(await stands(owed, id)).toMatchObject({ state: "accelerated" });
    // the third part's interest was for time that is no longer granted
    expect(await ledgerOf(owed.on("2026-05-14"))).toMatchObject({ "interest CNY": -733n });
    const page = await shown(owed, "2026-05-14", id);
    expect(page.events.map(({ kind }) => kind)).toContain("accelerated");
    expect(page.instalments.map(({ state }) => state)).toEqual(["void", "void", "void"]);
  });

  test("the same close again, and one that was missed in between, change nothing twice", async () => {
    const owed = await owedBook(database);
    const id = await concluded(owed, DAY, planOf(owed));
    await closed(owed, "2026-05-20");
    await closed(owed, "2026-05-20");
    const page = await shown(owed, "2026-05-20", id);
    expect(page.events.filter(({ kind }) => kind === "missed")).toHaveLength(2);
    expect(page.events.filter(({ kind }) => kind === "defaulted")).toHaveLength(1);
  });
});

describe("renegotiation", () => {
  test("the old one goes on until the new one is signed, and keeps what was paid", async () => {
    const owed = await owedBook(database);
    const old = await concluded(owed, DAY, planOf(owed));
    await paid(owed, "2026-04-10", [[owed.item("F1"), "500.00"]]);
    await closed(owed, "2026-04-10");
    const items = [
      { item: owed.item("F1"), amount: moneyOf("500.00", "CNY") },
      { item: owed.item("F2"), amount: moneyOf("500.00", "CNY") },
    ];
    const rhythm = { kind: "equal", every: "month" } as const;
    const schedule = {
      ...{ ...rhythm, count: 5, firstOn: plainDate("2026-05-25"), firstPayment: null },
    };
    const anew = planOf(owed, { items, schedule, replaces: old });
    const next = await proposed(owed, "2026-04-20", anew);
    expect(await perform(owed.on("2026-04-20"), proposePlan, anew)).toMatchObject({
      refusal: { code: "agreement_replaced_already" },
    });
    await decided(owed, "2026-04-20", next);
    await issued(owed, "2026-04-20", next);
    expect(await stands(owed, old)).toMatchObject({ state: "active" });
    await signed(owed, "2026-04-21", next);
    expect(await stands(owed, old)).toMatchObject({
      state: "renegotiated",
      parts: ["paid 50000", "void 0", "void 0"],
    });
    const page = await shown(owed, "2026-04-21", old);
    expect(page.replacedBy).toMatchObject({ id: next, state: "active" });
    expect((await shown(owed, "2026-04-21", next)).replaces).toMatchObject({ id: old });
  });
});
