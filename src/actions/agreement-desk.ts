/** What proposing an agreement needs: the policy, the calendar, the claims with what is free. */
import { LPR_KNOWN_UNTIL, lprOn } from "../domain/countries/china/lpr.ts";
import type { AgreeableItem, AgreementKind } from "../domain/desk/agreement.ts";
import type { AgreementClauses } from "../domain/desk/agreement-clauses.ts";
import { type Concession, whatItGivesUp } from "../domain/desk/agreement-concessions.ts";
import { type CostRate, costRateOf } from "../domain/desk/agreement-cost.ts";
import {
  type AgreementFacts,
  type AgreementTerms,
  wireAmount,
} from "../domain/desk/agreement-terms.ts";
import type { PlannedInstalment } from "../domain/desk/repayment-plan-schedule.ts";
import { parsePolicy } from "../domain/strategy/policy.ts";
import type { AgreementPolicy } from "../domain/strategy/policy-agreements.ts";
import type { PlainDate, WorkCalendar } from "../domain/values/calendar.ts";
import type { AgreementId, CreditorId, CustomerId, ItemId } from "../domain/values/ids.ts";
import { isPositive, type Money, money } from "../domain/values/money.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { type AgreeableRow, listAgreeableItems, listGuarantees } from "../store/agreeable-items.ts";
import { loadCalendar } from "../store/calendars.ts";
import { findCreditor } from "../store/creditors.ts";
import { findPolicy } from "../store/policies.ts";
import type { Executor } from "../store/sql.ts";

export type AgreementDesk = {
  readonly policy: AgreementPolicy;
  readonly calendar: WorkCalendar;
  readonly costRate: CostRate | null;
  readonly items: readonly AgreeableItem[];
  readonly numbers: ReadonlyMap<ItemId, string>;
  readonly guarantees: readonly string[];
  readonly today: PlainDate;
};

/** Where a rule is asked: a transaction that reads or writes, and its day. */
export type Asked = {
  readonly tx: Executor;
  readonly creditorId: CreditorId;
  readonly today: PlainDate;
};

export type DeskRefusal =
  | { readonly code: "policy_missing" }
  | { readonly code: "creditor_not_found" };

const floor = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

/** An open claim as the rules see it: free is what nothing else speaks for. */
export function agreeable(row: AgreeableRow): AgreeableItem {
  const { id, open, disputed, promised, agreed, currency, dueOn } = row;
  const free = floor(open - disputed - promised - agreed);
  return { id, dueOn, open: money(open, currency), free: money(free, currency) };
}

/** Loads the desk; `replaced`: the agreement whose parts are free again for the new one. */
export async function loadAgreementDesk(
  { tx, creditorId, today }: Asked,
  customer: CustomerId,
  replaced: AgreementId | null,
): Promise<Result<AgreementDesk, DeskRefusal>> {
  const creditor = await findCreditor(tx, creditorId);
  if (creditor === null) return refuse({ code: "creditor_not_found" });
  const stored = await findPolicy(tx, creditorId);
  const parsed = stored === null ? null : parsePolicy(stored.body);
  if (parsed === null || !parsed.ok) return refuse({ code: "policy_missing" });
  const { agreements: policy } = parsed.value;
  const found = await listAgreeableItems(tx, creditorId, customer, replaced);
  return ok({
    policy,
    calendar: await loadCalendar(tx, creditor.country),
    costRate: costRateOf(policy.costRate, today, lprOn, LPR_KNOWN_UNTIL),
    items: found.map(agreeable),
    numbers: new Map(found.map(({ id, number }) => [id, number])),
    guarantees: await listGuarantees(tx, creditorId, customer),
    today,
  });
}

export type DraftItem = {
  readonly item: ItemId;
  readonly amount: Money;
  readonly open: Money;
  readonly dueOn: PlainDate;
  readonly newDueOn: PlainDate | null;
  readonly forgiven: Money | null;
};

/** An offer as it was judged: what a preview shows and a proposal stores. */
export type AgreementDraft = {
  readonly kind: AgreementKind;
  readonly amount: Money;
  readonly interest: Money;
  readonly forgiven: Money;
  readonly lastOn: PlainDate;
  readonly days: number;
  readonly items: readonly DraftItem[];
  readonly instalments: readonly PlannedInstalment[];
  readonly terms: AgreementTerms;
  readonly facts: AgreementFacts;
  readonly clauses: AgreementClauses;
  readonly reason: string;
  readonly concessions: readonly Concession[];
  readonly replaces: AgreementId | null;
};

/** What the document of a draft would give up. */
export const concessionsOf = (
  desk: AgreementDesk,
  draft: Omit<AgreementDraft, "concessions">,
): readonly Concession[] =>
  whatItGivesUp({
    kind: draft.kind,
    clauses: draft.clauses,
    statesInterest: isPositive(draft.interest),
    forgiven: isPositive(draft.forgiven) ? wireAmount(draft.forgiven) : null,
    parts: draft.items.map(({ item, dueOn, newDueOn }) => ({
      number: desk.numbers.get(item) ?? "",
      dueOn,
      newDueOn,
    })),
    guarantees: desk.guarantees,
    today: desk.today,
  });
