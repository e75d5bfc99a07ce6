/** Stored proposals against the book as it stands now. */
import { expect, test } from "vitest";
import { zeroProposal } from "../../../test/kit/proposals.ts";
import type { CustomerId, ItemId } from "../values/ids.ts";
import { moneyOf } from "../values/money.ts";
import type { MatchJudgement, Proposal } from "./matching/match.ts";
import {
  comingIntoQuestion,
  isAsSeen,
  itemsNamed,
  outdatedItems,
  stillHolds,
} from "./proposals-now.ts";

const cny = (text: string) => moneyOf(text, "CNY");
const [jia, yi] = ["jia" as CustomerId, "yi" as CustomerId];
const [inv, memo] = ["inv" as ItemId, "memo" as ItemId];
const proposal: Proposal = {
  ...{ ...zeroProposal, what: "receipt", customerId: jia },
  allocations: [{ itemId: inv, amount: cny("100") }],
  credits: [{ itemId: memo, amount: cny("5") }],
};
const judgement: MatchJudgement = {
  ...{ action: "review", proposals: [proposal], waits: [], gaveUp: false },
};
const open = (claim: string, credit = "5") =>
  new Map([
    [inv, { open: cny(claim) }],
    [memo, { open: cny(credit) }],
  ]);

test("it holds while everything it names is open enough", () => {
  expect(itemsNamed([proposal, proposal])).toEqual([inv, memo]);
  expect(stillHolds(judgement, open("100"), null)).toBe(true);
  expect(stillHolds(judgement, open("99.99"), null)).toBe(false);
  expect(stillHolds(judgement, open("100", "4"), null)).toBe(false);
  expect(stillHolds(null, open("100"), null)).toBe(false);
  expect(outdatedItems(proposal, new Map())).toEqual([inv, memo]);
});

test("it holds for the customer whom a person named, and for no other", () => {
  expect(stillHolds(judgement, open("100"), jia)).toBe(true);
  expect(stillHolds(judgement, open("100"), yi)).toBe(false);
});

test("anew it is judged among those proposed, or for the customer who was named", () => {
  const two = { ...judgement, proposals: [proposal, { ...proposal, customerId: yi }, proposal] };
  expect(comingIntoQuestion(two, null)).toEqual([jia, yi]);
  expect(comingIntoQuestion(two, yi)).toEqual([yi]);
  expect(comingIntoQuestion(null, null)).toEqual([]);
});

test("what was seen is what is accepted", () => {
  const seen = { what: "receipt", customer: jia, items: [inv] } as const;
  expect(isAsSeen(proposal, seen)).toBe(true);
  expect(isAsSeen(proposal, { ...seen, items: [] })).toBe(false);
  expect(isAsSeen(proposal, { ...seen, items: [memo] })).toBe(false);
  expect(isAsSeen(proposal, { ...seen, customer: yi })).toBe(false);
  expect(isAsSeen(proposal, { ...seen, what: "refund" })).toBe(false);
});
