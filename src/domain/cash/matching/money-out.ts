/** Lines of money out: payments taken back, refunds, and what is no receivable. */
import { type Explanation, nobody, tells } from "./explanation.ts";
import type { LineSigns } from "./match-case.ts";
import { because, waits } from "./match-reasons.ts";
import { notReceivable } from "./not-receivable.ts";
import type { PayerSign } from "./payer.ts";
import { findReturned, type Returned } from "./returned-line.ts";

/** How often a returned payment's remark reads so. */
function returnWords(signs: LineSigns): number {
  if (signs.line.returned) return 1;
  if (signs.words.returned) return 0.9;
  return signs.words.refund ? 0.15 : 0.02;
}

function takesBack(
  signs: LineSigns,
  returned: Returned,
  payers: readonly PayerSign[],
): Explanation {
  const { past, named, fit } = returned;
  const words = returnWords(signs);
  const told = [because("takes_back_line", { line: past.line.id })];
  if (signs.line.returned) told.push(because("returned_by_bank"));
  const sign = payers.find(({ payer }) => payer.customer.id === past.customerId) ?? null;
  return {
    ...nobody("return", named ? 10 : words * fit, told),
    sign,
    reverses: past.line.id,
  };
}

/** How often a refund's remark reads so; a payment to somebody who is no customer is no refund. */
function refundWords(signs: LineSigns): number {
  if (signs.line.returned) return 0.001;
  if (signs.words.refund) return 0.5;
  return signs.words.returned ? 0.01 : 0.05;
}

const refund = (signs: LineSigns, sign: PayerSign, best: number): Explanation => ({
  ...nobody("refund", (refundWords(signs) * 0.3 * sign.weight) / best, []),
  told: tells(
    [...sign.because, because(signs.words.refund ? "refund_words" : "money_out")],
    [waits("money_out")],
  ),
  sign,
  onAccount: -signs.amount,
});

/** All that a line of money out may be. `payers` are those that its other side points to. */
export function explainMoneyOut(
  signs: LineSigns,
  payers: readonly PayerSign[],
): readonly Explanation[] {
  const reason = notReceivable(signs.line, true);
  const best = Math.max(0.000001, ...payers.map(({ weight }) => weight));
  const known = payers.length > 0;
  const spoken = signs.words.refund || signs.words.returned;
  const nothing = reason !== null ? (known ? 0.05 : 5) : known || spoken ? 0.002 : 0.02;
  const told = reason === null ? because("money_out") : because("not_receivable_words", { reason });
  return [
    ...findReturned(signs.book, signs.line).map((one) => takesBack(signs, one, payers)),
    ...payers.map((sign) => refund(signs, sign, best)),
    nobody("unidentified", spoken ? 0.02 : 0.0001, [because("payer_unknown")]),
    nobody("not_receivable", nothing, [told]),
  ];
}
