/** The cash section of the policy in force. */
import { CAREFUL_RULES } from "../domain/cash/cash-rules.ts";
import type { CashRules } from "../domain/cash/matching/match.ts";
import { type CashPolicy, parsePolicy } from "../domain/strategy/policy.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { findPolicy } from "../store/policies.ts";
import type { Executor } from "../store/sql.ts";

/** What the policy says of cash; careful rules where none is published. */
export async function loadCashPolicy(tx: Executor, creditor: CreditorId): Promise<CashPolicy> {
  const stored = await findPolicy(tx, creditor);
  const policy = stored === null ? null : parsePolicy(stored.body);
  if (policy?.ok === true) return policy.value.cash;
  return { ...CAREFUL_RULES, appropriation: "statutory", deductions: "open" };
}

/** What the policy lets cash application do. */
export const loadCashRules = (tx: Executor, creditor: CreditorId): Promise<CashRules> =>
  loadCashPolicy(tx, creditor);
