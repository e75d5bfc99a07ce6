/** The policy's cash section: what cash application may give up and decide by itself. */
import type { CashRules } from "../cash/matching/match.ts";
import type { CashPolicy } from "./policy.ts";
import {
  amountsOf,
  choiceOf,
  fault,
  fieldOf,
  isAbsent,
  type Mapping,
  mappingOf,
  oneOf,
  type Place,
  wholeOf,
  wholeOr,
} from "./policy-fields.ts";

const CASH_FIELDS = [
  "bank_fee_up_to",
  "rounding_up_to",
  "cash_discount",
  "oldest_first",
  "apply_by_itself_from",
  "appropriation",
  "deductions",
];

/** Proposals of this confidence and more are booked by themselves where the policy is silent. */
const APPLY_FROM = 990;
/** More than half of a claim is no discount. Parts per 10⁹. */
const HIGHEST_DISCOUNT = 500_000_000n;

/** "2.5" percent as parts per 10⁹; at most four decimals, above 0 and up to 50. */
function percentOf(input: unknown, at: Place): bigint {
  const text = typeof input === "number" ? String(input) : input;
  const match = typeof text === "string" ? /^(\d{1,2})(?:\.(\d{1,4}))?$/.exec(text) : null;
  const parts = BigInt(`${match?.[1] ?? "0"}${(match?.[2] ?? "").padEnd(4, "0")}`) * 1000n;
  if (match !== null && parts > 0n && parts <= HIGHEST_DISCOUNT) return parts;
  if (isAbsent(input)) fault(at, "missing");
  else fault(at, "out_of_range", { found: String(input), allowed: ["0.0001…50"] });
  return 0n;
}

function discountOf(mapping: Mapping): CashRules["cashDiscount"] {
  const [input, at] = fieldOf(mapping, "cash_discount");
  if (isAbsent(input)) return null;
  const discount = mappingOf(input, at, ["percent", "within_days"]);
  const partsPerBillion = percentOf(...fieldOf(discount, "percent"));
  const [days, daysAt] = fieldOf(discount, "within_days");
  return { partsPerBillion, withinDays: isAbsent(days) ? null : wholeOf(days, daysAt, 0, 366) };
}

function amountsNamed(mapping: Mapping, name: string): CashRules["bankFeeUpTo"] {
  const [input, at] = fieldOf(mapping, name);
  return amountsOf(input, at);
}

function oldestFirstOf(mapping: Mapping): boolean {
  const [input, at] = fieldOf(mapping, "oldest_first");
  const written = typeof input === "boolean" ? String(input) : input;
  return choiceOf(written, at, ["true", "false"]) === "true";
}

/** Nothing is given up where nothing is written: tolerance is a decision, not a default. */
export function cashOf(policy: Mapping): CashPolicy {
  const [input, at] = fieldOf(policy, "cash");
  const mapping = mappingOf(isAbsent(input) ? {} : input, at, CASH_FIELDS);
  return {
    bankFeeUpTo: amountsNamed(mapping, "bank_fee_up_to"),
    roundingUpTo: amountsNamed(mapping, "rounding_up_to"),
    cashDiscount: discountOf(mapping),
    oldestFirst: oldestFirstOf(mapping),
    autoFrom: wholeOr(mapping, "apply_by_itself_from", APPLY_FROM, [0, 1000]),
    appropriation: oneOf(mapping, "appropriation", ["statutory", "principal_first"], "statutory"),
    deductions: oneOf(mapping, "deductions", ["open", "dispute"], "open"),
  };
}
