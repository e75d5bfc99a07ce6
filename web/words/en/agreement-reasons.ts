/** English sentences for an agreement's figures, risk, cost, and what became of it. */
import { divide } from "../../../src/domain/values/money.ts";
import { amount, type Facts, fact, type Sentences } from "../facts.ts";

/** "4.35%" of a rate on the wire. */
function percent(facts: Facts, key: string): string {
  const rate = facts[key] as { partsPerBillion?: string; per?: string } | undefined;
  const hundredths = divide(BigInt(rate?.partsPerBillion ?? "0"), 100_000n, "half-up");
  const digits = hundredths.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}

const positive = (facts: Facts, key: string): boolean =>
  /[1-9]/.test(String((facts[key] as { amount?: string } | undefined)?.amount ?? ""));

const RATES: Readonly<Record<string, (from: Facts) => string>> = {
  rate_of_policy: () => "by the policy",
  rate_lpr: (from) => `one-year LPR of ${fact(from, "since")}`,
  rate_lpr_last_known: (from) =>
    `one-year LPR of ${fact(from, "since")}; none recorded after ${fact(from, "knownUntil")}`,
};

function rateFrom(facts: Facts): string {
  const from = (facts["rateFrom"] ?? {}) as Facts;
  return RATES[fact(from, "code")]?.(from) ?? fact(from, "code");
}

const why = (facts: Facts): string => {
  const reason = facts["reason"];
  if (reason === "by_agreement") return " (by the agreement's own terms)";
  return reason == null ? "" : `: ${String(reason)}`;
};

export const agreementReasons: Sentences = {
  repayment_plan_summary: (f) =>
    [
      `${fact(f, "number")}: principal ${amount(f, "amount")}`,
      ...(positive(f, "interest") ? [`interest ${amount(f, "interest")}`] : []),
      `${fact(f, "parts")} instalments`,
      `first ${amount(f, "first")}`,
      `last on ${fact(f, "lastOn")} (${fact(f, "days")} days)`,
    ].join(", "),
  extension_summary: (f) =>
    `${fact(f, "number")}: ${amount(f, "amount")} extended to ${fact(f, "lastOn")} at the latest (up to ${fact(f, "days")} days)`,
  discount_summary: (f) =>
    `${fact(f, "number")}: ${amount(f, "amount")} paid by ${fact(f, "lastOn")}, less ${amount(f, "forgiven")}`,
  agreement_cost: (f) =>
    [
      `Costs ${amount(f, "amount")}`,
      ` (${percent(f, "rate")}, ${rateFrom(f)}, ${fact(f, "days")} days on average)`,
      f["yearlyPercent"] == null ? "" : `; ${fact(f, "yearlyPercent")}% a year`,
    ].join(""),
  risk_broken_promises: (f) => `Promises broken: ${fact(f, "count")}`,
  risk_plans_defaulted: (f) =>
    `Earlier agreements in default: ${fact(f, "count")}; fulfilled: ${fact(f, "fulfilled")}`,
  risk_returned_payments: (f) => `Payments returned in twelve months: ${fact(f, "count")}`,
  risk_length: (f) => `Runs ${fact(f, "days")} days (policy: ${fact(f, "longestDays")} at most)`,
  risk_first_payment: (f) => `The first instalment is ${fact(f, "percent")}% of the whole`,
  risk_age_of_debt: (f) => `The oldest item is ${fact(f, "days")} days overdue`,
  risk_limitation: (f) =>
    `Limitation runs out on ${fact(f, "expiresOn")} at the earliest (${fact(f, "days")} days, interruptions not counted); signing interrupts it`,
  risk_limitation_may_have_passed: (f) =>
    `The oldest item was due on ${fact(f, "oldestDueOn")}; limitation may have run out on ${fact(f, "expiresOn")}`,
  risk_guaranteed: () => "A guarantor signs",
  due_day_moves: (f) =>
    `${fact(f, "number")} falls due on ${fact(f, "to")} instead of ${fact(f, "from")}; limitation then runs out on ${fact(f, "limitationOn")} at the earliest`,
  penalty_lost_by_interest: (f) =>
    `It states principal and interest and reserves no penalty, so the penalty for late payment is lost (${fact(f, "article")})`,
  penalty_lost_by_terms: (f) =>
    `It changes the terms and reserves no penalty, so the penalty for late payment is lost (${fact(f, "article")})`,
  penalty_start_moves: (f) =>
    `The penalty on ${fact(f, "number")} starts from ${fact(f, "to")} instead of ${fact(f, "from")} (${fact(f, "article")})`,
  limitation_not_waived: (f) =>
    `Limitation may have run out for ${fact(f, "numbers")}, and the debtor does not waive it (${fact(f, "article")})`,
  limitation_waived: (f) =>
    `The debtor expressly waives limitation for ${fact(f, "numbers")} (${fact(f, "article")}); have legal check it`,
  guarantor_not_asked: (f) =>
    `The contract is guaranteed (${fact(f, "guarantees")}); without written consent the guarantor answers for nothing more than before (${fact(f, "article")})`,
  forgives: (f) => `Gives up ${amount(f, "amount")}`,
  agreement_to_be_signed: (f) =>
    `${fact(f, "number")} is approved and to be signed by ${fact(f, "signBy")}`,
  instalment_due: (f) =>
    `Instalment ${fact(f, "place")} of ${fact(f, "number")}, ${amount(f, "open")}, falls due on ${fact(f, "dueOn")}`,
  plan_in_default: (f) =>
    `${fact(f, "missed")} instalments of ${fact(f, "number")} were missed, ${amount(f, "late")} is late; decide whether the whole falls due`,
  agreement_proposed: (f) => fact(f, "reason"),
  agreement_approved: (f) =>
    `To be signed by ${fact(f, "signBy")}${f["reason"] == null ? "" : `; ${fact(f, "reason")}`}`,
  agreement_refused: (f) => fact(f, "reason"),
  agreement_withdrawn: (f) => fact(f, "reason"),
  agreement_issued: () => "Its words are fixed; it waits for the signature",
  agreement_signed: (f) =>
    `Signed by ${fact(f, "signedBy")} (${fact(f, "position")}) on ${fact(f, "signedOn")}${f["scan"] === true ? "; a scan is kept" : ""}`,
  agreement_fulfilled: () => "Everything has been paid",
  agreement_defaulted: (f) =>
    Number(f["missed"]) > 0
      ? `${fact(f, "missed")} instalments missed, ${amount(f, "late")} late`
      : "Not paid by the day agreed",
  agreement_reopened: () => "The money that paid it came back",
  agreement_lapsed: () => "Not signed, or not paid in full, in time",
  plan_accelerated: (f) => `The whole balance is due${why(f)}`,
  agreement_renegotiated: (f) => `Replaced by ${fact(f, "by")}; what was paid stays`,
};
