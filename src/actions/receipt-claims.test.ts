/** Claims on unidentified money on a real database: two side by side, decided by a third person. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { type Owed, openNow, owedBook, receiptOf, recorded } from "../../test/kit/hand-receipts.ts";
import { ledgerOf } from "../../test/kit/money-in.ts";
import type { CustomerId, ReceiptClaimId, ReceiptId } from "../domain/values/ids.ts";
import { listApplicationLines } from "../store/application-rows.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { listReceiptClaims } from "../store/receipt-claims.ts";
import { findReceiptLine } from "../store/receipt-rows.ts";
import { look } from "../views/look.ts";
import { viewUnidentified } from "../views/receipt-claims.ts";
import { claimReceipt } from "./claim-receipt.ts";
import { decideReceiptClaim } from "./decide-receipt-claim.ts";
import { accepted, perform } from "./perform.ts";
import { undoApplication } from "./undo-application.ts";
import { withdrawReceiptClaim } from "./withdraw-receipt-claim.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const DAY = "2026-03-12";

const claimed = async (owed: Owed, receipt: ReceiptId, customerId: CustomerId, by: string) =>
  accepted(
    await perform(owed.on(DAY, by), claimReceipt, {
      ...{ receipt, customerId, reason: "客户来电确认，附付款回单" },
    }),
  ).id;

const decide = async (owed: Owed, id: ReceiptClaimId, approve: boolean, by: string) => {
  const done = await perform(owed.on(DAY, by), decideReceiptClaim, {
    id,
    approve,
    reason: "核对无误",
  });
  return done.ok ? "ok" : done.refusal.code;
};

const states = async (owed: Owed, receipt: ReceiptId) => {
  const claims = await database.reading((tx) =>
    listReceiptClaims(tx, owed.book.creditor, [receipt]),
  );
  return Object.fromEntries(
    claims.map(({ claimedBy, state, decisionReason }) => [claimedBy, [state, decisionReason]]),
  );
};

describe("two claims on one receipt", () => {
  test("stand side by side; approving one makes the money that customer's and refuses the other", async () => {
    const owed = await owedBook(database);
    const { id } = await recorded(owed.on(DAY), receiptOf(null));
    const mine = await claimed(owed, id, owed.customer, "林晓");
    const theirs = await claimed(owed, id, owed.other, "周启");
    const shown = await look(owed.on(DAY, "周启"), (sight) =>
      viewUnidentified(sight, { show: "claimed", size: 10 }),
    );
    expect(shown.rows).toHaveLength(1);
    expect(shown).toMatchObject({ counts: { all: 1, claimed: 1 } });
    expect(shown.rows[0]?.claims.map(({ own, can }) => ({ own, approve: can.approve }))).toEqual([
      { own: false, approve: { code: "claim_is_own" } },
      { own: true, approve: { code: "claim_is_own" } },
    ]);
    expect(await decide(owed, mine, true, "林晓")).toBe("claim_is_own");
    expect(await decide(owed, theirs, true, "林晓")).toBe("claim_is_own");
    expect(await decide(owed, mine, true, "吴财")).toBe("ok");
    expect(await states(owed, id)).toEqual({
      林晓: ["approved", "核对无误"],
      周启: ["refused", "other_claim_approved"],
    });
    expect(await openNow(owed.on(DAY))).toMatchObject({ "RC-20260310-1": -60_000n });
    expect(await ledgerOf(owed.on(DAY))).toMatchObject({ "cash CNY": 60_000n });
    expect(await ledgerOf(owed.on(DAY))).not.toHaveProperty("unidentified CNY");
    expect(await decide(owed, theirs, true, "吴财")).toBe("claim_not_waiting");
  });

  test("of one person twice, or on known money, are refused", async () => {
    const owed = await owedBook(database);
    const { id } = await recorded(owed.on(DAY), receiptOf(null));
    await claimed(owed, id, owed.customer, "林晓");
    const again = { receipt: id, customerId: owed.other, reason: "也可能是" };
    expect(await perform(owed.on(DAY, "林晓"), claimReceipt, again)).toMatchObject({
      refusal: { code: "claim_waits_already" },
    });
    const known = await recorded(owed.on(DAY), receiptOf(owed.customer));
    const late = { ...again, receipt: known.id };
    expect(await perform(owed.on(DAY, "周启"), claimReceipt, late)).toMatchObject({
      refusal: { code: "receipt_already_identified" },
    });
    const stranger = { ...again, customerId: id as string as CustomerId };
    expect(await perform(owed.on(DAY, "周启"), claimReceipt, stranger)).toMatchObject({
      refusal: { code: "customer_not_found" },
    });
  });
});

test("a claim is taken back by whoever made it, and can be made again", async () => {
  const owed = await owedBook(database);
  const { id } = await recorded(owed.on(DAY), receiptOf(null));
  const claim = await claimed(owed, id, owed.customer, "林晓");
  expect(await perform(owed.on(DAY, "周启"), withdrawReceiptClaim, { id: claim })).toMatchObject({
    refusal: { code: "claim_of_other_person" },
  });
  accepted(await perform(owed.on(DAY, "林晓"), withdrawReceiptClaim, { id: claim }));
  expect(await states(owed, id)).toEqual({ 林晓: ["withdrawn", null] });
  await claimed(owed, id, owed.customer, "林晓");
});

test("a refused claim leaves the money unidentified and needs a reason", async () => {
  const owed = await owedBook(database);
  const { id } = await recorded(owed.on(DAY), receiptOf(null));
  const claim = await claimed(owed, id, owed.customer, "林晓");
  const silent = { id: claim, approve: false, reason: " " };
  expect(await perform(owed.on(DAY, "吴财"), decideReceiptClaim, silent)).toMatchObject({
    refusal: { code: "reason_missing" },
  });
  expect(await decide(owed, claim, false, "吴财")).toBe("ok");
  const line = await database.reading((tx) => findReceiptLine(tx, owed.book.creditor, id));
  expect(line).toMatchObject({ state: "unidentified", customer: null, rest: 60_000n });
});

test("a wrong approval is undone: the money is nobody's again and may be claimed anew", async () => {
  const owed = await owedBook(database);
  const { id } = await recorded(owed.on(DAY), receiptOf(null));
  const before = await ledgerOf(owed.on(DAY));
  const claim = await claimed(owed, id, owed.other, "周启");
  expect(await decide(owed, claim, true, "吴财")).toBe("ok");
  const desk = owed.on(DAY);
  const [application] = await database.reading((tx) =>
    listApplicationLines(tx, owed.book.creditor, id),
  );
  if (application === undefined) throw new Error("naming the customer is a decision of its own");
  const undo = { id: application.id, reason: "认错客户" };
  accepted(await perform(desk, undoApplication, undo));
  expect(await ledgerOf(desk)).toEqual(before);
  const again = await claimed(owed, id, owed.customer, "林晓");
  expect(await decide(owed, again, true, "吴财")).toBe("ok");
  expect(await openNow(desk)).toMatchObject({ "RC-20260310-1/2": -60_000n });
});
