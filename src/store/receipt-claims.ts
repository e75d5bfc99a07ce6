/** Claims on unidentified cash: who says whose it is, and how it was decided. */
import type { ClaimState } from "../domain/cash/receipt-claim.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ReceiptClaimId, ReceiptId } from "../domain/values/ids.ts";
import { type Executor, maybe, rows, run, sql } from "./sql.ts";

export type NewReceiptClaim = {
  readonly id: ReceiptClaimId;
  readonly receipt: ReceiptId;
  readonly customer: CustomerId;
  readonly reason: string;
  readonly claimedBy: string;
  readonly claimedAt: Instant;
};

export async function insertReceiptClaim(
  executor: Executor,
  creditor: CreditorId,
  claim: NewReceiptClaim,
): Promise<void> {
  await run(
    executor,
    sql`insert into receipt_claim (creditor_id, id, receipt_id, customer_id, reason, claimed_by,
          claimed_at, state)
        values (${creditor}, ${claim.id}, ${claim.receipt}, ${claim.customer}, ${claim.reason},
          ${claim.claimedBy}, ${claim.claimedAt}, 'waiting')`,
  );
}

export type StoredClaim = NewReceiptClaim & { readonly state: ClaimState };

const CLAIM = sql`id, receipt_id as receipt, customer_id as customer, reason,
  claimed_by as "claimedBy", claimed_at as "claimedAt", state`;

export const findReceiptClaim = (
  executor: Executor,
  creditor: CreditorId,
  id: ReceiptClaimId,
): Promise<StoredClaim | null> =>
  maybe(
    executor,
    sql<StoredClaim>`select ${CLAIM} from receipt_claim
        where creditor_id = ${creditor} and id = ${id}`,
  );

/** All claims on a receipt, locked; the receipt is locked before. */
export const lockReceiptClaims = (
  executor: Executor,
  creditor: CreditorId,
  receipt: ReceiptId,
): Promise<readonly StoredClaim[]> =>
  rows(
    executor,
    sql<StoredClaim>`select ${CLAIM} from receipt_claim
        where creditor_id = ${creditor} and receipt_id = ${receipt} order by id for update`,
  );

export type DecidedClaim = {
  readonly id: ReceiptClaimId;
  readonly state: Exclude<ClaimState, "waiting">;
  readonly reason: string | null;
};

/** Writes down how waiting claims ended; gives how many still waited. */
export const updateReceiptClaims = (
  executor: Executor,
  creditor: CreditorId,
  decided: readonly DecidedClaim[],
  by: string,
  at: Instant,
): Promise<number> =>
  run(
    executor,
    sql`update receipt_claim set state = d.state, decision_reason = d.reason,
          decided_by = ${by}, decided_at = ${at}
        from unnest(${decided.map(({ id }) => id)}::uuid[],
          ${decided.map(({ state }) => state)}::text[],
          ${decided.map(({ reason }) => reason)}::text[]) as d (id, state, reason)
        where receipt_claim.creditor_id = ${creditor} and receipt_claim.id = d.id
          and receipt_claim.state = 'waiting'`,
  );

export type ClaimLine = StoredClaim & {
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
};

/** Every claim on these receipts, the first one first. */
export const listReceiptClaims = (
  executor: Executor,
  creditor: CreditorId,
  receipts: readonly ReceiptId[],
): Promise<readonly ClaimLine[]> =>
  rows(
    executor,
    sql<ClaimLine>`select rc.id, rc.receipt_id as receipt, rc.customer_id as customer, rc.reason,
          rc.claimed_by as "claimedBy", rc.claimed_at as "claimedAt", rc.state,
          c.number as "customerNumber", c.name as "customerName", c.grade,
          rc.decided_by as "decidedBy", rc.decided_at as "decidedAt",
          rc.decision_reason as "decisionReason"
        from receipt_claim rc
        join customer c on c.creditor_id = rc.creditor_id and c.id = rc.customer_id
        where rc.creditor_id = ${creditor} and rc.receipt_id = any(${receipts}::uuid[])
        order by rc.claimed_at, rc.id`,
  );
