/** Claims on money of nobody: side by side, and never decided by who claims. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { cny } from "../../../test/kit/import-book.ts";
import type { CustomerId, ReceiptClaimId } from "../values/ids.ts";
import type { StandingReceipt } from "./receipt.ts";
import {
  type ClaimState,
  judgeClaim,
  judgeClaimDecision,
  judgeWithdrawal,
  OTHER_CLAIM_APPROVED,
  type StandingClaim,
} from "./receipt-claim.ts";

const customerId = "customer-1" as CustomerId;
const amount = cny("8000.00");
const nobodys: StandingReceipt = { state: "unidentified", customerId: null, amount, rest: amount };
const known: StandingReceipt = { ...nobodys, state: "identified", customerId };

const claim = (id: string, claimedBy: string, state: ClaimState = "waiting"): StandingClaim => ({
  id: id as ReceiptClaimId,
  claimedBy,
  state,
});
const offer = { customerId, reason: " 客户电话确认，订单 88 的预付款 " };

describe("a claim", () => {
  test("is taken with its reason, beside those of others", () => {
    expect(judgeClaim(offer, nobodys, [claim("1", "ling")], "wu")).toEqual({
      ok: true,
      value: { customerId, reason: "客户电话确认，订单 88 的预付款" },
    });
  });

  test("may be made again after an earlier one ended", () => {
    expect(judgeClaim(offer, nobodys, [claim("1", "wu", "withdrawn")], "wu").ok).toBe(true);
  });

  test.each([
    ["money that has a customer", offer, known, [], "receipt_already_identified"],
    [
      "money that came back",
      offer,
      { ...nobodys, state: "returned" } as const,
      [],
      "receipt_is_returned",
    ],
    ["no reason", { ...offer, reason: "  " }, nobodys, [], "reason_missing"],
    ["a second one of the same person", offer, nobodys, [claim("1", "wu")], "claim_waits_already"],
  ])("is refused for %s", (_why, offered, receipt, claims, code) => {
    expect(judgeClaim(offered, receipt, claims, "wu")).toMatchObject({ refusal: { code } });
  });

  test("is taken back by who made it, while it waits", () => {
    expect(judgeWithdrawal(claim("1", "wu"), "wu")).toEqual({ ok: true, value: "1" });
    expect(judgeWithdrawal(claim("1", "wu"), "ling")).toMatchObject({
      refusal: { code: "claim_of_other_person" },
    });
    expect(judgeWithdrawal(claim("1", "wu", "approved"), "wu")).toMatchObject({
      refusal: { code: "claim_not_waiting", state: "approved" },
    });
  });
});

describe("a decision", () => {
  const [one, two] = [claim("1", "wu"), claim("2", "ling")];
  const old = claim("3", "zhou", "refused");
  const decided = { claim: one, approve: true, reason: null, by: "head" };

  test("for one refuses the others that wait, and says why", () => {
    expect(judgeClaimDecision(decided, nobodys, [one, two, old])).toEqual({
      ok: true,
      value: { approved: "1", refused: [{ id: "2", reason: OTHER_CLAIM_APPROVED }] },
    });
  });

  test("against one leaves the others waiting, and needs a reason", () => {
    const no = { ...decided, approve: false, reason: " 金额不符 " };
    expect(judgeClaimDecision(no, nobodys, [one, two])).toEqual({
      ok: true,
      value: { approved: null, refused: [{ id: "1", reason: "金额不符" }] },
    });
    expect(judgeClaimDecision({ ...no, reason: " " }, nobodys, [one, two])).toMatchObject({
      refusal: { code: "reason_missing" },
    });
    expect(judgeClaimDecision({ ...no, reason: null }, nobodys, [one])).toMatchObject({
      refusal: { code: "reason_missing" },
    });
  });

  test("is never made by somebody who claims this money", () => {
    for (const by of ["wu", "ling"]) {
      expect(judgeClaimDecision({ ...decided, by }, nobodys, [one, two])).toMatchObject({
        refusal: { code: "claim_is_own" },
      });
    }
    expect(judgeClaimDecision({ ...decided, by: "zhou" }, nobodys, [one, two, old]).ok).toBe(true);
  });

  test("is not made twice, nor when the money has a customer by now", () => {
    expect(judgeClaimDecision({ ...decided, claim: old }, nobodys, [old])).toMatchObject({
      refusal: { code: "claim_not_waiting", state: "refused" },
    });
    expect(judgeClaimDecision(decided, known, [one])).toMatchObject({
      refusal: { code: "receipt_already_identified", customer: customerId },
    });
    const no = { ...decided, approve: false, reason: "已认领" };
    expect(judgeClaimDecision(no, known, [one]).ok).toBe(true);
  });
});

const people = ["wu", "ling", "zhou", "head"];
const anyClaim = fc
  .tuple(
    fc.constantFrom(...people),
    fc.constantFrom<ClaimState>("waiting", "approved", "refused", "withdrawn"),
  )
  .map(([by, state]) => ({ by, state }));

test("after an approval nothing waits any more, and no claimant decided", () => {
  holds(
    fc.array(anyClaim, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(...people),
    (all, by) => {
      const claims = all.map((each, at) => claim(String(at), each.by, each.state));
      const [first] = claims;
      if (first === undefined) return;
      const judged = judgeClaimDecision(
        { claim: first, approve: true, reason: null, by },
        nobodys,
        claims,
      );
      const waiting = claims.filter(({ state }) => state === "waiting");
      if (!judged.ok) {
        expect(judged.refusal.code).toMatch(/claim_(not_waiting|is_own)/);
        return;
      }
      const ended = [judged.value.approved, ...judged.value.refused.map(({ id }) => id)];
      expect(ended.toSorted()).toEqual(waiting.map(({ id }) => id).toSorted());
      expect(waiting.every(({ claimedBy }) => claimedBy !== by)).toBe(true);
    },
  );
});
