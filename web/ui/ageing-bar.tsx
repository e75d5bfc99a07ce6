/** A customer's or a ledger's ages as one bar, and below it what each part is. */
import type { WireMoney } from "../../src/contract/scalars.ts";
import { moneyOf } from "../../src/domain/values/money.ts";
import { useWords } from "../words.tsx";
import { Amount, amountWithCurrency } from "./amount.tsx";
import type { LatenessBucket } from "./theme.ts";
import "./ageing-bar.css";

export type AgeingPart = { readonly bucket: LatenessBucket; readonly amount: WireMoney };

/** Parts in thousandths of the whole, only to draw widths; nothing is computed from them. */
export function widths(parts: readonly AgeingPart[]): readonly number[] {
  const minors = parts.map(({ amount }) => moneyOf(amount.amount, amount.currency).minor);
  const positive = minors.map((minor) => (minor > 0n ? minor : 0n));
  const whole = positive.reduce((sum: bigint, minor) => sum + minor, 0n);
  if (whole === 0n) return positive.map(() => 0);
  return positive.map((minor) => Number((minor * 1000n) / whole));
}

const colour = (bucket: LatenessBucket): string => `var(--late-${bucket.replace("+", "-over")})`;

export function AgeingBar({ parts }: { readonly parts: readonly AgeingPart[] }) {
  const words = useWords();
  const shares = widths(parts);
  const described = parts
    .filter((_, index) => (shares[index] ?? 0) > 0)
    .map(({ bucket, amount }) => `${words.ageing.buckets[bucket]} ${amountWithCurrency(amount)}`);
  return (
    <div className="ageing-bar" role="img" aria-label={described.join("; ")}>
      {parts.map(({ bucket, amount }, index) =>
        (shares[index] ?? 0) > 0 ? (
          <span
            key={bucket}
            style={{ flexGrow: shares[index], background: colour(bucket) }}
            title={`${words.ageing.buckets[bucket]} · ${amountWithCurrency(amount)}`}
          />
        ) : null,
      )}
    </div>
  );
}

/** The parts in words and figures; a part with nothing in it is left out. */
export function AgeingLegend({ parts }: { readonly parts: readonly AgeingPart[] }) {
  const words = useWords();
  const shares = widths(parts);
  return (
    <ul className="ageing-legend">
      {parts.map(({ bucket, amount }, index) =>
        (shares[index] ?? 0) > 0 ? (
          <li key={bucket}>
            <i style={{ background: colour(bucket) }} aria-hidden="true" />
            <span className="quiet">{words.ageing.buckets[bucket]}</span>
            <Amount of={amount} />
          </li>
        ) : null,
      )}
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
