/** The policy's approvals section: who decides on what is asked for, by kind, amount and length. */
import { type Money, moneyOf } from "../values/money.ts";
import {
  amountsOf,
  fault,
  fieldOf,
  isAbsent,
  type Mapping,
  mappingOf,
  membersOf,
  oneOf,
  type Place,
  wholeOf,
  wholeOr,
} from "./policy-fields.ts";

/** What the policy rules on. A refund has rules of its own: it is decided where money is kept. */
export const RULED_KINDS = [
  "repayment_plan",
  "extension",
  "discount",
  "write_off",
  "credit_limit",
  "delivery_stop",
  "third_party",
  "sale",
  "blacklist",
  "outside_hours",
] as const;
export type RuledKind = (typeof RULED_KINDS)[number];

/** Who may be named as deciding; an administrator never is. */
export const DECIDING_ROLES = [
  "senior_collector",
  "credit_manager",
  "finance",
  "legal",
  "executive",
] as const;
export type DecidingRole = (typeof DECIDING_ROLES)[number];

/** Fits what is asked for up to these limits; null: no limit of that sort. */
export type ApprovalRule = {
  readonly kind: RuledKind;
  /** A currency not named doesn't fit. */
  readonly upTo: readonly Money[] | null;
  readonly upToDays: number | null;
  readonly by: readonly DecidingRole[];
};

export type ApprovalPolicy = {
  /** The first that fits decides. */
  readonly rules: readonly ApprovalRule[];
  /** Working days in which what was approved is carried out. */
  readonly carryOutWithin: number;
};

const yuan = (amount: string): readonly Money[] => [moneyOf(`${amount}.00`, "CNY")];
const rule = (
  kind: RuledKind,
  by: readonly DecidingRole[],
  upTo: readonly Money[] | null = null,
  upToDays: number | null = null,
): ApprovalRule => ({ kind, upTo, upToDays, by });

/** As in the standard policy; what no rule fits is the executives' to decide. */
export const USUAL_APPROVALS: ApprovalPolicy = {
  rules: [
    rule("repayment_plan", ["senior_collector", "credit_manager"], yuan("100000"), 90),
    rule("repayment_plan", ["credit_manager"], yuan("1000000"), 180),
    rule("extension", ["senior_collector", "credit_manager"], yuan("100000"), 30),
    rule("extension", ["credit_manager"], yuan("1000000"), 90),
    rule("discount", ["credit_manager", "finance"], yuan("10000")),
    rule("write_off", ["finance"], yuan("10000")),
    rule("credit_limit", ["credit_manager"], yuan("500000")),
    rule("delivery_stop", ["credit_manager"]),
    rule("third_party", ["legal"], yuan("500000")),
    rule("blacklist", ["credit_manager", "legal"]),
    rule("outside_hours", ["credit_manager", "legal"]),
  ],
  carryOutWithin: 5,
};

const RULE_FIELDS = ["kind", "up_to", "up_to_days", "by"];

function deciderOf(input: unknown, at: Place): DecidingRole[] {
  const found = DECIDING_ROLES.find((role) => role === input);
  if (found !== undefined) return [found];
  fault(at, "unknown_value", { found: String(input), allowed: DECIDING_ROLES });
  return [];
}

/** One role or a list of them, at least one. */
function decidersOf(mapping: Mapping): DecidingRole[] {
  const [input, at] = fieldOf(mapping, "by");
  if (isAbsent(input) || (Array.isArray(input) && input.length === 0)) {
    fault(at, "missing", { allowed: DECIDING_ROLES });
    return [];
  }
  if (!Array.isArray(input)) return deciderOf(input, at);
  return membersOf(mapping, "by").flatMap(([role, place]) => deciderOf(role, place));
}

function ruleOf(input: unknown, at: Place): ApprovalRule {
  const mapping = mappingOf(input, at, RULE_FIELDS);
  const [amounts, amountsAt] = fieldOf(mapping, "up_to");
  const [days, daysAt] = fieldOf(mapping, "up_to_days");
  return {
    kind: oneOf(mapping, "kind", RULED_KINDS),
    upTo: isAbsent(amounts) ? null : amountsOf(amounts, amountsAt),
    upToDays: isAbsent(days) ? null : wholeOf(days, daysAt, 1, 3660),
    by: decidersOf(mapping),
  };
}

/** The usual rules where nothing is written. */
export function approvalsOf(policy: Mapping): ApprovalPolicy {
  const [input, at] = fieldOf(policy, "approvals");
  if (isAbsent(input)) return USUAL_APPROVALS;
  const mapping = mappingOf(input, at, ["rules", "carry_out_within"]);
  const [rules, rulesAt] = fieldOf(mapping, "rules");
  if (isAbsent(rules)) fault(rulesAt, "missing");
  const { carryOutWithin } = USUAL_APPROVALS;
  return {
    rules: membersOf(mapping, "rules").map(([one, place]) => ruleOf(one, place)),
    carryOutWithin: wholeOr(mapping, "carry_out_within", carryOutWithin, [1, 60]),
  };
}
