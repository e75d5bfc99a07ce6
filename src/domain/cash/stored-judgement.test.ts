/** Judgements as waiting lines keep them. */
import { expect, test } from "vitest";
import { cny } from "../../../test/kit/import-book.ts";
import { zeroProposal } from "../../../test/kit/proposals.ts";
import type { ItemId } from "../values/ids.ts";
import type { MatchJudgement } from "./matching/match.ts";
import { readJudgement } from "./stored-judgement.ts";

const asJson = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}` : part)),
  );

test("a judgement comes back from JSON as it was", () => {
  const amount = cny("12.34");
  const judgement: MatchJudgement = {
    action: "review",
    proposals: [
      zeroProposal,
      {
        ...zeroProposal,
        allocations: [{ itemId: "a" as ItemId, amount }],
        credits: [{ itemId: "b" as ItemId, amount: cny("1.00") }],
        shortfall: { kind: "bank_fee", amount: cny("0.34") },
        onAccount: cny("-3.00"),
      },
    ],
    waits: [{ code: "equal_claims", ways: 2 }],
    gaveUp: true,
  };
  expect(readJudgement(asJson(judgement))).toEqual(judgement);
});

test("none is none", () => {
  expect(readJudgement(null)).toBeNull();
  expect(readJudgement(undefined)).toBeNull();
});
