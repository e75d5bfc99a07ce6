/** Undoing an application: everything back, the customer only where nothing else rests on it. */
import { expect, test } from "vitest";
import { cny, countingIds, on } from "../../../test/kit/import-book.ts";
import { claimOf, payer, plainWish, strictRules } from "../../../test/kit/settlement.ts";
import type { ItemId } from "../values/ids.ts";
import { type SettledReceipt, settleReceipt } from "./settle-receipt.ts";
import type { SettlementWish } from "./settlement.ts";
import { bookUndo } from "./undo.ts";

const day = on("2026-03-10");
const newId = countingIds();
const amount = cny("25.00");
const receipt: SettledReceipt = {
  ...{ number: "BR-1", amount, receivedOn: day, method: "bank", reference: null, rest: amount },
  ...{ standing: "unidentified", itemId: null },
};
const split: SettlementWish = {
  ...plainWish,
  allocations: [{ itemId: "c0" as ItemId, amount: cny("10.00"), paid: null }],
};

test("the customer stays named where another decision rests on it", () => {
  const open = new Map([["c0" as ItemId, claimOf("c0", "25.00")]]);
  const by = { rules: strictRules, by: "person" as const, reason: null, today: day, newId };
  const settled = settleReceipt(receipt, payer, split, open, { ...by, because: [] });
  if (!settled.ok) throw new Error(settled.refusal.code);
  const { booking, itemId, entryId, settlement } = settled.value;
  const legs = booking.postings.filter((posting) => posting.entryId === entryId);
  const undo = (different: object) =>
    bookUndo(
      {
        ...{ receipt, itemId, rest: settlement.onAccount, reason: "认错", legs },
        ...{ identified: true, others: [], ...different },
      },
      { newId, today: day, by: "出纳" },
    );
  expect(undo({ others: [{ settled: true }] })).toMatchObject({
    value: { unidentified: false, reopens: false },
  });
  expect(undo({ others: [{ settled: false }] })).toMatchObject({
    value: { unidentified: false, reopens: true },
  });
  expect(undo({ identified: false })).toMatchObject({ value: { unidentified: false } });
  expect(undo({ rest: cny("3.00") })).toMatchObject({ value: { unidentified: false } });
  expect(undo({ legs: [], rest: cny("25.00") })).toMatchObject({
    value: { unidentified: true, endEntryId: null },
  });
  expect(undo({ reason: " " })).toMatchObject({ refusal: { code: "reason_missing" } });
});
