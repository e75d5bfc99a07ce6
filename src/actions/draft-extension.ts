/** Drafts an extension: new due days judged against the policy, with what they cost and move. */
import type { AgreementClauses } from "../domain/desk/agreement-clauses.ts";
import { extensionCost } from "../domain/desk/agreement-cost.ts";
import { frozenTerms, wireCost } from "../domain/desk/agreement-terms.ts";
import {
  type Extension,
  type ExtensionOffer,
  type ExtensionRefusal,
  judgeExtension,
  newLimitation,
} from "../domain/desk/extension.ts";
import type { RiskFact } from "../domain/desk/repayment-plan-risk.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { zero } from "../domain/values/money.ts";
import { ok, type Result } from "../domain/values/result.ts";
import {
  type AgreementDesk,
  type AgreementDraft,
  type Asked,
  concessionsOf,
  type DeskRefusal,
  loadAgreementDesk,
} from "./agreement-desk.ts";

export type ExtensionInput = ExtensionOffer & {
  readonly reason: string;
  readonly clauses: AgreementClauses;
};

/** Each item's new day and when limitation then runs out at the earliest: for who decides. */
const factsOf = ({ parts }: Extension, { numbers }: AgreementDesk): readonly RiskFact[] =>
  parts.map(({ item, dueOn, newDueOn }) => ({
    weight: 0,
    fact: {
      ...{ code: "due_day_moves", number: numbers.get(item) ?? "" },
      ...{ from: dueOn, to: newDueOn, limitationOn: newLimitation(newDueOn) },
    },
  }));

/** What the extension would come to now; nothing is written. */
export async function draftExtension(
  asked: Asked,
  customer: CustomerId,
  input: ExtensionInput,
): Promise<Result<AgreementDraft, ExtensionRefusal | DeskRefusal>> {
  const loaded = await loadAgreementDesk(asked, customer, null);
  if (!loaded.ok) return loaded;
  const desk = loaded.value;
  const judged = judgeExtension(input, desk.items, desk.policy, asked.today);
  if (!judged.ok) return judged;
  const extension = judged.value;
  const { costRate } = desk;
  const cost = costRate === null ? null : extensionCost(extension.parts, costRate, asked.today);
  const none = zero(extension.amount.currency);
  const draft = {
    kind: "extension",
    ...{ amount: extension.amount, interest: none, forgiven: none },
    ...{ lastOn: extension.lastOn, days: extension.days, instalments: [] },
    items: extension.parts.map((part) => ({ ...part, forgiven: null })),
    terms: frozenTerms(desk.policy, null, asked.today),
    facts: { risk: factsOf(extension, desk), cost: wireCost(cost) },
    ...{ clauses: input.clauses, reason: input.reason, replaces: null },
  } as const;
  return ok({ ...draft, concessions: concessionsOf(desk, draft) });
}
