/** What is done with a line without asking anybody. */
import { expect, test } from "vitest";
import { zeroProposal } from "../../../test/kit/proposals.ts";
import type { BankLineId, CustomerId } from "../values/ids.ts";
import { chooseByItself, isProposed } from "./line-choice.ts";
import type { MatchJudgement, Proposal } from "./matching/match.ts";

const jia = "jia" as CustomerId;
const receipt: Proposal = { ...zeroProposal, what: "receipt", customerId: jia };
const judged = (
  action: MatchJudgement["action"],
  ...proposals: readonly Proposal[]
): MatchJudgement => ({ action, proposals, waits: [], gaveUp: false });
const nobody = { byHand: false, known: null };

test("only what matching calls certain is booked", () => {
  expect(chooseByItself(judged("auto", receipt), nobody)).toMatchObject({
    ...{ kind: "book", customerId: jia },
  });
  expect(chooseByItself(judged("review", receipt), nobody)).toEqual({ kind: "wait" });
  expect(chooseByItself(judged("auto"), nobody)).toEqual({ kind: "wait" });
});

test("a return, a refund and money of nobody wait for a person, however certain", () => {
  for (const what of ["return", "refund", "unidentified"] as const) {
    expect(chooseByItself(judged("auto", { ...receipt, what }), nobody)).toEqual({ kind: "wait" });
    expect(chooseByItself(judged("ignore", { ...receipt, what }), nobody).kind).toBe("wait");
  }
  const nameless = { ...receipt, customerId: null };
  expect(chooseByItself(judged("auto", nameless), nobody)).toEqual({ kind: "wait" });
});

test("what a person had in hand, or named another customer for, is never booked by itself", () => {
  expect(chooseByItself(judged("auto", receipt), { ...nobody, byHand: true }).kind).toBe("wait");
  const yi = { ...nobody, known: "yi" as CustomerId };
  expect(chooseByItself(judged("auto", receipt), yi)).toEqual({ kind: "wait" });
  expect(chooseByItself(judged("auto", receipt), { ...nobody, known: jia }).kind).toBe("book");
});

test("repetitions and what is no receivable are left out, unless a customer is known", () => {
  const duplicateOf = "line" as BankLineId;
  const repeated = judged("ignore", { ...zeroProposal, what: "duplicate", duplicateOf });
  expect(chooseByItself(repeated, nobody)).toMatchObject({ kind: "ignore", duplicateOf });
  const fee = judged("ignore", { ...zeroProposal, what: "not_receivable" });
  expect(chooseByItself(fee, nobody)).toMatchObject({ kind: "ignore", what: "not_receivable" });
  expect(chooseByItself(fee, { ...nobody, known: jia })).toEqual({ kind: "wait" });
});

test("a line counts as proposed when any proposal says more than that nobody is known", () => {
  expect(isProposed(judged("review", zeroProposal))).toBe(false);
  expect(isProposed(judged("review", zeroProposal, receipt))).toBe(true);
});
