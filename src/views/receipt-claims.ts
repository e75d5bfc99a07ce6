/** Money of nobody yet with the claims on it, side by side; what may be done with each. */

import type { StandingReceipt } from "../domain/cash/receipt.ts";
import {
  judgeClaim,
  judgeClaimDecision,
  judgeWithdrawal,
  type StandingClaim,
} from "../domain/cash/receipt-claim.ts";
import { daysBetween } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { type ClaimLine, listReceiptClaims } from "../store/receipt-claims.ts";
import {
  listUnidentified,
  listUnidentifiedSums,
  type ReceiptLine,
  standingReceipt,
  type UnidentifiedAsked,
} from "../store/receipt-rows.ts";
import { readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { customerOf, shownReceipt } from "./receipt-brief.ts";
import { DAY_KEY, SOME_REASON, verdict, windowOf } from "./windowed.ts";

/** A claim with what may be done with it, among all claims on its receipt. */
export function shownClaim(
  sight: Sight,
  claim: ClaimLine,
  receipt: StandingReceipt,
  claims: readonly StandingClaim[],
) {
  const { id, reason, claimedBy, claimedAt, state, decidedBy, decidedAt, decisionReason } = claim;
  const decide = (approve: boolean) => {
    const decision = { claim, approve, reason: SOME_REASON, by: sight.viewer };
    const judged = verdict(judgeClaimDecision(decision, receipt, claims));
    return both(sight.may("receipt:decide"), judged);
  };
  return {
    ...{ id, customer: customerOf(claim), reason, claimedBy, claimedAt, state },
    own: claimedBy === sight.viewer,
    ...{ decidedBy, decidedAt, decisionReason },
    can: {
      withdraw: both(sight.may("receipt:claim"), verdict(judgeWithdrawal(claim, sight.viewer))),
      approve: decide(true),
      refuse: decide(false),
    },
  };
}

/** Whether the viewer may claim this money; for which customer, the form knows. */
export function canClaim(sight: Sight, receipt: StandingReceipt, claims: readonly StandingClaim[]) {
  const offer = { customerId: SOME_REASON as CustomerId, reason: SOME_REASON };
  const judged = verdict(judgeClaim(offer, receipt, claims, sight.viewer));
  return both(sight.may("receipt:claim"), judged);
}

function shownUnidentified(sight: Sight, line: ReceiptLine, claims: readonly ClaimLine[]) {
  const standing = standingReceipt(line);
  return {
    ...shownReceipt(line),
    days: daysBetween(line.receivedOn, sight.today),
    claims: claims.map((claim) => shownClaim(sight, claim, standing, claims)),
    can: { claim: canClaim(sight, standing, claims), apply: sight.may("cash:apply") },
  };
}

export type UnidentifiedWanted = {
  readonly text?: string | undefined;
  readonly show: UnidentifiedAsked["show"];
  readonly after?: string | undefined;
  readonly size: number;
};

/** A window, the oldest money first. */
export async function viewUnidentified(sight: Sight, wanted: UnidentifiedWanted) {
  const { tx, creditor } = sight;
  const { show, size } = wanted;
  const asked = { text: wanted.text || null, show };
  const after = readCursor(wanted.after, DAY_KEY);
  const found = await listUnidentified(tx, creditor.id, asked, after, size);
  const { rows, next } = windowOf(found, size, ({ receivedOn }) => receivedOn);
  const ids = rows.map(({ id }) => id);
  const claims = Map.groupBy(
    await listReceiptClaims(tx, creditor.id, ids),
    ({ receipt }) => receipt,
  );
  const sums = await listUnidentifiedSums(tx, creditor.id);
  return {
    rows: rows.map((line) => shownUnidentified(sight, line, claims.get(line.id) ?? [])),
    next,
    counts: {
      all: sums.reduce((count, sum) => count + sum.count, 0),
      claimed: sums.reduce((count, sum) => count + sum.claimed, 0),
    },
    sums: sums.map(({ amount, currency }) => money(amount, currency)),
  };
}
