/** What cash application may give up and decide by itself, in words. */
import { amountWithCurrency } from "../../ui/amount.tsx";
import { percentText } from "../../ui/rate.ts";
import { useWords } from "../../words.tsx";
import type { PolicyAnswer } from "./policy-answer.ts";

type Cash = PolicyAnswer["cash"];

function useGivenUp() {
  const { policy, frame } = useWords();
  return (amounts: Cash["bankFeeUpTo"]): string =>
    amounts.length === 0
      ? policy.cash.nothingGiven
      : policy.cash.upTo(frame.listOf(amounts.map(amountWithCurrency)));
}

export function CashPolicy({ cash }: { readonly cash: Cash }) {
  const { cash: words } = useWords().policy;
  const givenUp = useGivenUp();
  const { cashDiscount: discount } = cash;
  const lines: readonly (readonly [string, string])[] = [
    [words.byItself, words.byItselfValue(String(cash.applyFrom / 10))],
    [words.unnamed, cash.oldestFirst ? words.oldestFirst : words.notOldestFirst],
    [words.fee, givenUp(cash.bankFeeUpTo)],
    [words.rounding, givenUp(cash.roundingUpTo)],
    [
      words.discount,
      discount === null
        ? words.noDiscount
        : words.discountValue(percentText(discount.partsPerBillion), discount.withinDays),
    ],
    [words.deduction, words.deductions[cash.deductions]],
    [words.order, words.orders[cash.appropriation]],
  ];
  return (
    <section className="cash-policy">
      <h2>{words.title}</h2>
      <dl className="policy-settings wide">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
