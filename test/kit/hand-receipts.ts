/** Receipts by hand for tests: a creditor who is owed, money recorded and applied to its items. */
import { readFileSync } from "node:fs";
import { accepted, type Desk, perform } from "../../src/actions/perform.ts";
import { publishPolicy } from "../../src/actions/publish-policy.ts";
import {
  type RecordedReceipt,
  type RecordReceipt,
  recordReceipt,
} from "../../src/actions/record-receipt.ts";
import { judgeSettlement } from "../../src/domain/cash/settlement.ts";
import { bookSettlement } from "../../src/domain/cash/settlement-booking.ts";
import { PERMISSIONS } from "../../src/domain/desk/permission.ts";
import { plainDate } from "../../src/domain/values/calendar.ts";
import type { ApplicationId, CustomerId, ItemId, ReceiptId } from "../../src/domain/values/ids.ts";
import { moneyOf } from "../../src/domain/values/money.ts";
import { readPolicyFile } from "../../src/formats/policy-yaml.ts";
import { insertApplications } from "../../src/store/applications.ts";
import type { Database } from "../../src/store/database.ts";
import { insertBooking } from "../../src/store/items.ts";
import { findReceiptLine } from "../../src/store/receipt-rows.ts";
import { lockSettlementItems } from "../../src/store/settlement-items.ts";
import { rows, run, sql } from "../../src/store/sql.ts";
import { insertBook, newId, type StoredBook } from "./book.ts";
import { actorNamed, stillClock, testDesk } from "./desk.ts";

/** A creditor with a policy and two customers; the first owes F1 (1,000.00) and F2 (500.00). */
export type Owed = {
  readonly book: StoredBook;
  readonly customer: CustomerId;
  readonly other: CustomerId;
  item(number: "F1" | "F2"): ItemId;
  /** A desk on a day, of somebody who may do everything. */
  on(today: string, name?: string): Desk;
};

const invoice = (number: string, amount: bigint, dueOn: string) => ({
  ...{ number, customer: 0, currency: "CNY", amount, issuedOn: "2026-01-05", dueOn },
});

const CLOCK = stillClock("2026-04-01T02:00:00Z");

export async function owedBook(database: Database): Promise<Owed> {
  const items = [invoice("F1", 100_000n, "2026-03-01"), invoice("F2", 50_000n, "2026-04-15")];
  const book = await insertBook(database.db, { customers: 2, items, allocations: [] });
  const [customer, other] = book.customers;
  if (customer === undefined || other === undefined) throw new Error("there are two customers");
  const on: Owed["on"] = (today, name = "operator") =>
    testDesk(database, book.creditor, {
      ...{ today, clock: CLOCK },
      actor: actorNamed(name, PERMISSIONS),
    });
  const file = readPolicyFile(readFileSync("policies/standard-b2b.yaml", "utf8"));
  if (!file.ok) throw new Error("the policy can be read");
  accepted(await perform(on("2026-01-02"), publishPolicy, file.value));
  await run(
    database.db,
    sql`update creditor set live_on = '2026-01-02' where id = ${book.creditor}`,
  );
  const item = (number: string) => book.items[number === "F1" ? 0 : 1] as ItemId;
  return { book, customer, other, item, on };
}

type Different = Partial<Omit<RecordReceipt, "amount" | "receivedOn">> & {
  readonly amount?: string;
  readonly receivedOn?: string;
};

/** 600.00 CNY by bank on 10 March 2026, of the customer given. */
export const receiptOf = (
  customer: CustomerId | null,
  different: Different = {},
): RecordReceipt => ({
  ...{ number: null, customer, method: "bank", bill: null, remark: null },
  ...{ payerName: "甲公司", payerAccount: null },
  ...different,
  amount: moneyOf(different.amount ?? "600.00", "CNY"),
  receivedOn: plainDate(different.receivedOn ?? "2026-03-10"),
});

export const recorded = async (desk: Desk, receipt: RecordReceipt): Promise<RecordedReceipt> =>
  accepted(await perform(desk, recordReceipt, receipt));

/** Applies an identified receipt to items, as cash application books it. */
export async function applied(
  desk: Desk,
  receipt: ReceiptId,
  amounts: readonly (readonly [ItemId, string])[],
  used: readonly (readonly [ItemId, string])[] = [],
): Promise<ApplicationId> {
  const today = plainDate("2026-03-10");
  const id = newId<ApplicationId>();
  await desk.database.transaction(async (tx) => {
    const line = await findReceiptLine(tx, desk.creditorId, receipt);
    if (line?.item == null || line.customer === null) throw new Error("it has a customer");
    const { customer: customerId, item: itemId, receivedOn } = line;
    const items = amounts.map(([each]) => each);
    const claims = await lockSettlementItems(tx, desk.creditorId, items);
    const allocations = amounts.map(([item, amount]) => ({
      ...{ itemId: item, amount: moneyOf(amount, "CNY"), paid: null },
    }));
    const credits = await lockSettlementItems(
      tx,
      desk.creditorId,
      used.map(([each]) => each),
    );
    const usedUp = used.map(([item, amount]) => ({ itemId: item, amount: moneyOf(amount, "CNY") }));
    const rest = moneyOf("0.01", "CNY");
    const settled = judgeSettlement(
      { allocations, credits: usedUp, shortfall: null, deductedFrom: null, onAccount: null },
      {
        receipt: { itemId, customerId, rest: { ...rest, minor: line.rest }, receivedOn },
        ...{ claims, credits, by: "person", reason: null, today },
        rules: {
          bankFeeUpTo: [],
          roundingUpTo: [],
          cashDiscount: null,
          oldestFirst: false,
          autoFrom: 1000,
        },
      },
    );
    if (!settled.ok) throw new Error(settled.refusal.code);
    const booking = bookSettlement(settled.value, newId, []);
    const booked = { creditorId: desk.creditorId, importId: null, bookedOn: today };
    await insertBooking(tx, booked, booking);
    const stored = allocations.map(({ itemId: item, amount: { minor, currency } }) => ({
      ...{ itemId: item, minor: minor.toString(), currency },
    }));
    await insertApplications(tx, desk.creditorId, [
      {
        ...{ id, receiptId: receipt, customerId, entryId: booking.entries[0]?.id ?? null },
        ...{ identified: false, madeBy: "person", actor: "operator", confidence: null },
        settlement: { allocations: stored, credits: [], shortfall: null, onAccount: null },
        ...{ because: [], learned: [], appliedOn: today, appliedAt: CLOCK.now() },
      },
    ]);
  });
  return id;
}

/** Number → what is open of every item that is, as the item says it. */
export async function openNow(desk: Desk): Promise<Readonly<Record<string, bigint>>> {
  const found = await desk.database.reading((tx) =>
    rows<{ number: string; open: bigint }>(
      tx,
      sql`select number, open_amount as open from item
          where creditor_id = ${desk.creditorId} and open_amount <> 0 order by number`,
    ),
  );
  return Object.fromEntries(found.map(({ number, open }) => [number, open]));
}
