/** When an answer of cash application is right, and the counts over many lines. */
import type { SetLine, SetTruth } from "./cash-set.ts";

/** One way to book the line, as it is written to a file; amounts in minor units. */
export type AnswerProposal = {
  readonly customerId: string | null;
  readonly allocations: readonly { readonly invoiceId: string; readonly amount: number }[];
  readonly creditNotes: readonly { readonly creditNoteId: string; readonly amount: number }[];
  readonly fee: number;
  readonly discount: number;
  readonly onAccount: number;
  readonly duplicateOf: string | null;
  readonly reverses: string | null;
};

export type Answer = {
  readonly action: "auto" | "review" | "ignore";
  /** At most three; the first is the one that is applied. */
  readonly proposals: readonly AnswerProposal[];
};

export type LineScore = {
  /** Applied without a person: with allocations or on account. */
  readonly auto: boolean;
  readonly first: boolean;
  readonly topThree: boolean;
  /** The first one with fee, discount, credit notes and on account as in the truth too. */
  readonly strict: boolean;
  /** Thrown away although it is a payment of a customer. */
  readonly lost: boolean;
};

const byInvoice = (proposal: Pick<AnswerProposal, "allocations">): string =>
  proposal.allocations
    .map(({ invoiceId, amount }) => `${invoiceId} ${amount}`)
    .toSorted()
    .join();

/** Exactly the true allocations, or an equally good claim for the same amount. */
function settlesTheSame(truth: SetTruth, proposal: AnswerProposal): boolean {
  if (byInvoice(truth) === byInvoice(proposal)) return true;
  const [only, more] = proposal.allocations;
  const [meant] = truth.allocations;
  if (only === undefined || more !== undefined || truth.allocations.length !== 1) return false;
  return only.amount === meant?.amount && truth.alternatives.includes(only.invoiceId);
}

/** A line that is no receivable or has an unknown payer is given to nobody. */
const isNobodys = (proposal: AnswerProposal): boolean =>
  proposal.customerId === null &&
  proposal.allocations.length === 0 &&
  proposal.duplicateOf === null &&
  proposal.reverses === null;

/** The rule of the set's description; the action is judged apart. */
export function isRight(truth: SetTruth, proposal: AnswerProposal): boolean {
  if (truth.duplicateOf !== undefined) return proposal.duplicateOf === truth.duplicateOf;
  if (truth.reverses !== undefined) return proposal.reverses === truth.reverses;
  if (truth.customerId === null) return isNobodys(proposal);
  if (proposal.duplicateOf !== null || proposal.reverses !== null) return false;
  return proposal.customerId === truth.customerId && settlesTheSame(truth, proposal);
}

const creditsOf = ({ creditNotes }: Pick<AnswerProposal, "creditNotes">): string =>
  creditNotes
    .map(({ creditNoteId, amount }) => `${creditNoteId} ${amount}`)
    .toSorted()
    .join();

const splitsTheSame = (truth: SetTruth, proposal: AnswerProposal): boolean =>
  proposal.fee === truth.fee &&
  proposal.discount === truth.discount &&
  proposal.onAccount === truth.onAccount &&
  creditsOf(truth) === creditsOf(proposal);

export function scoreLine(truth: SetTruth, answer: Answer): LineScore {
  const [applied] = answer.proposals;
  const toIgnore = truth.duplicateOf !== undefined || truth.kind === "not_ar";
  const right = answer.proposals.map((proposal) => isRight(truth, proposal));
  const first = right[0] === true && (answer.action === "ignore") === toIgnore;
  const lost = answer.action === "ignore" && !toIgnore;
  const posts =
    applied !== undefined && (applied.allocations.length > 0 || applied.onAccount !== 0);
  return {
    auto: answer.action === "auto" && posts,
    first,
    topThree: first || (!lost && right.includes(true)),
    strict: first && applied !== undefined && splitsTheSame(truth, applied),
    lost,
  };
}

export type Tally = {
  lines: number;
  auto: number;
  autoRight: number;
  /** Minor units of whatever currency, as the lines have them. */
  autoMoney: number;
  wrongMoney: number;
  decidable: number;
  first: number;
  topThree: number;
  strict: number;
  lost: number;
};

export const emptyTally = (): Tally => ({
  lines: 0,
  auto: 0,
  autoRight: 0,
  autoMoney: 0,
  wrongMoney: 0,
  decidable: 0,
  first: 0,
  topThree: 0,
  strict: 0,
  lost: 0,
});

/** Counts one line; first and top three only where the line can be decided at all. */
export function countLine(tally: Tally, line: SetLine, truth: SetTruth, score: LineScore): void {
  const amount = Math.abs(line.amount);
  tally.lines += 1;
  if (score.lost) tally.lost += 1;
  if (score.auto) {
    tally.auto += 1;
    tally.autoMoney += amount;
    tally.autoRight += score.first ? 1 : 0;
    tally.wrongMoney += score.first ? 0 : amount;
  }
  if (!truth.decidable) return;
  tally.decidable += 1;
  tally.first += score.first ? 1 : 0;
  tally.topThree += score.topThree ? 1 : 0;
  tally.strict += score.strict ? 1 : 0;
}
