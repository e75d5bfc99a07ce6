/** A customer's ages: one bar and its legend for each currency. */
import type { AgeingBar as WireAgeing } from "../../src/contract/customer.ts";
import { moneyOf } from "../../src/domain/values/money.ts";
import { AgeingBar, AgeingLegend } from "./ageing-bar.tsx";
import { Amount } from "./amount.tsx";
import { LATENESS, type LatenessBucket } from "./theme.ts";

const isBucket = (key: string): key is LatenessBucket => Object.hasOwn(LATENESS, key);

export function CustomerAgeing({ ageing }: { readonly ageing: readonly WireAgeing[] }) {
  const open = ageing.filter(({ buckets }) =>
    buckets.some(({ amount }) => moneyOf(amount.amount, amount.currency).minor !== 0n),
  );
  return (
    <div className="stack">
      {open.map(({ currency, buckets, total }) => {
        const parts = buckets.flatMap(({ key, amount }) =>
          isBucket(key) ? [{ bucket: key, amount }] : [],
        );
        return (
          <div key={currency} className="stack tight customer-ageing">
            {ageing.length > 1 && (
              <span className="small">
                <Amount of={total} currency strong />
              </span>
            )}
            <AgeingBar parts={parts} />
            <AgeingLegend parts={parts} />
          </div>
        );
      })}
    </div>
  );
}
