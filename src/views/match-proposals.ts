/** A line's proposals as the book stands now, with names, numbers and what is open. */
import { CAREFUL_RULES } from "../domain/cash/cash-rules.ts";
import { judgeLine } from "../domain/cash/matching/judge-line.ts";
import type { MatchAllocation, MatchJudgement, Proposal } from "../domain/cash/matching/match.ts";
import { openMatchBook } from "../domain/cash/matching/match-book.ts";
import {
  ACCEPTING,
  comingIntoQuestion,
  itemsNamed,
  stillHolds,
} from "../domain/cash/proposals-now.ts";
import { leaveDeductionOpen } from "../domain/cash/settlement-deduction.ts";
import { readJudgement } from "../domain/cash/stored-judgement.ts";
import type { BankLineId, ItemId } from "../domain/values/ids.ts";
import { type Money, money } from "../domain/values/money.ts";
import { type BankLineRow, listBankLineRows } from "../store/bank-line-rows.ts";
import { listWaitingLines } from "../store/match-rows.ts";
import { loadMatchValues } from "../store/match-values.ts";
import { listCustomerBriefs } from "../store/open-claims.ts";
import { type LockedItem, listSettlementItems } from "../store/settlement-items.ts";
import type { Sight } from "./look.ts";
import { loadPolicy } from "./policy-in-force.ts";

/** What was stored where it still holds; otherwise judged anew among those in question. */
export async function judgementNow(sight: Sight, row: BankLineRow): Promise<MatchJudgement | null> {
  if (row.state !== "open") return null;
  const { tx, creditor } = sight;
  const stored = readJudgement(row.judgement);
  const items = await listSettlementItems(tx, creditor.id, itemsNamed(stored?.proposals ?? []));
  const open = new Map(items.map((item) => [item.id, item]));
  if (stillHolds(stored, open, row.customer)) return stored;
  const [waiting] = await listWaitingLines(tx, creditor.id, [row.id]);
  if (waiting === undefined) return null;
  const own = waiting.receipt?.itemId ?? null;
  const values = await loadMatchValues(tx, creditor.id, {
    from: row.bookedOn,
    whose: comingIntoQuestion(stored, row.customer),
    without: { lines: [row.id], items: own === null ? [] : [own] },
  });
  const rules = (await loadPolicy(tx, creditor.id))?.policy.cash ?? CAREFUL_RULES;
  return judgeLine(openMatchBook(values), waiting.line, rules);
}

/** What proposals name, by id. */
async function loadNamed({ tx, creditor }: Sight, proposals: readonly Proposal[]) {
  const items = await listSettlementItems(tx, creditor.id, itemsNamed(proposals));
  const ids = new Set(proposals.flatMap(({ customerId }) => customerId ?? []));
  const customers = await listCustomerBriefs(tx, creditor.id, [...ids]);
  const named = proposals.flatMap(({ duplicateOf, reverses }) => [
    ...(duplicateOf === null ? [] : [duplicateOf]),
    ...(reverses === null ? [] : [reverses]),
  ]);
  const lines = await listBankLineRows(tx, creditor.id, [...new Set(named)]);
  return {
    items: new Map(items.map((item) => [item.id, item])),
    customers: new Map(customers.map((customer) => [customer.id, customer])),
    lines: new Map(lines.map((line) => [line.id, line])),
  };
}

type NamedThings = Awaited<ReturnType<typeof loadNamed>>;

const lineBrief = ({ lines }: NamedThings, id: BankLineId | null) => {
  const line = id === null ? undefined : lines.get(id);
  if (line === undefined) return null;
  const { bookedOn, payerName, remark, minor, currency } = line;
  return { id: line.id, bookedOn, amount: money(minor, currency), payerName, remark };
};

const allocated = (
  { items }: NamedThings,
  all: readonly MatchAllocation[],
  heldBack: ReadonlyMap<ItemId, Money>,
) =>
  all.flatMap(({ itemId, amount }) => {
    const item: LockedItem | undefined = items.get(itemId);
    if (item === undefined) return [];
    const { number, dueOn, open } = item;
    return [{ item: itemId, number, dueOn, open, amount, heldBack: heldBack.get(itemId) ?? null }];
  });

/** What accepting would leave open of each claim, since the customer held it back. */
function heldBackOf({ items }: NamedThings, { allocations, shortfall }: Proposal) {
  const claims = allocations.flatMap(({ itemId, amount }) => {
    const item = items.get(itemId);
    return item === undefined ? [] : [{ item, amount, paid: amount }];
  });
  const deducted = leaveDeductionOpen(claims, shortfall, null);
  const residual = deducted.ok ? deducted.value.residual : [];
  return new Map(residual.map(({ itemId, amount }) => [itemId, amount]));
}

/** Why a proposal can't simply be accepted; null: nothing stands in the way. */
function refusalOf(proposal: Proposal) {
  const { what, customerId } = proposal;
  const nobody = what === "unidentified" || (what === "receipt" && customerId === null);
  return nobody ? { code: "proposal_has_no_customer" } : null;
}

/** Accepting is applying cash, and whatever else the proposal's kind asks for. */
export function mayAccept({ may }: Sight, what: Proposal["what"]) {
  const apply = may("cash:apply");
  return apply === true ? may(ACCEPTING[what]) : apply;
}

/** Proposals as the page shows them, the likeliest first. */
export async function shownProposals(sight: Sight, proposals: readonly Proposal[]) {
  const named = await loadNamed(sight, proposals);
  return proposals.map((proposal, at) => {
    const { what, customerId, shortfall, onAccount, confidence, because } = proposal;
    return {
      ...{ rank: at + 1, what, shortfall, onAccount, confidence, because },
      customer: (customerId === null ? undefined : named.customers.get(customerId)) ?? null,
      allocations: allocated(named, proposal.allocations, heldBackOf(named, proposal)),
      credits: allocated(named, proposal.credits, new Map()),
      duplicateOf: lineBrief(named, proposal.duplicateOf),
      reverses: lineBrief(named, proposal.reverses),
      can: { accept: refusalOf(proposal) ?? mayAccept(sight, what) },
    };
  });
}
