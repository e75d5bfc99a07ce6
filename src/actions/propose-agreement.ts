/** Stores a drafted agreement and asks for its approval, inside the action that judged it. */
import type { AgreementKind } from "../domain/desk/agreement.ts";
import { wireAmount } from "../domain/desk/agreement-terms.ts";
import type { ApprovalRefusal } from "../domain/desk/approval.ts";
import type { TaskReason } from "../domain/desk/task.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { AgreementId, CustomerId } from "../domain/values/ids.ts";
import { ok, type Result } from "../domain/values/result.ts";
import { insertAgreementItems, insertInstalments } from "../store/agreement-items.ts";
import { insertAgreement, takeAgreementNumber, updateApproval } from "../store/agreements.ts";
import type { Context } from "./action.ts";
import type { AgreementDraft } from "./agreement-desk.ts";
import { noteAgreement } from "./note-agreement.ts";
import { openApproval } from "./open-approval.ts";

export type Proposed = {
  readonly id: AgreementId;
  readonly number: string;
  readonly state: "proposed";
};

const PREFIX: Readonly<Record<AgreementKind, string>> = {
  repayment_plan: "HKJH",
  extension: "ZQ",
  discount: "YH",
};

/** "HKJH20260401-0012": the kind, the day, the creditor's own running number. */
const agreementNumber = (kind: AgreementKind, day: PlainDate, count: bigint): string =>
  `${PREFIX[kind]}${day.replaceAll("-", "")}-${count.toString().padStart(4, "0")}`;

/** What the decider must see: the figures in short, then risk, cost, what it gives up. */
function approvalFacts(draft: AgreementDraft, number: string): readonly TaskReason[] {
  const { kind, amount, interest, forgiven, lastOn, days, instalments, facts } = draft;
  const first = instalments[0];
  const summary = {
    code: `${kind}_summary`,
    number,
    amount: wireAmount(amount),
    interest: wireAmount(interest),
    forgiven: wireAmount(forgiven),
    lastOn,
    days,
    parts: instalments.length,
    first: first === undefined ? null : wireAmount(first.amount),
  };
  const cost: readonly TaskReason[] =
    facts.cost === null ? [] : [{ code: "agreement_cost", ...facts.cost }];
  const risk = facts.risk.map(({ weight, fact }) => ({ ...fact, weight }));
  return [summary, ...cost, ...risk, ...draft.concessions];
}

async function store(
  { tx, creditorId, today, now, actor }: Context,
  customer: CustomerId,
  id: AgreementId,
  number: string,
  draft: AgreementDraft,
): Promise<void> {
  const { amount, interest, forgiven } = draft;
  await insertAgreement(tx, creditorId, {
    ...{ id, customer, number, kind: draft.kind, currency: amount.currency },
    ...{ amount: amount.minor, interest: interest.minor, forgiven: forgiven.minor },
    ...{ lastOn: draft.lastOn, days: draft.days, reason: draft.reason },
    ...{ terms: draft.terms, facts: draft.facts, clauses: draft.clauses },
    ...{ proposedOn: today, proposedAt: now, proposedBy: actor.name, proposedById: actor.user },
    replaces: draft.replaces,
  });
  const items = draft.items.map((part) => ({
    item: part.item,
    amount: part.amount.minor,
    openWhenMade: part.open.minor,
    oldDueOn: part.dueOn,
    newDueOn: part.newDueOn,
    forgiven: part.forgiven?.minor ?? 0n,
    billed: false,
  }));
  await insertAgreementItems(tx, creditorId, id, items);
  const instalments = draft.instalments.map(({ place, dueOn, ...part }) => ({
    ...{ place, dueOn, amount: part.amount.minor, interest: part.interest.minor },
  }));
  if (instalments.length > 0) await insertInstalments(tx, creditorId, id, instalments);
}

/** Stores the draft as proposed and asks whoever the policy names; the customer is locked. */
export async function proposeAgreement(
  context: Context,
  customer: CustomerId,
  draft: AgreementDraft,
): Promise<Result<Proposed, ApprovalRefusal>> {
  const { tx, creditorId, today, newId } = context;
  const id = newId<AgreementId>();
  const count = await takeAgreementNumber(tx, creditorId);
  const number = agreementNumber(draft.kind, today, count);
  await store(context, customer, id, number, draft);
  const opened = await openApproval(context, {
    kind: draft.kind,
    customer,
    subject: id,
    amount: draft.amount,
    days: draft.days,
    facts: approvalFacts(draft, number),
    reason: draft.reason,
  });
  if (!opened.ok) return opened;
  await updateApproval(tx, creditorId, id, opened.value.id);
  await noteAgreement(context, id, "proposed", [
    { code: "agreement_proposed", reason: draft.reason, roles: opened.value.roles },
  ]);
  return ok({ id, number, state: "proposed" });
}
