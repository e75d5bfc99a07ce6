/** The audit: who did what, when, with what outcome. Append-only. */
import type { Instant } from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { type Executor, jsonText, maybe, run, sql } from "./sql.ts";

export type AuditEntry = {
  readonly creditorId: CreditorId | null;
  readonly at: Instant;
  readonly actor: string;
  readonly action: string;
  readonly input: unknown;
  readonly outcome: unknown;
  readonly key: string | null;
};

export async function insertAuditEntry(executor: Executor, entry: AuditEntry): Promise<void> {
  const { creditorId, at, actor, action, input, outcome, key } = entry;
  await run(
    executor,
    sql`insert into audit_entry (creditor_id, at, actor, action, input, outcome, idempotency_key)
        values (${creditorId}, ${at}, ${actor}, ${action}, ${jsonText(input ?? null)},
                ${jsonText(outcome ?? null)}, ${key})`,
  );
}

/** What the same action with the same key answered before, or null when it is new. */
export async function findAuditedOutcome<Value>(
  executor: Executor,
  creditorId: CreditorId | null,
  action: string,
  key: string,
): Promise<Value | null> {
  const row = await maybe<{ outcome: Value }>(
    executor,
    sql`select outcome from audit_entry
        where creditor_id is not distinct from ${creditorId}::uuid
          and action = ${action} and idempotency_key = ${key}`,
  );
  return row === null ? null : row.outcome;
}
