/** Ids: UUIDv7 text, branded by what they name. `perform` hands new ones out. */
import type { Brand } from "./brand.ts";
import { ok, type Result, refuse } from "./result.ts";

export type CreditorId = Brand<string, "CreditorId">;
export type CustomerId = Brand<string, "CustomerId">;
export type ContactId = Brand<string, "ContactId">;
export type ContractId = Brand<string, "ContractId">;
export type ItemId = Brand<string, "ItemId">;
export type EntryId = Brand<string, "EntryId">;
export type PlanStepId = Brand<string, "PlanStepId">;
export type MessageId = Brand<string, "MessageId">;
export type PromiseId = Brand<string, "PromiseId">;
export type DisputeId = Brand<string, "DisputeId">;
export type HoldId = Brand<string, "HoldId">;
export type ImportId = Brand<string, "ImportId">;
export type BankStatementId = Brand<string, "BankStatementId">;
export type BankLineId = Brand<string, "BankLineId">;
export type ReceiptId = Brand<string, "ReceiptId">;
export type ApplicationId = Brand<string, "ApplicationId">;
export type PayerAliasId = Brand<string, "PayerAliasId">;
export type ReceiptClaimId = Brand<string, "ReceiptClaimId">;
export type ReturnedPaymentId = Brand<string, "ReturnedPaymentId">;
export type RefundId = Brand<string, "RefundId">;
export type BankNoticeId = Brand<string, "BankNoticeId">;
export type BillId = Brand<string, "BillId">;
export type CaseId = Brand<string, "CaseId">;
export type GroupId = Brand<string, "GroupId">;
export type TeamId = Brand<string, "TeamId">;
export type SubstitutionId = Brand<string, "SubstitutionId">;
export type OwnerChangeId = Brand<string, "OwnerChangeId">;
export type TaskId = Brand<string, "TaskId">;
export type ApprovalId = Brand<string, "ApprovalId">;
export type AgreementId = Brand<string, "AgreementId">;
export type ComplaintId = Brand<string, "ComplaintId">;
export type ContactLogId = Brand<string, "ContactLogId">;
export type AttachmentId = Brand<string, "AttachmentId">;
export type VisitId = Brand<string, "VisitId">;
export type MeetingId = Brand<string, "MeetingId">;
export type UserId = Brand<string, "UserId">;

export type IdRefusal = { readonly code: "id_malformed"; readonly text: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id that came over the wire; anything that is no UUID is refused before it meets SQL. */
export const parseId = <Id extends Brand<string, string>>(text: string): Result<Id, IdRefusal> =>
  UUID.test(text) ? ok(text as Id) : refuse({ code: "id_malformed", text });

const hex = (value: bigint, width: number): string => value.toString(16).padStart(width, "0");

/**
 * A UUIDv7 (RFC 9562 §5.7) of a moment in milliseconds since 1970 and 74 random bits, so that ids
 * sort by when they were made. The moment and the chance come from outside: this file has neither.
 */
export function uuidV7(millisecond: number, random: bigint): string {
  const time = hex(BigInt(millisecond), 12);
  const high = hex((random >> 62n) & 0xfffn, 3);
  const low = hex(0x8000000000000000n | (random & 0x3fffffffffffffffn), 16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low.slice(0, 4)}-${low.slice(4)}`;
}
