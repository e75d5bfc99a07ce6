/** Whether a line looks like a payment that came already: the same customer, amount and remark. */
import { epochDay } from "../../values/calendar.ts";
import { type Explanation, tells } from "./explanation.ts";
import { SHARE } from "./likelihood.ts";
import type { MatchPast } from "./match.ts";
import type { MatchCase } from "./match-case.ts";
import { because, waits } from "./match-reasons.ts";

/** Who pays twice notices within so many days. */
const WITHIN_DAYS = 45;

const sameRemark = (left: string | null, right: string | null): boolean =>
  (left ?? "").trim() === (right ?? "").trim();

const isRecent = (view: MatchCase, past: MatchPast): boolean => {
  const days = view.day - epochDay(past.line.bookedOn);
  return days >= 0 && days <= WITHIN_DAYS;
};

/** Lines of this customer that were settled of late, with the same amount as this one. */
export function paidBefore(view: MatchCase): readonly MatchPast[] {
  const { line } = view;
  return view.sign.payer.past.filter(
    (past) =>
      past.line.id !== line.id &&
      (past.settled === "applied" || past.settled === "on_account") &&
      past.line.amount.currency === line.amount.currency &&
      past.line.amount.minor === line.amount.minor &&
      isRecent(view, past),
  );
}

function fitOf(view: MatchCase, past: MatchPast): number {
  const days = view.day - epochDay(past.line.bookedOn);
  const recent = days <= 15 ? 1 : 0.1;
  if (!sameRemark(past.line.remark, view.line.remark)) return 0.01 * recent;
  return recent * (view.remark.whole.length > 0 ? 0.7 : 0.3);
}

/** Whole numbers of this customer are named, and nothing is open of any of them. */
const isSettled = (view: MatchCase): boolean => {
  const whole = view.mentions.filter(({ how }) => how === "whole");
  if (whole.length === 0 || view.strange > 0) return false;
  return whole.every(({ claims }) => claims.every(({ open }) => open === 0));
};

/** Two equal lines on one day without a reference may as well be one line told twice. */
const isLater = (view: MatchCase, past: MatchPast): boolean =>
  past.line.bookedOn < view.line.bookedOn;

/** The payment came already, so this one is kept as the customer's money. */
export function explainAgain(view: MatchCase): readonly Explanation[] {
  const recent = view.sign.payer.past.filter((past) => isRecent(view, past)).length;
  const [best] = paidBefore(view)
    .map((past) => ({ past, fit: fitOf(view, past) }))
    .sort((left, right) => right.fit - left.fit);
  if (best === undefined) return [];
  return [
    {
      what: "receipt",
      sign: view.sign,
      picks: [],
      credits: [],
      shortfall: null,
      onAccount: view.amount,
      weight: (view.sign.weight * SHARE.again * best.fit) / Math.max(1, recent),
      told: tells(
        [...view.sign.because, because("paid_before", { line: best.past.line.id })],
        isSettled(view) && isLater(view, best.past) ? [] : [waits("paid_before")],
        view.remark.whole.length > 0,
      ),
      duplicateOf: null,
      reverses: null,
    },
  ];
}
