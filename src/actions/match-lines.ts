/** Lines of the bank through matching: judged in their order, settled where that is certain. */

import { chooseByItself, type LineChoice } from "../domain/cash/line-choice.ts";
import type { LineReasonCode } from "../domain/cash/line-reasons.ts";
import { judgeLine } from "../domain/cash/matching/judge-line.ts";
import type {
  CashRules,
  MatchJudgement,
  MatchLine,
  Proposal,
} from "../domain/cash/matching/match.ts";
import type { MatchBook } from "../domain/cash/matching/match-book.ts";
import { rememberLine } from "../domain/cash/matching/past-lines.ts";
import { recordSettlement } from "../domain/cash/matching/record-settlement.ts";
import {
  type OpenItems,
  type SettledMoney,
  type SettledReceipt,
  settleReceipt,
  wishOf,
} from "../domain/cash/settle-receipt.ts";
import type { CustomerId, ItemId } from "../domain/values/ids.ts";
import { lockCustomers } from "../store/customers.ts";
import { lockSettlementItems } from "../store/settlement-items.ts";
import type { Context } from "./action.ts";

/** A line that is to be judged. */
export type WaitingLine = {
  readonly line: MatchLine;
  /** A person has had it in hand: it is proposed, never booked by itself. */
  readonly byHand: boolean;
  /** The customer that a person has named for its money already. */
  readonly known: CustomerId | null;
  /** Null for money that went out. */
  readonly receipt: SettledReceipt | null;
};

export type MatchedLine<Line extends WaitingLine> = {
  readonly waiting: Line;
  readonly judgement: MatchJudgement;
  readonly choice: LineChoice;
};

/** What became of a line; `judgement` names the items of the book, whatever was new in matching. */
export type SettledLine<Line extends WaitingLine> = {
  readonly waiting: Line;
  readonly judgement: MatchJudgement;
  readonly choice: LineChoice;
  /** Where the choice is to book it. */
  readonly money: SettledMoney | null;
};

/** After so many lines others get their turn: the server answers while a file is matched. */
const BREATH = 25;

const breathe = (): Promise<void> =>
  new Promise((goOn) => {
    setImmediate(goOn);
  });

/** Judges the lines one after another; each sees what those before it settled. */
export async function matchLines<Line extends WaitingLine>(
  book: MatchBook,
  rules: CashRules,
  lines: readonly Line[],
  onMatched: (done: number, total: number) => void,
): Promise<readonly MatchedLine<Line>[]> {
  const matched: MatchedLine<Line>[] = [];
  for (const waiting of lines) {
    const judgement = judgeLine(book, waiting.line, rules);
    const choice = chooseByItself(judgement, waiting);
    remember(book, waiting, choice);
    matched.push({ waiting, judgement, choice });
    if (matched.length % BREATH !== 0) continue;
    onMatched(matched.length, lines.length);
    await breathe();
  }
  onMatched(lines.length, lines.length);
  return matched;
}

function remember(book: MatchBook, { line, known }: WaitingLine, choice: LineChoice): void {
  if (choice.kind === "book") {
    recordSettlement(book, line, choice.proposal);
    return;
  }
  const settled = choice.kind === "ignore" ? "ignored" : "open";
  rememberLine(book, { line, customerId: known, settled });
}

/** Locks whatever the choices touch, customers first, and gives what is open of it now. */
export async function lockTouched(
  { tx, creditorId }: Context,
  matched: readonly MatchedLine<WaitingLine>[],
): Promise<OpenItems> {
  const booked = matched.flatMap(({ choice }) => (choice.kind === "book" ? [choice] : []));
  await lockCustomers(tx, creditorId, [...new Set(booked.map(({ customerId }) => customerId))]);
  const named = booked.flatMap(({ proposal }) => [...proposal.allocations, ...proposal.credits]);
  const ids = [...new Set(named.map(({ itemId }) => itemId))];
  const items = await lockSettlementItems(tx, creditorId, ids);
  return new Map(items.map((item) => [item.id, item]));
}

/** The items of receipts that were made on the way, by the line by which matching knew them. */
export type MadeItems = Map<ItemId, ItemId>;

const CHANGED: { readonly code: LineReasonCode } = { code: "book_changed" };

/**
 * Settles what was chosen against what is open under the locks. Where somebody else was faster
 * the line waits for a person.
 */
export function settleLine<Line extends WaitingLine>(
  { waiting, judgement, choice }: MatchedLine<Line>,
  rules: CashRules,
  open: OpenItems,
  made: MadeItems,
  { today, newId }: Pick<Context, "today" | "newId">,
): SettledLine<Line> {
  const named = { ...judgement, proposals: judgement.proposals.map((one) => withItems(one, made)) };
  const { receipt, line } = waiting;
  if (choice.kind !== "book") return { waiting, judgement: named, choice, money: null };
  const proposal = withItems(choice.proposal, made);
  const because = [{ code: "matched_by_itself", confidence: proposal.confidence }];
  const by = { rules, by: "itself" as const, reason: null, today, newId, because };
  const settled =
    receipt === null
      ? null
      : settleReceipt(receipt, choice.customerId, wishOf(proposal, receipt.amount), open, by);
  if (settled === null || !settled.ok) {
    const waits = [...named.waits, CHANGED];
    return { waiting, judgement: { ...named, waits }, choice: { kind: "wait" }, money: null };
  }
  made.set(line.id as string as ItemId, settled.value.itemId);
  return { waiting, judgement: named, choice: { ...choice, proposal }, money: settled.value };
}

function withItems(proposal: Proposal, made: MadeItems): Proposal {
  const credits = proposal.credits.map(({ itemId, amount }) => ({
    itemId: made.get(itemId) ?? itemId,
    amount,
  }));
  return { ...proposal, credits };
}
