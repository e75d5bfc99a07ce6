/** The returned payment: what it settled opens again, with its history and its due days. */
import type { PaymentMethod } from "../book/payment-method.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { ItemId, PromiseId } from "../values/ids.ts";
import { add, type Currency, isPositive, isZero, type Money, subtract } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { ReceiptState } from "./receipt.ts";

export const RETURN_KINDS = [
  "bank_return",
  "bounced_cheque",
  "dishonoured_bill",
  "chargeback",
  "direct_debit_return",
] as const;
export type ReturnKind = (typeof RETURN_KINDS)[number];

export type ReturnOffer = {
  readonly kind: ReturnKind;
  readonly returnedOn: PlainDate;
  /** What came back; null: all of it. */
  readonly amount: Money | null;
  /** What the bank took for it; null: nothing. */
  readonly charge: Money | null;
  /** Claim the charge from the customer. */
  readonly claimCharge: boolean;
};

/** A receipt that may have come back. */
export type ReturnableReceipt = {
  readonly state: ReceiptState;
  readonly method: PaymentMethod | "erp";
  readonly amount: Money;
  readonly receivedOn: PlainDate;
  /** What of it was given back to the customer already. */
  readonly refunded: Money;
  /** The contract's words by which the customer bears the bank's charge; null: there are none. */
  readonly clause: string | null;
};

export type JudgedReturn = {
  readonly kind: ReturnKind;
  readonly returnedOn: PlainDate;
  readonly charge: Money | null;
  /** The clause by which the charge is claimed; null: it stays the creditor's cost. */
  readonly chargeClause: string | null;
};

export type ReturnRefusal =
  | { readonly code: "return_booked_already" }
  | { readonly code: "return_before_receipt"; readonly receivedOn: PlainDate }
  | { readonly code: "return_in_future"; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly code: "return_in_other_currency"; readonly currency: Currency }
  | { readonly code: "return_is_not_whole"; readonly amount: Money }
  | { readonly code: "return_kind_does_not_fit"; readonly method: PaymentMethod | "erp" }
  | { readonly code: "return_after_refund"; readonly refunded: Money }
  | { readonly code: "return_line_differs"; readonly line: Money; readonly amount: Money }
  | { readonly code: "charge_not_positive" }
  | { readonly code: "charge_without_clause" };

const KINDS_OF: Readonly<Record<PaymentMethod | "erp", readonly [ReturnKind, ...ReturnKind[]]>> = {
  bank: ["bank_return", "direct_debit_return", "chargeback"],
  wechat: ["chargeback", "bank_return"],
  alipay: ["chargeback", "bank_return"],
  cash: ["bank_return"],
  cheque: ["bounced_cheque", "bank_return"],
  bill: ["dishonoured_bill"],
  erp: ["bank_return", "bounced_cheque", "chargeback", "direct_debit_return"],
};

/** The kind that is likeliest for money that came this way. */
export const returnKindOf = (method: PaymentMethod | "erp"): ReturnKind => KINDS_OF[method][0];

/**
 * Whether a payment may be booked as returned. It comes back as a whole: a lesser amount that left
 * the account is a refund or another payment, since nothing tells which claims it would open. What
 * was refunded meanwhile is settled with the customer first. A bank's charge is the creditor's
 * cost; without words in the contract the customer does not bear it (民法典 584 wants them proven).
 */
export function judgeReturn(
  offer: ReturnOffer,
  receipt: ReturnableReceipt,
  today: PlainDate,
): Result<JudgedReturn, ReturnRefusal> {
  const { kind, returnedOn, charge } = offer;
  if (receipt.state === "returned") return refuse({ code: "return_booked_already" });
  const { receivedOn, method, refunded } = receipt;
  if (returnedOn < receivedOn) return refuse({ code: "return_before_receipt", receivedOn });
  if (returnedOn > today) return refuse({ code: "return_in_future", day: returnedOn, today });
  const whole = judgeWhole(offer.amount, receipt.amount);
  if (!whole.ok) return whole;
  if (!KINDS_OF[method].includes(kind)) return refuse({ code: "return_kind_does_not_fit", method });
  if (isPositive(refunded)) return refuse({ code: "return_after_refund", refunded });
  const judged = judgeCharge(offer, receipt);
  return judged.ok ? ok({ kind, returnedOn, charge, chargeClause: judged.value }) : judged;
}

/**
 * A bank line named for the return has the payment's amount, going out; null: none is taken in yet.
 * A charge that the bank took off with it is a line of its own or has to be told apart first.
 */
export function judgeReturnLine(
  line: Money | null,
  { amount }: Pick<ReturnableReceipt, "amount">,
): Result<Money | null, ReturnRefusal> {
  if (line === null) return ok(null);
  const fits = line.currency === amount.currency && isZero(add(line, amount));
  return fits ? ok(line) : refuse({ code: "return_line_differs", line, amount });
}

function judgeWhole(told: Money | null, amount: Money): Result<Money, ReturnRefusal> {
  if (told === null) return ok(amount);
  const { currency } = amount;
  if (told.currency !== currency) return refuse({ code: "return_in_other_currency", currency });
  return isZero(subtract(told, amount))
    ? ok(amount)
    : refuse({ code: "return_is_not_whole", amount });
}

/** The clause that makes the customer bear the charge, or null where nobody claims it. */
function judgeCharge(
  { charge, claimCharge }: ReturnOffer,
  { amount, clause }: ReturnableReceipt,
): Result<string | null, ReturnRefusal> {
  const { currency } = amount;
  if (charge !== null && charge.currency !== currency) {
    return refuse({ code: "return_in_other_currency", currency });
  }
  if (charge !== null && !isPositive(charge)) return refuse({ code: "charge_not_positive" });
  if (!claimCharge) return ok(null);
  if (charge === null) return refuse({ code: "charge_not_positive" });
  const written = clause?.trim() || null;
  return written === null ? refuse({ code: "charge_without_clause" }) : ok(written);
}

/** A promise that was judged; days are those on which it was taken and judged. */
export type JudgedEarlier = {
  readonly id: PromiseId;
  readonly state: string;
  readonly items: readonly ItemId[];
  readonly judgedOn: PlainDate | null;
};

/**
 * The promises that this money helped to keep: judged kept, wholly or in part, on the receipt's day
 * or later, for a claim that opens again. They are judged anew; a broken one stays broken.
 */
export function promisesToJudgeAnew<Promised extends JudgedEarlier>(
  promises: readonly Promised[],
  reopened: ReadonlySet<ItemId>,
  receivedOn: PlainDate,
): readonly Promised[] {
  return promises.filter(
    ({ state, items, judgedOn }) =>
      (state === "kept" || state === "partially_kept") &&
      (judgedOn === null || judgedOn >= receivedOn) &&
      items.some((item) => reopened.has(item)),
  );
}
