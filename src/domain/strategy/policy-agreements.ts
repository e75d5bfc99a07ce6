/** The policy's section on agreements: what may be granted at most, and how it is followed up. */
import { type Money, type Rate, rate } from "../values/money.ts";
import {
  amountsOf,
  fault,
  fieldOf,
  isAbsent,
  type Mapping,
  mappingOf,
  wholeOr,
} from "./policy-fields.ts";

export type AgreementPolicy = {
  /** Of a plan: from the proposal to its last day. */
  readonly longestDays: number;
  /** Parts per 10⁹ of the whole that the first instalment has at least; 0: nothing is asked. */
  readonly leastFirstPpb: bigint;
  readonly mostParts: number;
  /** Less than this is no instalment; a currency not named has no minimum. */
  readonly leastPart: readonly Money[];
  readonly longestExtensionDays: number;
  /** Parts per 10⁹ of the claims that a discount may give up. */
  readonly mostDiscountPpb: bigint;
  /** What our money costs a year; null: the one-year LPR. */
  readonly costRate: Rate | null;
  readonly signWithinDays: number;
  /** Days after the day to sign by before an unsigned agreement falls. */
  readonly lapseDays: number;
  /** Days that an instalment is waited for before it is missed. */
  readonly graceDays: number;
  /** So many missed instalments are borne; one more is default. */
  readonly missedAllowed: number;
  /** Days before an instalment at which its reminder is a task; 0: none. */
  readonly remindDays: number;
};

const FIELDS = [
  "longest_days",
  "least_first_percent",
  "most_parts",
  "least_part",
  "longest_extension_days",
  "most_discount_percent",
  "cost_percent",
  "sign_within_days",
  "lapse_days",
  "grace_days",
  "missed_allowed",
  "remind_days",
];

/** "2.5" per cent as parts per 10⁹, at most four decimals, up to `most` per cent. */
function percentOr(mapping: Mapping, name: string, otherwise: bigint, most: bigint): bigint {
  const [input, at] = fieldOf(mapping, name);
  if (isAbsent(input)) return otherwise;
  const text = typeof input === "number" ? String(input) : input;
  const match = typeof text === "string" ? /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text) : null;
  const parts = BigInt(`${match?.[1] ?? "0"}${(match?.[2] ?? "").padEnd(4, "0")}`) * 1000n;
  if (match !== null && parts <= most * 10_000_000n) return parts;
  fault(at, "out_of_range", { found: String(input), allowed: [`0…${most}`] });
  return otherwise;
}

function costOf(mapping: Mapping): Rate | null {
  const [input] = fieldOf(mapping, "cost_percent");
  return isAbsent(input) ? null : rate(percentOr(mapping, "cost_percent", 0n, 50n), "year");
}

/** What the house grants where the policy is silent: a year, ten per cent first, a month later. */
export function agreementsOf(policy: Mapping): AgreementPolicy {
  const [input, at] = fieldOf(policy, "agreements");
  const mapping = mappingOf(isAbsent(input) ? {} : input, at, FIELDS);
  const [leastPart, leastAt] = fieldOf(mapping, "least_part");
  return {
    longestDays: wholeOr(mapping, "longest_days", 366, [1, 3660]),
    leastFirstPpb: percentOr(mapping, "least_first_percent", 100_000_000n, 100n),
    mostParts: wholeOr(mapping, "most_parts", 24, [1, 120]),
    leastPart: amountsOf(leastPart, leastAt),
    longestExtensionDays: wholeOr(mapping, "longest_extension_days", 90, [1, 730]),
    mostDiscountPpb: percentOr(mapping, "most_discount_percent", 50_000_000n, 50n),
    costRate: costOf(mapping),
    signWithinDays: wholeOr(mapping, "sign_within_days", 7, [1, 90]),
    lapseDays: wholeOr(mapping, "lapse_days", 14, [0, 90]),
    graceDays: wholeOr(mapping, "grace_days", 3, [0, 30]),
    missedAllowed: wholeOr(mapping, "missed_allowed", 1, [0, 12]),
    remindDays: wholeOr(mapping, "remind_days", 3, [0, 30]),
  };
}

/** A policy without the section. */
export const USUAL_AGREEMENTS: AgreementPolicy = agreementsOf({
  at: { path: "", faults: [] },
  fields: {},
});
