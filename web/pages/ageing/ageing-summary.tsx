/** The three figures people ask for first: total, overdue, and its share. */
import type { Ageing } from "../../../src/contract/ageing.ts";
import {
  add,
  amountText,
  currency as currencyOf,
  money,
  moneyOf,
} from "../../../src/domain/values/money.ts";
import { Amount } from "../../ui/amount.tsx";
import { useWords } from "../../words.tsx";

type Total = Ageing["totals"][number];

/** Everything past due: all buckets but the first. */
export function overdueOf(
  { amounts, currency }: Pick<Total, "amounts" | "currency">,
  keys: readonly string[],
): string {
  const late = keys.filter((key) => key !== "not_due").map((key) => amounts[key] ?? "0");
  const sum = late.reduce(
    (before, amount) => add(before, moneyOf(amount, currency)),
    money(0n, currencyOf(currency)),
  );
  return amountText(sum);
}

/** A share in percent with one decimal, rounded down; "–" of nothing. */
export function shareOf(part: string, whole: string, currency: string): string {
  const [above, below] = [moneyOf(part, currency).minor, moneyOf(whole, currency).minor];
  if (below <= 0n) return "–";
  const thousandths = (above * 1000n) / below;
  return `${thousandths / 10n}.${thousandths % 10n}%`;
}

function grossOf({ amounts, currency }: Total, keys: readonly string[]): string {
  const all = keys.map((key) => moneyOf(amounts[key] ?? "0", currency));
  return amountText(all.reduce(add, money(0n, currencyOf(currency))));
}

type SummaryProps = { readonly ageing: Ageing; readonly total: Total };

export function AgeingSummary({ ageing, total }: SummaryProps) {
  const { ageing: words } = useWords();
  const { currency } = total;
  const overdue = overdueOf(total, ageing.keys);
  const customers = ageing.rows.filter((row) => row.currency === currency).length;
  return (
    <dl className="ageing-figures">
      <div>
        <dt>{words.total}</dt>
        <dd className="tile-figure">
          <Amount of={{ amount: total.total, currency }} currency />
        </dd>
        {ageing.by === "customer" && <dd className="quiet small">{words.customers(customers)}</dd>}
      </div>
      <div>
        <dt>{words.overdueTotal}</dt>
        <dd className="tile-figure">
          <Amount of={{ amount: overdue, currency }} currency />
        </dd>
        <dd className="quiet small number">
          {words.overdueShare} {shareOf(overdue, grossOf(total, ageing.keys), currency)}
        </dd>
      </div>
    </dl>
  );
}
