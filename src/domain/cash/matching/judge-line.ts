/** What a bank line is: the proposals, and whether one of them is certain enough to be booked. */
import { isNegative, isZero } from "../../values/money.ts";
import { assert } from "../../values/result.ts";
import { waitsOf } from "./certainty.ts";
import { isCountable } from "./counted.ts";
import { findDuplicate } from "./duplicate.ts";
import { type Explanation, nobody } from "./explanation.ts";
import type { CashRules, MatchJudgement, MatchLine } from "./match.ts";
import type { BookPayer, MatchBook } from "./match-book.ts";
import { amountOfLine, dayOfLine, type LineSigns } from "./match-case.ts";
import { because, waits } from "./match-reasons.ts";
import { explainMoneyIn, oldestFirst } from "./money-in.ts";
import { explainMoneyOut } from "./money-out.ts";
import {
  type PayerSign,
  type PayerSigns,
  payerSigns,
  payersOwing,
  payersPointedTo,
  payersWithRest,
  signOf,
} from "./payer.ts";
import { proposalOf, weigh } from "./propose.ts";
import { readRemark } from "./references.ts";
import { wordsIn } from "./remark-words.ts";

function lineSigns(book: MatchBook, line: MatchLine, rules: CashRules): LineSigns {
  const plain = (line.remark ?? "").normalize("NFKC").toUpperCase();
  return {
    book,
    line,
    rules,
    unit: line.amount.currency,
    amount: amountOfLine(line),
    day: dayOfLine(line),
    remark: readRemark(book, line),
    words: wordsIn(plain),
  };
}

/** A customer who never had a claim in this currency hardly pays in it. */
function currencyFit(signs: LineSigns, payer: BookPayer): number {
  if (payer.claims.size === 0) return 0.2;
  for (const { unit } of payer.claims.values()) if (unit === signs.unit) return 1;
  return 0.01;
}

const MOST_BY_AMOUNT = 12;
const MOST_PAYERS = 30;

function candidates(signs: LineSigns, found: PayerSigns): readonly PayerSign[] {
  const { book, line } = signs;
  const payers = new Set(payersPointedTo(book, line, found));
  for (const { claims, credits } of signs.remark.whole) {
    for (const { payer } of claims) payers.add(payer);
    for (const { credit } of credits) {
      const payer = book.payers.get(credit.customerId);
      if (payer !== undefined) payers.add(payer);
    }
  }
  for (const payer of payersOwing(book, signs.unit, signs.amount, MOST_BY_AMOUNT))
    payers.add(payer);
  return [...payers]
    .map((payer) => {
      const sign = signOf(book, line, found, payer);
      return { ...sign, weight: sign.weight * currencyFit(signs, payer) };
    })
    .sort(
      (left, right) =>
        right.weight - left.weight || (left.payer.customer.id < right.payer.customer.id ? -1 : 1),
    )
    .slice(0, MOST_PAYERS);
}

/** Below this a line is not put aside as no receivable: somebody's payment would be lost. */
const LEAST_IGNORED = 0.8;

function judgement(
  signs: LineSigns,
  explanations: readonly Explanation[],
  gaveUp: boolean,
): MatchJudgement {
  const weighed = weigh(explanations);
  const proposals = weighed.slice(0, 3).map((one) => proposalOf(one, signs.unit));
  const [top] = weighed;
  const what = top?.explanation.what;
  if (what === "not_receivable" && top !== undefined && top.chance >= LEAST_IGNORED) {
    return { action: "ignore", proposals, waits: [], gaveUp };
  }
  const held = waitsOf(weighed, explanations, gaveUp, signs.rules);
  const auto = held.length === 0 && what === "receipt";
  return { action: auto ? "auto" : "review", proposals, waits: held, gaveUp };
}

function repeated(signs: LineSigns): MatchJudgement | null {
  const past = findDuplicate(signs.book, signs.line);
  if (past === null) return null;
  const told = because("same_line_before", { line: past.line.id });
  const explanation = { ...nobody("duplicate", 1, [told]), duplicateOf: past.line.id };
  const proposals = [proposalOf({ explanation, chance: 1 }, signs.unit)];
  return { action: "ignore", proposals, waits: [], gaveUp: false };
}

function tooLarge(line: MatchLine): MatchJudgement {
  const explanation = nobody("unidentified", 1, [because("payer_unknown")]);
  const proposals = [proposalOf({ explanation, chance: 0 }, line.amount.currency)];
  return { action: "review", proposals, waits: [waits("payer_uncertain")], gaveUp: true };
}

/** Whom money that goes out may be for: who is pointed to, else who has just so much left. */
function refundPayers(signs: LineSigns, found: PayerSigns): readonly PayerSign[] {
  const pointed = candidates({ ...signs, amount: 0 }, found).filter(
    ({ weight }) => weight > 0.0005,
  );
  if (pointed.length > 0 || !signs.words.refund) return pointed;
  return [...payersWithRest(signs.book, signs.unit, signs.amount)].map((payer) =>
    signOf(signs.book, signs.line, found, payer),
  );
}

/** The policy's rule goes before what is only likely. */
function byPolicy(judged: MatchJudgement, oldest: Explanation, signs: LineSigns): MatchJudgement {
  const chance = signs.rules.autoFrom / 1000;
  const first = proposalOf({ explanation: oldest, chance }, signs.unit);
  return {
    ...judged,
    action: "auto",
    proposals: [first, ...judged.proposals.slice(0, 2)],
    waits: [],
  };
}

/**
 * Judges one line against the book as it stands; changes nothing that a later judgement could see.
 * Certain is what the payer told or what only one set of claims explains; ambiguity is for people.
 */
export function judgeLine(book: MatchBook, line: MatchLine, rules: CashRules): MatchJudgement {
  assert(!isZero(line.amount), "a bank line moves money");
  if (!isCountable(line.amount)) return tooLarge(line);
  const signs = lineSigns(book, line, rules);
  const duplicate = repeated(signs);
  if (duplicate !== null) return duplicate;
  const found = payerSigns(book, line, signs.remark.rest);
  if (isNegative(line.amount)) {
    return judgement(signs, explainMoneyOut(signs, refundPayers(signs, found)), false);
  }
  const payers = candidates(signs, found);
  const { explanations, gaveUp } = explainMoneyIn(signs, found, payers);
  const judged = judgement(signs, explanations, gaveUp);
  const oldest = judged.action === "review" ? oldestFirst(signs, payers) : null;
  return oldest === null ? judged : byPolicy(judged, oldest, signs);
}
