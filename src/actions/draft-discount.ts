/** Drafts a discount for early payment: what is given up, and what that comes to in a year. */
import type { AgreementClauses } from "../domain/desk/agreement-clauses.ts";
import { discountCost } from "../domain/desk/agreement-cost.ts";
import { frozenTerms, wireCost } from "../domain/desk/agreement-terms.ts";
import {
  type DiscountOffer,
  type DiscountRefusal,
  judgeDiscount,
} from "../domain/desk/early-discount.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { zero } from "../domain/values/money.ts";
import { ok, type Result } from "../domain/values/result.ts";
import {
  type AgreementDraft,
  type Asked,
  concessionsOf,
  type DeskRefusal,
  loadAgreementDesk,
} from "./agreement-desk.ts";

export type DiscountInput = DiscountOffer & {
  readonly reason: string;
  readonly clauses: AgreementClauses;
};

/** What the discount would come to now; nothing is written. */
export async function draftDiscount(
  asked: Asked,
  customer: CustomerId,
  input: DiscountInput,
): Promise<Result<AgreementDraft, DiscountRefusal | DeskRefusal>> {
  const loaded = await loadAgreementDesk(asked, customer, null);
  if (!loaded.ok) return loaded;
  const desk = loaded.value;
  const judged = judgeDiscount(input, desk.items, desk.policy, asked.today);
  if (!judged.ok) return judged;
  const { parts, amount, forgiven, payBy, days } = judged.value;
  const { costRate } = desk;
  const cost = costRate === null ? null : discountCost(parts, forgiven, payBy, costRate);
  const draft = {
    kind: "discount",
    ...{ amount, forgiven, interest: zero(amount.currency), days, lastOn: payBy },
    instalments: [],
    items: parts.map((part) => ({ ...part, newDueOn: null })),
    terms: frozenTerms(desk.policy, null, asked.today),
    facts: { risk: [], cost: wireCost(cost) },
    ...{ clauses: input.clauses, reason: input.reason, replaces: null },
  } as const;
  return ok({ ...draft, concessions: concessionsOf(desk, draft) });
}
