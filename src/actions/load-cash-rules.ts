/** The cash section of the policy in force. */
import { CAREFUL_RULES } from "../domain/cash/cash-rules.ts";
import type { CashRules } from "../domain/cash/match.ts";
import { parsePolicy } from "../domain/strategy/policy.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { findPolicy } from "../store/policies.ts";
import type { Executor } from "../store/sql.ts";

/** What the policy lets cash application do; careful rules where none is published. */
export async function loadCashRules(tx: Executor, creditor: CreditorId): Promise<CashRules> {
  const stored = await findPolicy(tx, creditor);
  const policy = stored === null ? null : parsePolicy(stored.body);
  return policy?.ok === true ? policy.value.cash : CAREFUL_RULES;
}
