/** Agreements as they stand: stored when proposed, moved from state to state. */

import type { AgreementKind, AgreementState } from "../domain/desk/agreement.ts";
import type { AgreementClauses } from "../domain/desk/agreement-clauses.ts";
import type { AgreementFacts, AgreementTerms } from "../domain/desk/agreement-terms.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  AgreementId,
  ApprovalId,
  CreditorId,
  CustomerId,
  EntryId,
  UserId,
} from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, jsonText, maybe, one, run, sql } from "./sql.ts";

/** Amounts in minor units of `currency`. */
export type NewAgreement = {
  readonly id: AgreementId;
  readonly customer: CustomerId;
  readonly kind: AgreementKind;
  readonly number: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly interest: bigint;
  readonly forgiven: bigint;
  readonly lastOn: PlainDate;
  readonly days: number;
  readonly reason: string;
  readonly terms: AgreementTerms;
  readonly facts: AgreementFacts;
  readonly clauses: AgreementClauses;
  readonly proposedOn: PlainDate;
  readonly proposedAt: Instant;
  readonly proposedBy: string;
  readonly proposedById: UserId | null;
  readonly replaces: AgreementId | null;
};

export type AgreementRow = NewAgreement & {
  readonly state: AgreementState;
  readonly approval: ApprovalId | null;
  readonly decidedOn: PlainDate | null;
  readonly signBy: PlainDate | null;
  readonly restsUntil: PlainDate | null;
  /** SHA-256 in hexadecimal. */
  readonly document: string | null;
  readonly signedOn: PlainDate | null;
  readonly signedBy: string | null;
  readonly signedPosition: string | null;
  readonly scan: string | null;
  readonly activeOn: PlainDate | null;
  readonly missed: number;
  readonly judgeOn: PlainDate | null;
  readonly entry: EntryId | null;
  readonly endedOn: PlainDate | null;
  readonly endReason: string | null;
  readonly version: number;
};

/** The next running number of the creditor's agreements. */
export async function takeAgreementNumber(executor: Executor, id: CreditorId): Promise<bigint> {
  const { last } = await one<{ last: bigint }>(
    executor,
    sql`update creditor set agreement_count = agreement_count + 1 where id = ${id}
        returning agreement_count as last`,
  );
  return last;
}

/** Stores a proposed agreement; its items and instalments follow in the same transaction. */
export async function insertAgreement(
  executor: Executor,
  creditor: CreditorId,
  given: NewAgreement,
): Promise<void> {
  await run(
    executor,
    sql`insert into agreement (creditor_id, id, customer_id, kind, number, currency, amount,
          interest, forgiven, last_on, days, reason, terms, facts, clauses, state, proposed_on,
          proposed_at, proposed_by, proposed_by_id, replaces_id)
        values (${creditor}, ${given.id}, ${given.customer}, ${given.kind}, ${given.number},
          ${given.currency}, ${given.amount}, ${given.interest}, ${given.forgiven},
          ${given.lastOn}, ${given.days}, ${given.reason}, ${jsonText(given.terms)}::jsonb,
          ${jsonText(given.facts)}::jsonb, ${jsonText(given.clauses)}::jsonb, 'proposed',
          ${given.proposedOn}, ${given.proposedAt}, ${given.proposedBy}, ${given.proposedById},
          ${given.replaces})`,
  );
}

export const AGREEMENT_COLUMNS = sql`g.id, g.customer_id as customer, g.kind, g.number, g.currency,
  g.amount, g.interest, g.forgiven, g.last_on as "lastOn", g.days, g.reason, g.terms, g.facts,
  g.clauses, g.state, g.proposed_on as "proposedOn", g.proposed_at as "proposedAt",
  g.proposed_by as "proposedBy", g.proposed_by_id as "proposedById", g.approval_id as approval,
  g.decided_on as "decidedOn", g.sign_by as "signBy", g.rests_until as "restsUntil",
  encode(g.document_sha256, 'hex') as document, g.signed_on as "signedOn",
  g.signed_by as "signedBy", g.signed_position as "signedPosition",
  encode(g.scan_sha256, 'hex') as scan, g.active_on as "activeOn", g.replaces_id as replaces,
  g.missed, g.judge_on as "judgeOn", g.entry_id as entry, g.ended_on as "endedOn",
  g.end_reason as "endReason", g.version`;

export const findAgreement = (
  executor: Executor,
  creditor: CreditorId,
  id: AgreementId,
): Promise<AgreementRow | null> =>
  maybe(
    executor,
    sql<AgreementRow>`select ${AGREEMENT_COLUMNS} from agreement g
        where g.creditor_id = ${creditor} and g.id = ${id}`,
  );

export async function updateApproval(
  executor: Executor,
  creditor: CreditorId,
  id: AgreementId,
  approval: ApprovalId,
): Promise<void> {
  await run(
    executor,
    sql`update agreement set approval_id = ${approval}
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

/** Approved: to be signed by a day, through which its parts rest. */
export async function updateApproved(
  executor: Executor,
  creditor: CreditorId,
  id: AgreementId,
  on: {
    readonly decidedOn: PlainDate;
    readonly signBy: PlainDate;
    readonly restsUntil: PlainDate;
    readonly judgeOn: PlainDate;
  },
): Promise<void> {
  await run(
    executor,
    sql`update agreement set state = 'approved', decided_on = ${on.decidedOn},
          sign_by = ${on.signBy}, rests_until = ${on.restsUntil}, judge_on = ${on.judgeOn},
          version = version + 1
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

/** The document went out to be signed, with the clauses that it has. */
export async function updateIssued(
  executor: Executor,
  creditor: CreditorId,
  id: AgreementId,
  document: string,
  clauses: AgreementClauses,
): Promise<void> {
  await run(
    executor,
    sql`update agreement set document_sha256 = decode(${document}, 'hex'),
          clauses = ${jsonText(clauses)}::jsonb, version = version + 1
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

export type Signature = {
  readonly signedOn: PlainDate;
  readonly signedBy: string;
  readonly signedPosition: string;
  readonly scan: string | null;
  readonly activeOn: PlainDate;
  /** The first day on which its parts rest no more; null: as long as it is active. */
  readonly restsUntil: PlainDate | null;
  readonly judgeOn: PlainDate | null;
};

export async function updateSigned(
  executor: Executor,
  creditor: CreditorId,
  id: AgreementId,
  signed: Signature,
): Promise<void> {
  await run(
    executor,
    sql`update agreement set state = 'active', signed_on = ${signed.signedOn},
          signed_by = ${signed.signedBy}, signed_position = ${signed.signedPosition},
          scan_sha256 = decode(${signed.scan}, 'hex'), active_on = ${signed.activeOn},
          rests_until = ${signed.restsUntil}, judge_on = ${signed.judgeOn},
          version = version + 1
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

export type Followed = {
  readonly state: AgreementState;
  readonly missed: number;
  readonly judgeOn: PlainDate | null;
  /** Null: it has not ended. */
  readonly endedOn: PlainDate | null;
  readonly endReason: string | null;
  readonly entry: EntryId | null;
};

/** How it stands after a look, or a person's decision. */
export async function updateFollowed(
  executor: Executor,
  creditor: CreditorId,
  id: AgreementId,
  now: Followed,
): Promise<void> {
  await run(
    executor,
    sql`update agreement set state = ${now.state}, missed = ${now.missed},
          judge_on = ${now.judgeOn}, ended_on = ${now.endedOn}, end_reason = ${now.endReason},
          entry_id = ${now.entry}, version = version + 1
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

/** Whether another agreement waits to take its place, or has taken it. */
export async function hasSuccessor(
  executor: Executor,
  creditor: CreditorId,
  id: AgreementId,
): Promise<boolean> {
  const { taken } = await one<{ taken: boolean }>(
    executor,
    sql`select exists (select from agreement where creditor_id = ${creditor}
          and replaces_id = ${id} and state not in ('refused', 'withdrawn', 'lapsed')) as taken`,
  );
  return taken;
}

/** Who answers for a customer; null: nobody yet. */
export async function findCustomerOwner(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<UserId | null> {
  const row = await maybe<{ owner: UserId | null }>(
    executor,
    sql`select owner_id as owner from customer
        where creditor_id = ${creditor} and id = ${customer}`,
  );
  return row?.owner ?? null;
}
