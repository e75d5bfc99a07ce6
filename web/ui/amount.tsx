/** An amount as people read it: grouped, a true minus sign, a dash for nothing. */
import type { WireMoney } from "../../src/contract/scalars.ts";
import { groupedAmount, isZero, moneyOf } from "../../src/domain/values/money.ts";

type Show = {
  readonly of: WireMoney | null;
  /** Writes the currency's code before the figure; in tables the head says it once. */
  readonly currency?: boolean;
  readonly strong?: boolean;
};

/** "1,250.00", "−3.00", "–" for nothing. */
export function amountWords(amount: WireMoney | null): string {
  if (amount === null) return "–";
  const value = moneyOf(amount.amount, amount.currency);
  return isZero(value) ? "–" : groupedAmount(value).replace("-", "−");
}

/** As `amountWords`, with the currency before it: "CNY 1,250.00". */
export const amountWithCurrency = (amount: WireMoney): string =>
  `${amount.currency} ${amountWords(amount)}`;

export function Amount({ of, currency = false, strong = false }: Show) {
  return (
    <span className={`number nowrap${strong ? " strong" : ""}`}>
      {currency && of !== null && <span className="amount-currency">{of.currency} </span>}
      {amountWords(of)}
    </span>
  );
}

/** Amounts of several currencies, one below the other; they are never added up. */
export function Amounts({ of, strong = false }: { of: readonly WireMoney[]; strong?: boolean }) {
  if (of.length === 0) return <span className="number">–</span>;
  return (
    <span className="amounts">
      {of.map((amount) => (
        <Amount key={amount.currency} of={amount} currency strong={strong} />
      ))}
    </span>
  );
}
