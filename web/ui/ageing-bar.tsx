/** A customer's or a ledger's ages as one bar, and below it what each part is. */
import type { WireMoney } from "../../src/contract/scalars.ts";
import { moneyOf } from "../../src/domain/values/money.ts";
import { useWords } from "../words.tsx";
import { Amount, amountWithCurrency } from "./amount.tsx";
import "./ageing-bar.css";

export type AgeingPart = {
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  readonly amount: WireMoney;
};

/** Parts in thousandths of the whole, only to draw widths; nothing is computed from them. */
export function widths(parts: readonly AgeingPart[]): readonly number[] {
  const minors = parts.map(({ amount }) => moneyOf(amount.amount, amount.currency).minor);
  const positive = minors.map((minor) => (minor > 0n ? minor : 0n));
  const whole = positive.reduce((sum: bigint, minor) => sum + minor, 0n);
  if (whole === 0n) return positive.map(() => 0);
  return positive.map((minor) => Number((minor * 1000n) / whole));
}

const isSomething = ({ amount }: AgeingPart): boolean => /[1-9]/.test(amount.amount);

/** Segments as wide as their share; a part that is something is never invisible. */
export function AgeingBar({ parts }: { readonly parts: readonly AgeingPart[] }) {
  const shares = widths(parts);
  const described = parts
    .filter(isSomething)
    .map(({ name, amount }) => `${name} ${amountWithCurrency(amount)}`);
  // Who only has credit owes nothing: there is no picture to describe.
  if (described.length === 0) return <div className="ageing-bar" aria-hidden="true" />;
  return (
    <div className="ageing-bar" role="img" aria-label={described.join("; ")}>
      {parts.map((part, index) =>
        isSomething(part) ? (
          <span
            key={part.key}
            style={{ flexGrow: shares[index], background: part.colour }}
            title={`${part.name} · ${amountWithCurrency(part.amount)}`}
          />
        ) : null,
      )}
    </div>
  );
}

/** The parts in words and figures; a part with nothing in it is left out. */
export function AgeingLegend({ parts }: { readonly parts: readonly AgeingPart[] }) {
  return (
    <ul className="ageing-legend">
      {parts.filter(isSomething).map(({ key, name, colour, amount }) => (
        <li key={key}>
          <i style={{ background: colour }} aria-hidden="true" />
          <span className="quiet">{name}</span>
          <Amount of={amount} />
        </li>
      ))}
    </ul>
  );
}

/** Days late as a tag in the colour of its bucket; the text says it too. */
export function DaysLate({ days }: { readonly days: number | null }) {
  const words = useWords();
  if (days === null || days <= 0) return <span className="quiet">–</span>;
  return <span className={`tag number ${latenessClass(days)}`}>{words.ageing.days(days)}</span>;
}

/** The style of a number of days past due (look.md, lateness scale). */
export function latenessClass(days: number): string {
  if (days <= 0) return "late-not_due";
  if (days <= 30) return "late-1-30";
  if (days <= 60) return "late-31-60";
  if (days <= 90) return "late-61-90";
  if (days <= 180) return "late-91-180";
  return days <= 365 ? "late-181-365" : "late-365-over";
}
