/** Approvals: everything that waits for a decision on one page, and what may be done with each. */
import {
  type ApprovalKind,
  isSamePerson,
  judgeDecision,
  judgeWithdrawalOf,
} from "../domain/desk/approval.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { type ApprovalLine, countApprovals, listApprovalLines } from "../store/approvals.ts";
import { readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { customerOrNobody } from "./receipt-brief.ts";
import { viewUnidentified } from "./receipt-claims.ts";
import { viewRefunds } from "./refunds.ts";
import { MOMENT_KEY, SOME_REASON, verdict, windowOf } from "./windowed.ts";

export function shownApproval(sight: Sight, line: ApprovalLine) {
  const { id, kind, subject, amount, currency, days, facts, reason, roles, because } = line;
  const { requestedOn, requestedAt, requestedBy, requestedById, state } = line;
  const { decidedOn, decidedAt, decidedBy, decisionReason } = line;
  const asker = { name: requestedBy, user: requestedById };
  const standing = { state, roles, requestedBy: asker };
  const viewer = { name: sight.viewer, user: sight.user, roles: sight.decidesAs };
  const decide = (approve: boolean) => {
    const judged = judgeDecision(standing, { approve, reason: SOME_REASON }, viewer);
    return both(sight.may("approval:decide"), verdict(judged));
  };
  const withdrawn = verdict(judgeWithdrawalOf(standing, viewer));
  return {
    ...{ id, kind, customer: customerOrNobody(line), subject, days, facts, reason },
    amount: amount === null || currency === null ? null : money(amount, currency),
    ...{ roles, because, requestedOn, requestedAt, requestedBy },
    own: isSamePerson(asker, viewer),
    ...{ state, decidedOn, decidedAt, decidedBy, decisionReason },
    can: {
      approve: decide(true),
      refuse: decide(false),
      withdraw: both(sight.may("approval:request"), withdrawn),
    },
  };
}

export type ApprovalsWanted = {
  readonly show: "waiting" | "asked" | "decided";
  readonly kind?: ApprovalKind | undefined;
  readonly customer?: CustomerId | undefined;
  readonly after?: string | undefined;
  readonly size: number;
};

/** A window, the latest first; of what waits, the reader's to decide stand before the others. */
export async function viewApprovals(sight: Sight, wanted: ApprovalsWanted) {
  const { tx, creditor } = sight;
  const { show, size } = wanted;
  const viewer = { name: sight.viewer, user: sight.user };
  const found = await listApprovalLines(tx, creditor.id, {
    ...{ show, size, viewer },
    kind: wanted.kind ?? null,
    customer: wanted.customer ?? null,
    after: readCursor(wanted.after, MOMENT_KEY),
  });
  const { rows, next } = windowOf(found, size, ({ requestedAt }) => requestedAt);
  const elsewhere = await viewElsewhere(sight, wanted);
  const mineThere = elsewhere.filter(({ can }) => can.decide === true).length;
  const decides = sight.may("approval:decide") === true ? sight.decidesAs : [];
  const counts = await countApprovals(tx, creditor.id, viewer, decides);
  const shown = rows.map((line) => shownApproval(sight, line));
  return {
    rows: show === "waiting" ? mineFirst(shown) : shown,
    elsewhere: show === "waiting" ? elsewhere : [],
    next,
    counts: {
      waiting: counts.waiting + elsewhere.length,
      mine: counts.mine + mineThere,
      asked: counts.asked,
    },
    can: { request: sight.may("approval:request") },
  };
}

const mineFirst = <Line extends { readonly can: { readonly approve: unknown } }>(
  lines: readonly Line[],
): readonly Line[] => {
  const isMine = ({ can }: Line) => can.approve === true;
  return [...lines.filter(isMine), ...lines.filter((line) => !isMine(line))];
};

/** More than anybody decides in a day. */
const MOST = 200;

/** What waits under rules of its own; none of it where the page is of one kind. */
async function viewElsewhere(sight: Sight, { kind, customer }: ApprovalsWanted) {
  const refunds =
    kind === undefined || kind === "refund"
      ? (await viewRefunds(sight, { state: "requested", customer, size: MOST })).rows
      : [];
  const claimed =
    kind === undefined ? (await viewUnidentified(sight, { show: "claimed", size: MOST })).rows : [];
  return [
    ...refunds.map(({ id, amount, reason, requestedBy, requestedAt, ...refund }) => ({
      ...{ id, kind: "refund" as const, customer: refund.customer, amount },
      ...{ receipt: refund.receipt.id, reason, requestedBy, requestedAt },
      can: { decide: refund.can.approve },
    })),
    ...claimed.flatMap((receipt) =>
      receipt.claims
        .filter(({ state }) => state === "waiting")
        .filter((claim) => customer === undefined || claim.customer.id === customer)
        .map((claim) => ({
          ...{ id: claim.id, kind: "receipt_claim" as const, customer: claim.customer },
          ...{ amount: receipt.amount, receipt: receipt.id, reason: claim.reason },
          ...{ requestedBy: claim.claimedBy, requestedAt: claim.claimedAt },
          can: { decide: claim.can.approve },
        })),
    ),
  ];
}
