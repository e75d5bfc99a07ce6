/** What may be agreed about with a customer: what is free of each item, the policy's limits. */
import { daysBetween } from "../domain/values/calendar.ts";
import type { AgreementId, CustomerId } from "../domain/values/ids.ts";
import { divide, money } from "../domain/values/money.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { type AgreeableRow, listAgreeableItems } from "../store/agreeable-items.ts";
import { findCustomerDetail } from "../store/customer-details.ts";
import type { Sight } from "./look.ts";
import { loadPolicy } from "./policy-in-force.ts";

/** "10" or "2.5": parts per 10⁹ as per cent. */
function percentText(ppb: bigint): string {
  const thousandths = divide(ppb, 1_000n, "half-up");
  const digits = thousandths.toString().padStart(5, "0");
  const cut = digits.length - 4;
  return `${digits.slice(0, cut)}.${digits.slice(cut)}`.replace(/\.?0+$/, "");
}

const floor = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

function shownItem({ currency, ...row }: AgreeableRow, today: Sight["today"]) {
  const free = floor(row.open - row.disputed - row.promised - row.agreed);
  return {
    ...{ id: row.id, number: row.number, dueOn: row.dueOn },
    open: money(row.open, currency),
    free: money(free, currency),
    disputed: money(row.disputed, currency),
    promised: money(row.promised, currency),
    agreed: money(row.agreed, currency),
    daysPastDue: daysBetween(row.dueOn, today),
  };
}

/** Refused for an unknown customer, and where no policy is in force: then nothing is proposed. */
export async function viewAgreementTerms(
  sight: Sight,
  customer: CustomerId,
  replaces: AgreementId | null,
) {
  const { tx, creditor, today } = sight;
  const inForce = await loadPolicy(tx, creditor.id);
  if ((await findCustomerDetail(tx, creditor.id, customer)) === null) {
    return refuse({ code: "customer_not_found" as const });
  }
  if (inForce === null) return refuse({ code: "policy_missing" as const });
  const { agreements: limits } = inForce.policy;
  const items = await listAgreeableItems(tx, creditor.id, customer, replaces);
  return ok({
    items: items.map((row) => shownItem(row, today)),
    limits: {
      longestDays: limits.longestDays,
      leastFirstPercent: percentText(limits.leastFirstPpb),
      mostParts: limits.mostParts,
      leastPart: limits.leastPart,
      longestExtensionDays: limits.longestExtensionDays,
      mostDiscountPercent: percentText(limits.mostDiscountPpb),
      signWithinDays: limits.signWithinDays,
    },
    can: { propose: sight.may("agreement:propose") },
  });
}
