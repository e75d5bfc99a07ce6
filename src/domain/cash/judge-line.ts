/** What a bank line is: the proposals, and whether one of them is certain enough to be booked. */
import { isNegative, isZero } from "../values/money.ts";
import { assert } from "../values/result.ts";
import { waitsOf } from "./certainty.ts";
import { isCountable } from "./counted.ts";
import { findDuplicate } from "./duplicate.ts";
import { explainPayer } from "./explain.ts";
import { explainOtherCurrency } from "./explain-currency.ts";
import type { Explanation } from "./explanation.ts";
import { outOfTheBlue } from "./likelihood.ts";
import type { CashRules, MatchJudgement, MatchLine, MatchReason } from "./match.ts";
import type { BookPayer, MatchBook } from "./match-book.ts";
import { amountOfLine, caseOf, dayOfLine, type LineSigns } from "./match-case.ts";
import { because, waits } from "./match-reasons.ts";
import { explainMoneyOut } from "./money-out.ts";
import { notReceivable } from "./not-receivable.ts";
import { explainAgain } from "./paid-before.ts";
import {
  type PayerSign,
  type PayerSigns,
  payerSigns,
  payersOwing,
  payersPointedTo,
  signOf,
} from "./payer.ts";
import type { NameLikeness } from "./payer-name.ts";
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

const nobody = (what: Explanation["what"], weight: number, told: MatchReason): Explanation => ({
  what,
  sign: null,
  picks: [],
  credits: [],
  shortfall: null,
  onAccount: 0,
  weight,
  because: [told],
  waits: [],
  named: false,
  hinted: false,
  duplicateOf: null,
  reverses: null,
});

/** How often a stranger's name is like a customer's. */
const STRANGER_LIKE: Readonly<Record<NameLikeness, number>> = {
  same: 0.000001,
  legal_form: 0.0001,
  cut: 0.0001,
  swapped: 0.0001,
  dropped: 0.0001,
  short: 0.0003,
  typo: 0.02,
};

/** How often a stranger's payment would point to customers as this line does. */
function strangerLike(found: PayerSigns, payers: readonly PayerSign[]): number {
  const byAccount = payers.some(({ because: signs }) =>
    signs.some(({ code }) => code.startsWith("account_")),
  );
  const byName = found.names.map(({ likeness }) => STRANGER_LIKE[likeness]);
  return Math.min(1, byAccount ? 0.0003 : 1, ...byName);
}

function unidentified(
  signs: LineSigns,
  found: PayerSigns,
  payers: readonly PayerSign[],
): Explanation {
  const customers = Math.min(signs.book.payers.size, 1000);
  const { whole, parts } = signs.remark;
  const numbers = whole.length > 0 ? 0.0001 : parts.length > 0 ? 0.03 : 0.3;
  const chance = 0.01 * customers * numbers * outOfTheBlue(signs.amount) * 0.175;
  return nobody("unidentified", chance * strangerLike(found, payers), because("payer_unknown"));
}

function explainMoneyIn(signs: LineSigns, found: PayerSigns, payers: readonly PayerSign[]) {
  const explanations: Explanation[] = [unidentified(signs, found, payers)];
  let gaveUp = false;
  for (const sign of payers) {
    const view = caseOf(signs, sign);
    const explained = explainPayer(view);
    explanations.push(
      ...explained.explanations,
      ...explainAgain(view),
      ...explainOtherCurrency(view),
    );
    gaveUp ||= explained.gaveUp;
  }
  const reason = notReceivable(signs.line, false);
  if (reason !== null) {
    const told = because("not_receivable_words", { reason });
    explanations.push(nobody("not_receivable", payers.some(({ own }) => own) ? 1e-9 : 1, told));
  }
  return { explanations, gaveUp };
}

function judgement(
  signs: LineSigns,
  explanations: readonly Explanation[],
  gaveUp: boolean,
): MatchJudgement {
  const weighed = weigh(explanations);
  const proposals = weighed.slice(0, 3).map((one) => proposalOf(one, signs.unit));
  const [top] = weighed;
  const what = top?.explanation.what;
  if (what === "not_receivable") return { action: "ignore", proposals, waits: [], gaveUp };
  const held = waitsOf(weighed, explanations, gaveUp, signs.rules);
  const auto = held.length === 0 && what === "receipt";
  return { action: auto ? "auto" : "review", proposals, waits: held, gaveUp };
}

function repeated(signs: LineSigns): MatchJudgement | null {
  const past = findDuplicate(signs.book, signs.line);
  if (past === null) return null;
  const told = because("same_line_before", { line: past.line.id });
  const explanation = { ...nobody("duplicate", 1, told), duplicateOf: past.line.id };
  const proposals = [proposalOf({ explanation, chance: 1 }, signs.unit)];
  return { action: "ignore", proposals, waits: [], gaveUp: false };
}

function tooLarge(line: MatchLine): MatchJudgement {
  const explanation = nobody("unidentified", 1, because("payer_unknown"));
  const proposals = [proposalOf({ explanation, chance: 0 }, line.amount.currency)];
  return { action: "review", proposals, waits: [waits("payer_uncertain")], gaveUp: true };
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
    const payers = candidates({ ...signs, amount: 0 }, found).filter(
      ({ weight }) => weight > 0.0005,
    );
    return judgement(signs, explainMoneyOut(signs, payers), false);
  }
  const { explanations, gaveUp } = explainMoneyIn(signs, found, candidates(signs, found));
  return judgement(signs, explanations, gaveUp);
}
