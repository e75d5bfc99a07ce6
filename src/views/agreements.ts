/** Agreements: a window of the list, and one with its history and what may be done. */
import type { AgreementKind, AgreementState } from "../domain/desk/agreement.ts";
import { AGREEMENT_STATES, moved } from "../domain/desk/agreement.ts";
import { whatItGivesUp } from "../domain/desk/agreement-concessions.ts";
import { wireAmount } from "../domain/desk/agreement-terms.ts";
import { judgeIssue } from "../domain/desk/issue.ts";
import { judgeReplaced } from "../domain/desk/renegotiation.ts";
import { judgeSignature } from "../domain/desk/signature.ts";
import type { AgreementId, CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { listGuarantees } from "../store/agreeable-items.ts";
import { listAgreementEvents } from "../store/agreement-events.ts";
import {
  type AgreementLineRow,
  countAgreements,
  findAgreementLine,
  findApprovalOf,
  findSuccessor,
  listAgreementCounts,
  listAgreementLines,
  listPlanSums,
  type SuccessorRow,
} from "../store/agreement-rows.ts";
import { loadSeen, type SeenAgreement, shownInstalment, shownLine } from "./agreement-line.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { verdict } from "./windowed.ts";

export type AgreementsQuery = {
  readonly kind?: AgreementKind | undefined;
  readonly state?: AgreementState | "draft" | undefined;
  readonly live?: "true" | "false" | undefined;
  readonly late?: "true" | "false" | undefined;
  readonly customer?: CustomerId | undefined;
  readonly search?: string | undefined;
  readonly offset: number;
  readonly size: number;
};

/** A window, the count of each state, the sums of the plans that run. */
export async function viewAgreements(sight: Sight, query: AgreementsQuery) {
  const { tx, creditor, today } = sight;
  const wanted = {
    kind: query.kind ?? null,
    state: query.state === undefined || query.state === "draft" ? null : query.state,
    live: query.live === "true",
    late: query.late === "true",
    customer: query.customer ?? null,
    search: query.search?.trim() || null,
  };
  const lines = await listAgreementLines(tx, creditor.id, wanted, today, query);
  const seen = await loadSeen(sight, lines);
  const counts = await listAgreementCounts(tx, creditor.id, wanted, today);
  const sums = await listPlanSums(tx, creditor.id, wanted, today);
  const countOf = (state: AgreementState) => counts.find((one) => one.state === state)?.count ?? 0;
  return {
    rows: seen.map((one) => shownLine(one, today)),
    total: await countAgreements(tx, creditor.id, wanted, today),
    counts: {
      draft: 0,
      ...(Object.fromEntries(AGREEMENT_STATES.map((state) => [state, countOf(state)])) as Record<
        AgreementState,
        number
      >),
    },
    sums: sums.map(({ currency, open, late }) => ({
      open: money(open, currency),
      late: money(late, currency),
    })),
  };
}

/** What may be done to it now by who looks, with the reason where it may not. */
function verbsOf(sight: Sight, row: AgreementLineRow, successor: SuccessorRow | null) {
  const propose = sight.may("agreement:propose");
  const conclude = sight.may("agreement:conclude");
  const signedOn = row.decidedOn ?? sight.today;
  return {
    // what it would give up is asked in the dialog
    issue: both(propose, verdict(judgeIssue(row, [], true))),
    sign: both(conclude, verdict(judgeSignature(row, signedOn, sight.today))),
    withdraw: both(propose, verdict(moved(row.state, "withdrawn"))),
    accelerate: both(conclude, verdict(moved(row.state, "accelerated"))),
    renegotiate: both(propose, verdict(judgeReplaced(row, row.customer, successor !== null))),
  };
}

async function concessionsOf({ tx, creditor, today }: Sight, { row, items }: SeenAgreement) {
  const { kind, clauses, interest, forgiven, currency, customer } = row;
  return whatItGivesUp({
    ...{ kind, clauses, today, statesInterest: interest > 0n },
    forgiven: forgiven > 0n ? wireAmount(money(forgiven, currency)) : null,
    parts: items
      .filter(({ billed }) => !billed)
      .map(({ number, oldDueOn, newDueOn }) => ({ number, dueOn: oldDueOn, newDueOn })),
    guarantees: await listGuarantees(tx, creditor.id, customer),
  });
}

const shownItems = ({ row: { currency }, items, settled }: SeenAgreement) =>
  items.map((part, at) => ({
    ...{ id: part.item, number: part.number, billed: part.billed },
    amount: money(part.amount, currency),
    settled: money(settled[at] ?? 0n, currency),
    ...{ oldDueOn: part.oldDueOn, newDueOn: part.newDueOn },
    forgiven: money(part.forgiven, currency),
  }));

const linked = (row: SuccessorRow | null) =>
  row === null ? null : { id: row.id, number: row.number, state: row.state };

/** One agreement; null when there is none, or none in reach. */
export async function viewAgreement(sight: Sight, id: AgreementId) {
  const { tx, creditor, today } = sight;
  const row = await findAgreementLine(tx, creditor.id, id);
  if (row === null) return null;
  const [seen] = await loadSeen(sight, [row]);
  if (seen === undefined) return null;
  const successor = await findSuccessor(tx, creditor.id, id);
  const replaced =
    row.replaces === null ? null : await findAgreementLine(tx, creditor.id, row.replaces);
  return {
    ...shownLine(seen, today),
    reason: row.reason,
    items: shownItems(seen),
    instalments: seen.instalments.map((one) => shownInstalment(one, row.currency, today)),
    ...{ risk: row.facts.risk, cost: row.facts.cost, clauses: row.clauses },
    concessions: await concessionsOf(sight, seen),
    approval: await findApprovalOf(tx, creditor.id, row.approval),
    ...{ signedOn: row.signedOn, signedBy: row.signedBy, signedPosition: row.signedPosition },
    ...{ issued: row.document !== null, hasScan: row.scan !== null, endReason: row.endReason },
    replaces: linked(replaced),
    replacedBy: linked(successor),
    events: await listAgreementEvents(tx, creditor.id, id),
    can: verbsOf(sight, row, successor),
  };
}
