/** What banks say without an entry, on a real database: booked as a return, or ignored. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { type Owed, owedBook, receiptOf, recorded } from "../../test/kit/hand-receipts.ts";
import { importBankFile } from "../../test/kit/money-in.ts";
import type { PaymentStatus } from "../domain/cash/statement.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { BankNoticeId, ReceiptId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { viewBankNotices } from "../views/bank-notices.ts";
import { look } from "../views/look.ts";
import { ignoreNotice } from "./ignore-notice.ts";
import { accepted, perform } from "./perform.ts";
import { returnPayment } from "./return-payment.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const DAY = "2026-03-16";

const status = (line: number, reference: string, accepts = false): PaymentStatus => ({
  ...{ line, accepted: accepts, codes: accepts ? ["ACSC"] : ["AC04"], text: "ClosedAccount" },
  ...{ references: [reference, "MSG-1"], amount: moneyOf("600.00", "CNY") },
});

/** A debit of 600.00 that the bank later refuses, one that it takes, and one nobody knows. */
async function told() {
  const owed = await owedBook(database);
  const { id, number } = await recorded(owed.on(DAY), receiptOf(owed.customer));
  const statuses = [status(1, number), status(2, "E2E-2", true), status(3, "E2E-3")];
  accepted(await importBankFile(owed.on(DAY), { format: "pain002", statements: [], statuses }));
  return { owed, receipt: id };
}

const notices = (owed: Owed, state: "open" | "booked" | "ignored" = "open") =>
  look(owed.on(DAY), (sight) => viewBankNotices(sight, state));

const back = (receipt: ReceiptId, notice: BankNoticeId) => ({
  ...{ receipt, notice, kind: "direct_debit_return" as const, returnedOn: plainDate(DAY) },
  ...{ amount: null, charge: null, claimCharge: false, bankLine: null },
  ...{ reasonCode: "AC04", reasonText: "ClosedAccount" },
});

test("what was refused waits with the receipt it names; what was taken needs no act", async () => {
  const { owed, receipt } = await told();
  const { rows, counts } = await notices(owed);
  expect(counts).toEqual({ open: 2, booked: 0, ignored: 1 });
  expect(rows).toMatchObject([
    { place: 1, codes: ["AC04"], receipt: { id: receipt }, can: { book: true, ignore: true } },
    { place: 3, receipt: null, can: { book: { code: "notice_names_no_receipt" } } },
  ]);
});

test("it is booked with the return of its receipt, once", async () => {
  const { owed, receipt } = await told();
  const [notice] = (await notices(owed)).rows;
  if (notice === undefined) throw new Error("the refused debit waits");
  const desk = owed.on(DAY);
  accepted(await perform(desk, returnPayment, back(receipt, notice.id)));
  expect((await notices(owed, "booked")).rows).toMatchObject([
    { id: notice.id, can: { book: { code: "notice_not_open" } } },
  ]);
  expect(await perform(desk, returnPayment, back(receipt, notice.id))).toMatchObject({
    refusal: { code: "notice_not_open" },
  });
  const other = back(receipt, receipt as string as BankNoticeId);
  expect(await perform(desk, returnPayment, other)).toMatchObject({
    refusal: { code: "notice_not_found" },
  });
});

test("it is ignored with a reason, once", async () => {
  const { owed } = await told();
  const [, notice] = (await notices(owed)).rows;
  if (notice === undefined) throw new Error("the unknown debit waits");
  const ignore = (reason: string) => perform(owed.on(DAY), ignoreNotice, { id: notice.id, reason });
  expect(await ignore(" ")).toMatchObject({ refusal: { code: "reason_missing" } });
  accepted(await ignore("他行代扣，与本公司无关"));
  expect(await ignore("再来一次")).toMatchObject({ refusal: { code: "notice_not_open" } });
  expect((await notices(owed)).counts).toEqual({ open: 1, booked: 0, ignored: 2 });
});
