/** Prints the score of cash application: by kind, by payer's name, in all, and what went wrong. */
import type { Played } from "./cash-play.ts";
import {
  type AnswerProposal,
  countLine,
  emptyTally,
  type LineScore,
  scoreLine,
  type Tally,
} from "./cash-score.ts";

/** Parts of 1: precision and money of what was applied alone, its share, and the proposals. */
export const CASH_GOALS = {
  precision: 0.9995,
  wrongMoney: 0.0001,
  auto: 0.62,
  first: 0.9,
  topThree: 0.96,
};

export type Shares = { readonly [Name in keyof typeof CASH_GOALS]: number };

const part = (some: number, all: number, none: number): number => (all === 0 ? none : some / all);

export const sharesOf = (tally: Tally): Shares => ({
  precision: part(tally.autoRight, tally.auto, 1),
  wrongMoney: part(tally.wrongMoney, tally.autoMoney, 0),
  auto: part(tally.auto, tally.lines, 0),
  first: part(tally.first, tally.decidable, 0),
  topThree: part(tally.topThree, tally.decidable, 0),
});

export function tallyOf(played: readonly Played[]): Tally {
  const tally = emptyTally();
  for (const { line, truth, answer } of played) {
    countLine(tally, line, truth, scoreLine(truth, answer));
  }
  return tally;
}

const percent = (share: number, decimals = 2): string => `${(share * 100).toFixed(decimals)} %`;

const COLUMNS = ["lines", "auto", "right", "wrong", "auto %", "first %", "top 3 %", "lost"];

function row(name: string, tally: Tally): string {
  const { lines, auto, autoRight, lost } = tally;
  const shares = sharesOf(tally);
  const rates = [shares.auto, shares.first, shares.topThree].map((share) =>
    (share * 100).toFixed(1),
  );
  if (tally.decidable === 0) rates.splice(1, 2, "–", "–");
  const cells = [lines, auto, autoRight, auto - autoRight, ...rates, lost];
  return name.padEnd(20) + cells.map((cell) => String(cell).padStart(9)).join("");
}

function table(title: string, played: readonly Played[], nameOf: (one: Played) => string): void {
  console.log(`\n${title.padEnd(20)}${COLUMNS.map((name) => name.padStart(9)).join("")}`);
  const groups = [...Map.groupBy(played, nameOf)].toSorted(
    ([, left], [, right]) => right.length - left.length,
  );
  for (const [name, group] of groups) console.log(row(name, tallyOf(group)));
  console.log(row("all", tallyOf(played)));
}

/** One line for each goal; whether all are reached. */
export function printGoals(tally: Tally): boolean {
  const shares = sharesOf(tally);
  const goal = (label: string, name: keyof Shares, most = false) => {
    const reached = most ? shares[name] <= CASH_GOALS[name] : shares[name] >= CASH_GOALS[name];
    const side = most ? "at most" : "at least";
    const told = `(goal: ${side} ${percent(CASH_GOALS[name])}) ${reached ? "reached" : "MISSED"}`;
    console.log(`${label.padEnd(34)} ${percent(shares[name], 3).padStart(10)}  ${told}`);
    return reached;
  };
  console.log("");
  const reached = [
    goal("applied alone: right", "precision"),
    goal("applied alone: money posted wrongly", "wrongMoney", true),
    goal("applied alone: share of all lines", "auto"),
    goal("first proposal right, decidable", "first"),
    goal("one of three right, decidable", "topThree"),
  ];
  const strict = percent(part(tally.strict, tally.decidable, 0));
  console.log(`first proposal right to the last fee and credit note: ${strict}`);
  console.log(`payments thrown away as no receivable or duplicate: ${tally.lost}`);
  return reached.every(Boolean);
}

const told = (proposal: AnswerProposal | undefined): string => {
  if (proposal === undefined) return "nothing";
  const { customerId, allocations, creditNotes, ...rest } = proposal;
  const claims = allocations.map(({ invoiceId, amount }) => `${invoiceId} ${amount}`);
  const credits = creditNotes.map(({ creditNoteId, amount }) => `−${creditNoteId} ${amount}`);
  const others = Object.entries(rest).filter(([, value]) => value !== 0 && value !== null);
  const more = others.map(([name, value]) => `${name} ${value}`);
  return [customerId ?? "nobody", ...claims, ...credits, ...more].join(", ");
};

/** One judged line beside its truth, with the reasons of the first proposal. */
export function printLine({ line, truth, answer, judgement }: Played): void {
  const { id, date, currency, amount, payerName, payerAccount, remark, bankRef } = line;
  const { duplicateOf = null, reverses = null } = truth;
  const text = `${id} ${date} ${amount} ${currency} 「${payerName}」 ${payerAccount} ${bankRef}`;
  console.log(`\n${text}「${remark}」 ${truth.kind}, ${truth.nameKind}`);
  console.log(`  ${answer.action}: ${told(answer.proposals[0])}`);
  const { customerId, allocations, creditNotes, fee, discount, onAccount } = truth;
  const meant = { customerId, allocations, creditNotes, fee, discount, onAccount };
  console.log(`  truth: ${told({ ...meant, duplicateOf, reverses })}`);
  const [first] = judgement.proposals;
  console.log(`  because ${JSON.stringify(first?.because ?? [])}`);
  if (judgement.waits.length > 0) console.log(`  waits ${JSON.stringify(judgement.waits)}`);
}

function printThose(label: string, lines: readonly Played[]): void {
  console.log(`\n${label}: ${lines.length}`);
  lines.forEach(printLine);
}

/** The tables of one set, each line that was applied wrongly or thrown away, and the goals. */
export function printScore(title: string, played: readonly Played[]): void {
  console.log(`\n== ${title}`);
  table("kind", played, ({ truth }) => truth.kind);
  table("payer's name", played, ({ truth }) => truth.nameKind);
  const scored = played.map((one) => ({ one, score: scoreLine(one.truth, one.answer) }));
  const where = (wrong: (score: LineScore) => boolean) =>
    scored.filter(({ score }) => wrong(score)).map(({ one }) => one);
  printThose(
    "applied wrongly",
    where(({ auto, first }) => auto && !first),
  );
  printThose(
    "payments thrown away",
    where(({ lost }) => lost),
  );
  printGoals(tallyOf(played));
}
