/** Receipts by hand on a real database: numbered, of somebody or nobody, each way to pay. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { openNow, owedBook, receiptOf, recorded } from "../../test/kit/hand-receipts.ts";
import { ledgerOf } from "../../test/kit/money-in.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { look } from "../views/look.ts";
import { viewReceipt } from "../views/receipt-page.ts";
import { viewReceipts } from "../views/receipts.ts";
import { perform } from "./perform.ts";
import { recordReceipt } from "./record-receipt.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

test("numbers are drawn per day, a given one is taken once", async () => {
  const owed = await owedBook(database);
  const desk = owed.on("2026-03-12");
  const numberOf = async (different: Parameters<typeof receiptOf>[1]) =>
    (await recorded(desk, receiptOf(owed.customer, different))).number;
  expect(await numberOf({})).toBe("RC-20260310-1");
  expect(await numberOf({ receivedOn: "2026-03-11" })).toBe("RC-20260311-1");
  expect(await numberOf({ number: " RC-20260310-7 " })).toBe("RC-20260310-7");
  expect(await numberOf({ number: "RC-20260310-A" })).toBe("RC-20260310-A");
  expect(await numberOf({})).toBe("RC-20260310-8");
  const again = receiptOf(owed.customer, { number: "RC-20260310-8" });
  expect(await perform(desk, recordReceipt, again)).toMatchObject({
    refusal: { code: "receipt_number_taken", number: "RC-20260310-8" },
  });
});

test("of a customer it is open credit, of nobody it is unidentified; each is cash", async () => {
  const owed = await owedBook(database);
  const desk = owed.on("2026-03-12");
  for (const method of ["cash", "cheque", "wechat", "alipay"] as const) {
    await recorded(desk, receiptOf(owed.customer, { method, amount: "10.00" }));
  }
  const { id } = await recorded(desk, receiptOf(null, { amount: "5.00", remark: "货款" }));
  expect(await ledgerOf(desk)).toMatchObject({ "cash CNY": 4_500n, "unidentified CNY": -500n });
  expect(Object.values(await openNow(desk)).filter((open) => open === -1_000n)).toHaveLength(4);
  const page = await look(desk, (sight) => viewReceipt(sight, id));
  expect(page).toMatchObject({
    ...{ state: "unidentified", customer: null, remark: "货款", recordedBy: "operator" },
    ...{ bankLine: null, applications: [], returned: null, bill: null },
    can: { apply: true, claim: true, return: true, refund: { code: "receipt_not_identified" } },
  });
  const list = await look(desk, (sight) => viewReceipts(sight, { unapplied: false, size: 2 }));
  expect(list.rows).toHaveLength(2);
  expect(list.counts).toEqual({ unidentified: 1, identified: 4, returned: 0, unapplied: 4 });
  const after = await look(desk, (sight) =>
    viewReceipts(sight, { unapplied: true, size: 10, after: list.next ?? "" }),
  );
  expect(after.rows.length + list.rows.length).toBe(5);
  const found = await look(desk, (sight) =>
    viewReceipts(sight, { unapplied: false, size: 10, text: "货款", state: "unidentified" }),
  );
  expect(found.rows).toHaveLength(1);
});

test("a day to come, nothing, and nobody's customer are refused", async () => {
  const owed = await owedBook(database);
  const desk = owed.on("2026-03-12");
  const refusal = async (customer: CustomerId, different: Parameters<typeof receiptOf>[1]) => {
    const done = await perform(desk, recordReceipt, receiptOf(customer, different));
    return done.ok ? "ok" : done.refusal.code;
  };
  expect(await refusal(owed.customer, { receivedOn: "2026-03-13" })).toBe("received_in_future");
  expect(await refusal(owed.customer, { amount: "0" })).toBe("receipt_not_positive");
  expect(await refusal(owed.book.creditor as string as CustomerId, {})).toBe("customer_not_found");
});
