/** Plays a set's year through matching: judge a line, then book its truth as a person would. */
import { judgeLine } from "../../src/domain/cash/matching/judge-line.ts";
import type {
  CashRules,
  MatchClaim,
  MatchCredit,
  MatchJudgement,
  MatchLine,
  Proposal,
  Shortfall,
} from "../../src/domain/cash/matching/match.ts";
import {
  addClaim,
  addCredit,
  learnAlias,
  type MatchBook,
  openMatchBook,
} from "../../src/domain/cash/matching/match-book.ts";
import { inMatchOrder } from "../../src/domain/cash/matching/match-order.ts";
import { recordSettlement } from "../../src/domain/cash/matching/record-settlement.ts";
import { plainDate } from "../../src/domain/values/calendar.ts";
import type { BankLineId, CustomerId, ItemId } from "../../src/domain/values/ids.ts";
import { currency, type Money, money } from "../../src/domain/values/money.ts";
import type { Answer, AnswerProposal } from "./cash-score.ts";
import type {
  CashSet,
  SetCreditNote,
  SetCustomer,
  SetInvoice,
  SetLine,
  SetTruth,
} from "./cash-set.ts";

const amountOf = (minor: number, unit: string): Money => money(BigInt(minor), currency(unit));
const textOrNull = (text: string | undefined): string | null => (text === "" ? null : text) ?? null;
const customerOf = (id: string | null) => id as CustomerId | null;

export function lineOf(line: SetLine): MatchLine {
  return {
    id: line.id as BankLineId,
    bookedOn: plainDate(line.date),
    amount: amountOf(line.amount, line.currency),
    payerName: textOrNull(line.payerName),
    payerAccount: textOrNull(line.payerAccount),
    bankReference: textOrNull(line.bankRef),
    remark: textOrNull(line.remark),
    returned: false,
  };
}

export function claimOf(invoice: SetInvoice): MatchClaim {
  const { fapiao, po, contract } = invoice;
  const amount = amountOf(invoice.amount, invoice.currency);
  return {
    id: invoice.id as ItemId,
    customerId: invoice.customerId as CustomerId,
    number: invoice.number,
    references: [fapiao, po, contract].filter((number) => number !== undefined),
    issuedOn: plainDate(invoice.issued),
    dueOn: plainDate(invoice.due),
    amount,
    open: amount,
    disputed: money(0n, amount.currency),
  };
}

const creditOf = (note: SetCreditNote): MatchCredit => ({
  id: note.id as ItemId,
  kind: "credit_memo",
  customerId: note.customerId as CustomerId,
  number: note.number,
  issuedOn: plainDate(note.issued),
  open: amountOf(note.amount, note.currency),
  forClaim: (note.forInvoice ?? null) as ItemId | null,
});

const customerValue = (customer: SetCustomer) => ({
  id: customer.id as CustomerId,
  name: customer.name,
  nameEn: customer.englishName ?? null,
  accounts: customer.bankAccount === undefined ? [] : [customer.bankAccount],
});

/** Other shortfalls than fees are discounts in the set's form. */
function answerOf(proposal: Proposal): AnswerProposal {
  const short = proposal.shortfall === null ? 0 : Number(proposal.shortfall.amount.minor);
  const isFee = proposal.shortfall?.kind === "bank_fee";
  return {
    customerId: proposal.customerId,
    allocations: proposal.allocations.map(({ itemId, amount }) => ({
      invoiceId: itemId,
      amount: Number(amount.minor),
    })),
    creditNotes: proposal.credits.map(({ itemId, amount }) => ({
      creditNoteId: itemId,
      amount: Number(amount.minor),
    })),
    fee: isFee ? short : 0,
    discount: isFee ? 0 : short,
    onAccount: Number(proposal.onAccount.minor),
    duplicateOf: proposal.duplicateOf,
    reverses: proposal.reverses,
  };
}

const SHORT_BY: Readonly<Record<string, Shortfall["kind"]>> = {
  quality_deduction: "deduction",
  rounding: "rounding",
};

function shortfallOf(line: SetLine, truth: SetTruth): Shortfall | null {
  if (truth.fee > 0) return { kind: "bank_fee", amount: amountOf(truth.fee, line.currency) };
  if (truth.discount === 0) return null;
  const kind = SHORT_BY[truth.kind] ?? "cash_discount";
  return { kind, amount: amountOf(truth.discount, line.currency) };
}

function whatOf(line: SetLine, truth: SetTruth): Proposal["what"] {
  if (truth.duplicateOf !== undefined) return "duplicate";
  if (truth.reverses !== undefined) return "return";
  if (truth.kind === "not_ar") return "not_receivable";
  if (truth.customerId === null) return "unidentified";
  return line.amount < 0 ? "refund" : "receipt";
}

/** Plays one year; the book sees nothing of a line's truth before the line is judged. */
export function openPlay(set: CashSet) {
  const unitOf = new Map(set.invoices.map(({ id, currency: unit }) => [id, unit]));
  const customers = new Map(set.customers.map((customer) => [customer.id, customer]));
  const confirmed = new Map<string, number>();
  const book: MatchBook = openMatchBook({
    customers: set.customers.map(customerValue),
    aliases: [],
    claims: [],
    credits: [],
    past: [],
  });
  const coming = [
    ...set.invoices.map((invoice) => ({
      on: invoice.issued,
      enter: () => addClaim(book, claimOf(invoice)),
    })),
    ...set.creditNotes.map((note) => ({
      on: note.issued,
      enter: () => addCredit(book, creditOf(note)),
    })),
  ].toSorted((left, right) => (left.on < right.on ? -1 : Number(left.on > right.on)));

  /** A set that settles more than is open is cut, so that it can be played to its end. */
  const withinOpen = (id: string, amount: number): number =>
    Math.min(amount, book.claims.get(id as ItemId)?.open ?? amount);

  const truthProposal = (line: SetLine, truth: SetTruth): Proposal => ({
    what: whatOf(line, truth),
    customerId: customerOf(truth.customerId),
    allocations: truth.allocations.map(({ invoiceId, amount }) => ({
      itemId: invoiceId as ItemId,
      amount: amountOf(withinOpen(invoiceId, amount), unitOf.get(invoiceId) ?? line.currency),
    })),
    credits: truth.creditNotes.map(({ creditNoteId, amount }) => ({
      itemId: creditNoteId as ItemId,
      amount: amountOf(amount, line.currency),
    })),
    shortfall: shortfallOf(line, truth),
    onAccount: amountOf(truth.onAccount, line.currency),
    duplicateOf: (truth.duplicateOf ?? null) as BankLineId | null,
    reverses: (truth.reverses ?? null) as BankLineId | null,
    confidence: 1000,
    because: [],
  });

  const learn = (kind: "name" | "account", value: string, customer: SetCustomer) => {
    const own = kind === "name" ? customer.name : customer.bankAccount;
    if (value.trim() === "" || value === own) return;
    const key = `${kind} ${value} ${customer.id}`;
    const times = (confirmed.get(key) ?? 0) + 1;
    confirmed.set(key, times);
    learnAlias(book, { kind, value, customerId: customer.id as CustomerId, confirmed: times });
  };

  let entered = 0;
  return {
    book,
    /** What has been issued up to the day stands in the book. */
    enterUntil(day: string): void {
      for (let next = coming[entered]; next !== undefined && next.on <= day; ) {
        next.enter();
        entered += 1;
        next = coming[entered];
      }
    },
    /** The true answer is posted and confirmed; the payer's other name and account are learned. */
    confirm(line: MatchLine, told: SetLine, truth: SetTruth): void {
      recordSettlement(book, line, truthProposal(told, truth));
      const customer = customers.get(truth.customerId ?? "");
      if (customer === undefined || whatOf(told, truth) !== "receipt") return;
      learn("name", told.payerName, customer);
      learn("account", told.payerAccount, customer);
    },
  };
}

export type Played = {
  readonly line: SetLine;
  readonly truth: SetTruth;
  readonly answer: Answer;
  readonly judgement: MatchJudgement;
};

/** All lines in order, each judged and then corrected; milliseconds are judging alone. */
export function playSet(
  set: CashSet,
  rules: CashRules,
): { readonly played: readonly Played[]; readonly milliseconds: number } {
  const play = openPlay(set);
  let milliseconds = 0;
  const byId = new Map(set.bank.map((told) => [told.id, told]));
  const played = inMatchOrder(set.bank.map(lineOf)).map((line): Played => {
    const told = byId.get(line.id) as SetLine;
    const truth = set.truth[line.id] as SetTruth;
    play.enterUntil(told.date);
    const began = performance.now();
    const judgement = judgeLine(play.book, line, rules);
    milliseconds += performance.now() - began;
    const answer = {
      action: judgement.action,
      proposals: judgement.proposals.slice(0, 3).map(answerOf),
    };
    play.confirm(line, told, truth);
    return { line: told, truth, answer, judgement };
  });
  return { played, milliseconds };
}
