/** A customer's ages: one bar and its legend for each currency. */
import type { AgeingBar as WireAgeing } from "../../src/contract/customer.ts";
import { moneyOf } from "../../src/domain/values/money.ts";
import { useWords } from "../words.tsx";
import { AgeingBar, AgeingLegend } from "./ageing-bar.tsx";
import { Amount } from "./amount.tsx";
import { bucketColour, bucketName } from "./bucket-words.ts";

export function CustomerAgeing({ ageing }: { readonly ageing: readonly WireAgeing[] }) {
  const words = useWords();
  const open = ageing.filter(({ buckets }) =>
    buckets.some(({ amount }) => moneyOf(amount.amount, amount.currency).minor !== 0n),
  );
  return (
    <div className="stack">
      {open.map(({ currency, buckets, total }) => {
        const keys = buckets.map(({ key }) => key);
        const parts = buckets.map(({ key, amount }) => ({
          key,
          name: bucketName(words, key),
          colour: bucketColour(keys, key),
          amount,
        }));
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
