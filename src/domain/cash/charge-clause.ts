/** The charge clause: the contract's words by which the customer bears a bank's return charge. */
import type { ContractId } from "../values/ids.ts";

export type ChargeContract = {
  readonly id: ContractId;
  readonly number: string;
  /** Null: the contract says nothing of it. */
  readonly clause: string | null;
};

export type ChargeClause = { readonly contract: string; readonly text: string };

/**
 * The clause that covers a returned payment: of the contracts whose claims it settled, or, where
 * those claims name none, of the customer's only contract. Another contract's words bind nobody
 * here, and where several are possible nothing is claimed.
 */
export function chargeClauseOf(
  contracts: readonly ChargeContract[],
  settled: ReadonlySet<ContractId>,
): ChargeClause | null {
  const covering = contracts.filter(({ id }) => settled.size === 0 || settled.has(id));
  const [only, ...others] = covering;
  if (only === undefined || others.length > 0) return null;
  const text = only.clause?.trim() || null;
  return text === null ? null : { contract: only.number, text };
}
