/** Extensions and discounts on a real database: due days that move, money that comes in time. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLAUSES } from "../../test/kit/agreement-values.ts";
import { closed, decided, issued, paid, shown, signed, stands } from "../../test/kit/agreements.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { type Owed, openNow, owedBook } from "../../test/kit/hand-receipts.ts";
import { ledgerOf } from "../../test/kit/money-in.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { AgreementId, ReceiptId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { ageReceivables } from "../reports/ageing.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { accepted, perform } from "./perform.ts";
import { proposeDiscount } from "./propose-discount.ts";
import { proposeExtension } from "./propose-extension.ts";
import { returnPayment } from "./return-payment.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const DAY = "2026-03-20";

async function agreed(owed: Owed, id: AgreementId): Promise<AgreementId> {
  expect(await decided(owed, DAY, id)).toBe("ok");
  await issued(owed, DAY, id);
  await signed(owed, DAY, id);
  return id;
}

const extend = (owed: Owed, newDueOn: string) =>
  perform(owed.on(DAY, "陈静"), proposeExtension, {
    customer: owed.customer,
    items: [{ item: owed.item("F1"), newDueOn: plainDate(newDueOn) }],
    reason: "客户的下游延期付款",
    clauses: CLAUSES,
  });

const discount = (owed: Owed, forgiven: string, payBy: string) =>
  perform(owed.on(DAY, "陈静"), proposeDiscount, {
    customer: owed.customer,
    items: [{ item: owed.item("F2"), amount: moneyOf("500.00", "CNY") }],
    forgiven: moneyOf(forgiven, "CNY"),
    payBy: plainDate(payBy),
    reason: "月末前回款",
    clauses: CLAUSES,
  });

const codeOf = (done: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  done.ok ? "ok" : done.refusal.code;

async function dueDays({ on }: Owed) {
  const { database: db, creditorId } = on(DAY);
  return await db.reading((tx) =>
    rows<{ number: string; due: string; old: string | null }>(
      tx,
      sql`select i.number, i.due_on as due, d.old_due_on as old from item i
          left join due_change d on d.creditor_id = i.creditor_id and d.item_id = i.id
          where i.creditor_id = ${creditorId} order by i.number`,
    ),
  );
}

/** What was past due on a day, as it was known on another. */
async function overdueOn({ on, book }: Owed, day: string, known?: string): Promise<bigint> {
  const scope = { creditors: [book.creditor], on: plainDate(day) };
  const asked = known === undefined ? scope : { ...scope, known: plainDate(known) };
  const { totals } = await on(DAY).database.reading((tx) => ageReceivables(tx, asked));
  const late = totals.flatMap(({ amounts }) => amounts.slice(1));
  return late.reduce((sum, { minor }) => sum + minor, 0n);
}

describe("an extension", () => {
  test("moves the due day when it is signed, and keeps the old one", async () => {
    const owed = await owedBook(database);
    const { id } = accepted(await extend(owed, "2026-05-01"));
    expect((await dueDays(owed))[0]).toEqual({ number: "F1", due: "2026-03-01", old: null });
    await agreed(owed, id);
    expect(await dueDays(owed)).toEqual([
      { number: "F1", due: "2026-05-01", old: "2026-03-01" },
      { number: "F2", due: "2026-04-15", old: null },
    ]);
    const page = await shown(owed, DAY, id);
    // 1,000.00 for 42 days from today (the old day has passed) at 3.00 % a year
    expect(page.cost).toMatchObject({ amount: { amount: "3.45" }, days: 42 });
    expect(page.concessions.map(({ code }) => code)).toEqual(["penalty_start_moves"]);
    expect(page.risk).toMatchObject([
      { fact: { code: "due_day_moves", to: "2026-05-01", limitationOn: "2029-05-01" } },
    ]);
    // a report for the day before keeps its figures, and one as known then for a later day too
    expect(await overdueOn(owed, "2026-03-19")).toBe(100_000n);
    expect(await overdueOn(owed, DAY)).toBe(0n);
    expect(await overdueOn(owed, DAY, "2026-03-19")).toBe(100_000n);
    await paid(owed, "2026-04-30", [[owed.item("F1"), "1000.00"]]);
    await closed(owed, "2026-04-30");
    expect(await stands(owed, id)).toMatchObject({ state: "fulfilled" });
  });

  test("is no earlier, no longer than the policy grants, and not kept when it passes", async () => {
    const owed = await owedBook(database);
    expect(codeOf(await extend(owed, "2026-03-19"))).toBe("agreement_day_has_passed");
    expect(codeOf(await extend(owed, "2027-03-01"))).toBe("extension_too_long");
    const id = await agreed(owed, accepted(await extend(owed, "2026-04-01")).id);
    await closed(owed, "2026-04-04");
    expect(await stands(owed, id)).toMatchObject({ state: "active" });
    await closed(owed, "2026-04-05");
    expect(await stands(owed, id)).toMatchObject({ state: "in_default" });
  });
});

describe("a discount for early payment", () => {
  test("closes the rest when the money came in time, and ties to the ledger", async () => {
    const owed = await owedBook(database);
    const id = await agreed(owed, accepted(await discount(owed, "10.00", "2026-03-31")).id);
    await closed(owed, "2026-03-25");
    expect(await stands(owed, id)).toMatchObject({ state: "active" });
    await paid(owed, "2026-03-31", [[owed.item("F2"), "490.00"]]);
    await closed(owed, "2026-04-01");
    expect(await stands(owed, id)).toMatchObject({ state: "fulfilled" });
    expect(await openNow(owed.on(DAY))).toEqual({ F1: 100_000n });
    expect(await ledgerOf(owed.on(DAY))).toMatchObject({ "cash_discount CNY": 1_000n });
    const page = await shown(owed, DAY, id);
    // 10.00 on 490.00 for 15 days is 49.66 % a year
    expect(page.cost).toMatchObject({ yearlyPercent: "49.66", days: 15 });
  });

  test("lapses when the money came late or too little; the whole stays owed", async () => {
    for (const [day, amount] of [
      ["2026-04-01", "490.00"],
      ["2026-03-31", "489.99"],
    ] as const) {
      const owed = await owedBook(database);
      const id = await agreed(owed, accepted(await discount(owed, "10.00", "2026-03-31")).id);
      await paid(owed, day, [[owed.item("F2"), amount]]);
      await closed(owed, "2026-04-03");
      expect(await stands(owed, id)).toMatchObject({ state: "active" });
      await closed(owed, "2026-04-04");
      expect(await stands(owed, id)).toMatchObject({ state: "lapsed" });
      expect((await openNow(owed.on(DAY)))["F2"]).toBe(50_000n - moneyOf(amount, "CNY").minor);
    }
  });

  test("is taken back with the money that earned it", async () => {
    const owed = await owedBook(database);
    const id = await agreed(owed, accepted(await discount(owed, "10.00", "2026-03-31")).id);
    const receipt: ReceiptId = await paid(owed, "2026-03-30", [[owed.item("F2"), "490.00"]]);
    await closed(owed, "2026-03-30");
    expect(await stands(owed, id)).toMatchObject({ state: "fulfilled" });
    const returned = await perform(owed.on("2026-04-08"), returnPayment, {
      ...{ receipt, kind: "bank_return", returnedOn: plainDate("2026-04-08"), amount: null },
      ...{ reasonCode: null, reasonText: null, charge: null, claimCharge: false },
      ...{ bankLine: null, notice: null },
    });
    expect(codeOf(returned)).toBe("ok");
    await closed(owed, "2026-04-08");
    expect(await stands(owed, id)).toMatchObject({ state: "lapsed" });
    expect((await openNow(owed.on(DAY)))["F2"]).toBe(50_000n);
    expect(await ledgerOf(owed.on(DAY))).not.toHaveProperty("cash_discount CNY");
  });

  test("is never more than the policy grants", async () => {
    const owed = await owedBook(database);
    expect(codeOf(await discount(owed, "25.01", "2026-03-31"))).toBe("discount_too_high");
    expect(codeOf(await discount(owed, "0.00", "2026-03-31"))).toBe("discount_not_positive");
    expect(codeOf(await discount(owed, "25.00", "2026-03-31"))).toBe("ok");
  });
});
