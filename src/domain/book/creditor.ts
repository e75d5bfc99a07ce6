/** The creditor's own details: what its letters say of it, and when letters may go to customers. */
import { parseUscc, type UsccRefusal } from "../countries/china/uscc.ts";
import { ok, type Result, refuse } from "../values/result.ts";

export type CreditorDetails = {
  readonly name: string;
  readonly nameEn: string | null;
  readonly uscc: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly bankName: string | null;
  readonly bankAccount: string | null;
  /** While it is on, no letter reaches a customer. */
  readonly testMode: boolean;
};

export type CreditorRefusal =
  | UsccRefusal
  | { readonly code: "creditor_has_no_name" }
  | { readonly code: "letterhead_incomplete"; readonly missing: readonly string[] };

/**
 * What a demand must state of the creditor, or the debtor can't tell whom to pay and whom to ask.
 */
const LETTERHEAD = ["address", "phone", "email", "bankName", "bankAccount"] as const;

/**
 * Accepts the details, blanks as nothing. Refuses a malformed 统一社会信用代码, and to leave test
 * mode before the letterhead is complete (`law.md` §7: account, address, dispute channel).
 */
export function judgeCreditor(offered: CreditorDetails): Result<CreditorDetails, CreditorRefusal> {
  const entries = Object.entries(offered).map(([key, value]) => [
    key,
    typeof value === "string" ? value.trim() || null : value,
  ]);
  const details = Object.fromEntries(entries) as CreditorDetails;
  if (details.name === null) return refuse({ code: "creditor_has_no_name" });
  const uscc = details.uscc === null ? null : parseUscc(details.uscc);
  if (uscc?.ok === false) return uscc;
  const missing = LETTERHEAD.filter((key) => details[key] === null);
  if (!details.testMode && missing.length > 0) {
    return refuse({ code: "letterhead_incomplete", missing });
  }
  return ok({ ...details, uscc: uscc?.value.uscc ?? null });
}
