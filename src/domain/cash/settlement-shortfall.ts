/** The shortfall of a settlement: whether it may be given up, and on which account it stands. */
import type { Account } from "../book/booking.ts";
import { compare, isPositive, isZero, type Money, zero } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { Shortfall } from "./matching/match.ts";
import type { SettlementCase, SettlementRefusal } from "./settlement.ts";
import type { WishedClaim } from "./settlement-items.ts";
import { toleratedShortfall } from "./tolerance.ts";

const ACCOUNTS: Readonly<Record<Shortfall["kind"], Account | null>> = {
  bank_fee: "bank_charge",
  cash_discount: "cash_discount",
  rounding: "small_difference",
  deduction: null,
};

/** Where what is given up stands; null: a deduction stays open on the claim. */
export const shortfallAccount = (kind: Shortfall["kind"]): Account | null => ACCOUNTS[kind];

/**
 * By itself only what the policy tolerates is given up. A person may give up more with a reason,
 * but not without any money and not more than came: that is no difference, it is a waiver.
 */
export function judgeShortfall(
  shortfall: Shortfall | null,
  claims: readonly WishedClaim[],
  given: SettlementCase,
  onAccount: Money,
): Result<Shortfall | null, SettlementRefusal> {
  if (shortfall === null) return ok(null);
  const { kind, amount } = shortfall;
  const unit = amount.currency;
  if (!isPositive(amount)) {
    return refuse({ code: "shortfall_exceeds_policy", kind, allowed: zero(unit) });
  }
  if (!isZero(onAccount)) return refuse({ code: "shortfall_beside_rest", rest: onAccount });
  if (kind === "deduction") return ok(shortfall);
  const { receipt, rules, by, reason, today } = given;
  const paidOn = receipt?.receivedOn ?? today;
  const discounted = claims.map(({ item, paid }) => ({ issuedOn: item.issuedOn, paid }));
  const tolerated = toleratedShortfall(kind, discounted, rules, paidOn, unit);
  if (compare(amount, tolerated) <= 0) return ok(shortfall);
  const most = receipt?.rest ?? zero(unit);
  if (by === "itself" || compare(amount, most) > 0) {
    return refuse({ code: "shortfall_exceeds_policy", kind, allowed: tolerated });
  }
  if ((reason ?? "").trim() === "") return refuse({ code: "reason_missing" });
  return ok(shortfall);
}
