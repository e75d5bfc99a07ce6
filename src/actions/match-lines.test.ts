/** Settling what matching chose, under the locks: against what is open now, in the lines' order. */
import { expect, test } from "vitest";
import { cny, countingIds, on } from "../../test/kit/import-book.ts";
import { zeroProposal } from "../../test/kit/proposals.ts";
import { claimOf, payer, strictRules } from "../../test/kit/settlement.ts";
import type { MatchLine, Proposal } from "../domain/cash/matching/match.ts";
import type { OpenItems, SettledReceipt } from "../domain/cash/settle-receipt.ts";
import type { BankLineId, ItemId } from "../domain/values/ids.ts";
import type { Money } from "../domain/values/money.ts";
import { type MadeItems, type MatchedLine, settleLine, type WaitingLine } from "./match-lines.ts";

const day = on("2026-03-10");
const context = { today: day, newId: countingIds() };
const c0 = "c0" as ItemId;

/** A line that matching would book so, by itself. */
function matched(
  id: string,
  amount: Money,
  different: Partial<Proposal>,
): MatchedLine<WaitingLine> {
  const line: MatchLine = {
    ...{ id: id as BankLineId, bookedOn: day, amount, payerName: null, payerAccount: null },
    ...{ bankReference: null, remark: null, returned: false },
  };
  const receipt: SettledReceipt = {
    ...{ number: id, amount, receivedOn: day, method: "bank", reference: null, rest: amount },
    ...{ standing: "new", itemId: null },
  };
  const proposal: Proposal = {
    ...{ ...zeroProposal, what: "receipt", customerId: payer, confidence: 999, ...different },
  };
  return {
    waiting: { line, byHand: false, known: null, receipt },
    judgement: { action: "auto", proposals: [proposal], waits: [], gaveUp: false },
    choice: { kind: "book", customerId: payer, proposal },
  };
}

const settles = (text: string) => [{ itemId: c0, amount: cny(text) }];
const openC0 = (): OpenItems => new Map([[c0, claimOf("c0", "130.00")]]);

test("what an earlier line of the file left on account is used by its item, not by its line", () => {
  const [open, made]: [OpenItems, MadeItems] = [openC0(), new Map()];
  const kept = matched("l1", cny("30.00"), { onAccount: cny("30.00") });
  const first = settleLine(kept, strictRules, open, made, context);
  const item = first.money?.itemId;
  expect(made.get("l1" as ItemId)).toBe(item);
  const credits = [{ itemId: "l1" as ItemId, amount: cny("30.00") }];
  const uses = matched("l2", cny("100.00"), { allocations: settles("130.00"), credits });
  const second = settleLine(uses, strictRules, open, made, context);
  expect(second.choice).toMatchObject({ kind: "book", proposal: { credits: [{ itemId: item }] } });
  expect(second.judgement.proposals[0]?.credits).toEqual([{ itemId: item, amount: cny("30.00") }]);
  expect(open.get(c0)?.open).toEqual(cny("0.00"));
  expect(item && open.get(item)?.open).toEqual(cny("0.00"));
});

test("where somebody was faster the line waits for a person, and says why", () => {
  const open: OpenItems = new Map([[c0, claimOf("c0", "99.99")]]);
  const line = matched("l1", cny("100.00"), { allocations: settles("100.00") });
  expect(settleLine(line, strictRules, open, new Map(), context)).toMatchObject({
    ...{ choice: { kind: "wait" }, money: null, judgement: { waits: [{ code: "book_changed" }] } },
  });
});

test("a line without a receipt is never booked", () => {
  const line = matched("l1", cny("100.00"), { allocations: settles("100.00") });
  const out = { ...line, waiting: { ...line.waiting, receipt: null } };
  expect(settleLine(out, strictRules, openC0(), new Map(), context).money).toBeNull();
});

test("what waits or is left out stays as it was chosen", () => {
  const line = matched("l1", cny("100.00"), {});
  for (const choice of [
    { kind: "wait" as const },
    { kind: "ignore" as const, what: "not_receivable" as const, duplicateOf: null, because: [] },
  ]) {
    const settled = settleLine({ ...line, choice }, strictRules, openC0(), new Map(), context);
    expect(settled).toMatchObject({ choice, money: null });
  }
});
