/** Accepts a proposal of matching: whatever the line is, the right thing is done with it. */
import { judgeLine } from "../domain/cash/matching/judge-line.ts";
import type { MatchJudgement, Proposal } from "../domain/cash/matching/match.ts";
import { openMatchBook } from "../domain/cash/matching/match-book.ts";
import {
  ACCEPTING,
  comingIntoQuestion,
  isAsSeen,
  itemsNamed,
  outdatedItems,
  type SeenProposal,
  stillHolds,
} from "../domain/cash/proposals-now.ts";
import { returnKindOf } from "../domain/cash/returned-payment.ts";
import { wishOf } from "../domain/cash/settle-receipt.ts";
import { readJudgement } from "../domain/cash/stored-judgement.ts";
import type { ApplicationId, BankLineId, ReceiptId } from "../domain/values/ids.ts";
import { negate } from "../domain/values/money.ts";
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import { listApprovedRefunds } from "../store/approved-refunds.ts";
import { type FoundLine, findBankLine } from "../store/bank-lines.ts";
import { listWaitingLines } from "../store/match-rows.ts";
import { loadMatchValues } from "../store/match-values.ts";
import { listSettlementItems } from "../store/settlement-items.ts";
import { type Context, defineAction } from "./action.ts";
import { disputeRest } from "./apply-cash.ts";
import { type ApplyRefusal, applyReceipt } from "./apply-receipt.ts";
import { type IgnoreRefusal, leaveOut } from "./ignore-line.ts";
import { loadCashPolicy, loadCashRules } from "./load-cash-rules.ts";
import { type PayRefundRefusal, refundPaid } from "./pay-refund.ts";
import type { RaiseDisputeRefusal } from "./raise-dispute.ts";
import { type ReturnReceiptRefusal, returnReceipt } from "./return-receipt.ts";

export type AcceptProposal = {
  readonly line: BankLineId;
  /** From 1. */
  readonly rank: number;
  readonly learn: boolean;
  /** What the person saw; null: whatever was stored. */
  readonly seen: SeenProposal | null;
};

export type Accepted = {
  readonly application: ApplicationId | null;
  readonly receipt: ReceiptId | null;
  readonly line: BankLineId;
};

export type AcceptRefusal =
  | ApplyRefusal
  | RaiseDisputeRefusal
  | IgnoreRefusal
  | ReturnReceiptRefusal
  | PayRefundRefusal
  | { readonly code: "proposal_outdated"; readonly items: readonly string[] }
  | { readonly code: "proposal_has_no_customer" }
  | { readonly code: "reversed_line_has_no_receipt" }
  | { readonly code: "refund_not_approved" }
  | { readonly code: "not_permitted"; readonly permission: string };

type Doing = { readonly context: Context; readonly line: FoundLine; readonly learn: boolean };
type Done = Promise<Result<Accepted, AcceptRefusal>>;

export const acceptProposal = defineAction<AcceptProposal, Accepted, AcceptRefusal>({
  name: "accept_proposal",
  permission: "cash:apply",
  async run(context, { line: id, rank, learn, seen }) {
    const line = await findBankLine(context.tx, context.creditorId, id);
    if (line === null) return refuse({ code: "line_not_found" });
    if (line.state !== "open") return refuse({ code: "line_not_open" });
    const found = await proposalNow(context, line, rank, seen);
    if (!found.ok) return found;
    const permission = ACCEPTING[found.value.what];
    if (!context.actor.permissions.has(permission)) {
      return refuse({ code: "not_permitted", permission });
    }
    return carryOut({ context, line, learn }, found.value);
  },
});

/**
 * The proposal of this rank, as the book stands now. Where something that was stored has changed,
 * the line is judged anew as the desk shows it; accepting then has to say what was seen.
 */
async function proposalNow(
  context: Context,
  line: FoundLine,
  rank: number,
  seen: SeenProposal | null,
): Promise<Result<Proposal, AcceptRefusal>> {
  const { tx, creditorId } = context;
  const stored = readJudgement(line.judgement);
  const items = await listSettlementItems(tx, creditorId, itemsNamed(stored?.proposals ?? []));
  const open = new Map(items.map((item) => [item.id, item]));
  const chosen = stored?.proposals[rank - 1];
  const changed = chosen === undefined ? [] : outdatedItems(chosen, open);
  const outdated = {
    code: "proposal_outdated" as const,
    items: changed.flatMap((item) => open.get(item)?.number ?? []),
  };
  const holds = stillHolds(stored, open, line.customer);
  if (!holds && seen === null) return refuse(outdated);
  const { proposals } = holds ? stored : await judgeAnew(context, line, stored);
  const proposal = proposals[rank - 1];
  if (proposal === undefined) return refuse(outdated);
  return seen === null || isAsSeen(proposal, seen) ? ok(proposal) : refuse(outdated);
}

/** Judges one line against the customers that come into question for it. */
async function judgeAnew(
  { tx, creditorId }: Context,
  line: FoundLine,
  stored: MatchJudgement | null,
): Promise<MatchJudgement> {
  const [waiting] = await listWaitingLines(tx, creditorId, [line.id]);
  assert(waiting !== undefined, "an open line waits");
  const items = waiting.receipt?.itemId ?? null;
  const values = await loadMatchValues(tx, creditorId, {
    from: line.bookedOn,
    whose: comingIntoQuestion(stored, line.customer),
    without: { lines: [line.id], items: items === null ? [] : [items] },
  });
  const rules = await loadCashRules(tx, creditorId);
  return judgeLine(openMatchBook(values), waiting.line, rules);
}

function carryOut(doing: Doing, proposal: Proposal): Done {
  switch (proposal.what) {
    case "receipt":
      return apply(doing, proposal);
    case "return":
      return takeBack(doing, proposal);
    case "refund":
      return payRefund(doing, proposal);
    case "duplicate":
    case "not_receivable":
      return ignore(doing, proposal);
    case "unidentified":
      return Promise.resolve(refuse({ code: "proposal_has_no_customer" }));
  }
}

async function apply({ context, line, learn }: Doing, proposal: Proposal): Done {
  const { customerId: customer, confidence, because } = proposal;
  const { receipt } = line;
  if (customer === null) return refuse({ code: "proposal_has_no_customer" });
  if (receipt === null) return refuse({ code: "receipt_not_found" });
  const wish = wishOf(proposal, line.amount);
  const how = { reason: null, learn, whileWaiting: true, confidence, because };
  const applied = await applyReceipt(context, { receipt, customer, wish, ...how });
  if (!applied.ok) return applied;
  const { application, money } = applied.value;
  const accepted = { application, receipt, line: line.id };
  if (proposal.shortfall?.kind !== "deduction") return ok(accepted);
  const { deductions } = await loadCashPolicy(context.tx, context.creditorId);
  if (deductions === "open") return ok(accepted);
  const disputed = await disputeRest(context, customer, application, money, {
    reason: "other",
    note: line.remark,
  });
  return disputed.ok ? ok(accepted) : disputed;
}

async function ignore({ context, line }: Doing, { duplicateOf, because }: Proposal): Done {
  const left = await leaveOut(context, { id: line.id, duplicateOf, because });
  return left.ok ? ok({ application: null, receipt: line.receipt, line: line.id }) : left;
}

async function takeBack({ context, line }: Doing, { reverses }: Proposal): Done {
  const { tx, creditorId } = context;
  const reversed = reverses === null ? null : await findBankLine(tx, creditorId, reverses);
  const receipt = reversed?.receipt ?? null;
  if (reversed === null || receipt === null) {
    return refuse({ code: "reversed_line_has_no_receipt" });
  }
  const { bookedOn: returnedOn, id: bankLine, returned } = line;
  const offer = { kind: returnKindOf(reversed.method), returnedOn, amount: negate(line.amount) };
  const told = { reasonCode: returned?.code ?? null, reasonText: returned?.text ?? line.remark };
  const charge = { charge: null, claimCharge: false };
  const done = await returnReceipt(context, { receipt, ...offer, ...told, ...charge, bankLine });
  return done.ok ? ok({ application: null, receipt, line: bankLine }) : done;
}

async function payRefund({ context, line }: Doing, { customerId }: Proposal): Done {
  const { tx, creditorId } = context;
  if (customerId === null) return refuse({ code: "proposal_has_no_customer" });
  const amount = negate(line.amount);
  const [refund] = await listApprovedRefunds(tx, creditorId, customerId, amount);
  if (refund === undefined) return refuse({ code: "refund_not_approved" });
  const { bookedOn: on, id: bankLine } = line;
  const paid = await refundPaid(context, { id: refund.id, on, bankLine });
  return paid.ok ? ok({ application: null, receipt: null, line: bankLine }) : paid;
}
