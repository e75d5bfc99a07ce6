/** Lines of money in: whose payment they may be, or nobody's. */
import { explainPayer } from "./explain.ts";
import { explainOtherCurrency } from "./explain-currency.ts";
import { type Explanation, nobody } from "./explanation.ts";
import { outOfTheBlue } from "./likelihood.ts";
import { caseOf, type LineSigns } from "./match-case.ts";
import { because } from "./match-reasons.ts";
import { notReceivable } from "./not-receivable.ts";
import { explainOldestFirst } from "./oldest-first.ts";
import { explainAgain } from "./paid-before.ts";
import type { PayerSign, PayerSigns } from "./payer.ts";
import type { NameLikeness } from "./payer-name.ts";

/** How often a stranger's name is like a customer's. */
const STRANGER_LIKE: Readonly<Record<NameLikeness, number>> = {
  same: 0.000001,
  legal_form: 0.0001,
  cut: 0.0001,
  swapped: 0.0001,
  dropped: 0.0001,
  short: 0.0003,
  typo: 0.02,
};

/** How often a stranger's payment would point to customers as this line does. */
function strangerLike(found: PayerSigns, payers: readonly PayerSign[]): number {
  const byAccount = payers.some(({ because: signs }) =>
    signs.some(({ code }) => code.startsWith("account_")),
  );
  const byName = found.names.map(({ likeness }) => STRANGER_LIKE[likeness]);
  return Math.min(1, byAccount ? 0.0003 : 1, ...byName);
}

function unidentified(
  signs: LineSigns,
  found: PayerSigns,
  payers: readonly PayerSign[],
): Explanation {
  const customers = Math.min(signs.book.payers.size, 1000);
  const { whole, parts } = signs.remark;
  const numbers = whole.length > 0 ? 0.0001 : parts.length > 0 ? 0.03 : 0.3;
  const chance = 0.01 * customers * numbers * outOfTheBlue(signs.amount) * 0.175;
  return nobody("unidentified", chance * strangerLike(found, payers), [because("payer_unknown")]);
}

/** All ways in which money may have come in; `gaveUp` if sums were left untried. */
export function explainMoneyIn(signs: LineSigns, found: PayerSigns, payers: readonly PayerSign[]) {
  const explanations: Explanation[] = [unidentified(signs, found, payers)];
  let gaveUp = false;
  for (const sign of payers) {
    const view = caseOf(signs, sign);
    const explained = explainPayer(view);
    explanations.push(
      ...explained.explanations,
      ...explainAgain(view),
      ...explainOtherCurrency(view),
    );
    gaveUp ||= explained.gaveUp;
  }
  const reason = notReceivable(signs.line, false);
  if (reason !== null) {
    const told = because("not_receivable_words", { reason });
    explanations.push(nobody("not_receivable", payers.some(({ own }) => own) ? 1e-9 : 1, [told]));
  }
  return { explanations, gaveUp };
}

/** What the policy's oldest-first rule makes of the line; null where the rule has no place. */
export function oldestFirst(signs: LineSigns, payers: readonly PayerSign[]): Explanation | null {
  if (!signs.rules.oldestFirst) return null;
  const own = payers.filter((sign) => sign.own);
  const [sign, another] = own;
  if (sign === undefined || another !== undefined) return null;
  return explainOldestFirst(caseOf(signs, sign));
}
