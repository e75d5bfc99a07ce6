/** What speaks for and against an agreement: risk by weight, cost, what follows in law. */
import type { Reason } from "../../../src/contract/scalars.ts";
import type { Draft } from "../../queries/agreements-made.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { useWords } from "../../words.tsx";

const WEIGHT_TAG = ["", "warning", "warning", "danger"] as const;

/** The heavier, the more marks; the sentence says what it is. */
export function RiskNotes({ risk }: Pick<Draft, "risk">) {
  const { agreed, agreedFact } = useWords();
  if (risk.length === 0) return null;
  return (
    <section aria-label={agreed.risk}>
      <h3>{agreed.risk}</h3>
      <ul className="note-list">
        {risk.map(({ weight, fact }) => (
          <li key={fact.code}>
            <span className={`tag ${WEIGHT_TAG[weight] ?? ""}`} aria-hidden="true">
              {weight === 0 ? "○" : "●".repeat(weight)}
            </span>{" "}
            {agreedFact(fact)}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function CostNote({ cost }: Pick<Draft, "cost">) {
  const { agreed, agreedFact } = useWords();
  if (cost === null) return null;
  return (
    <section aria-label={agreed.cost}>
      <h3>{agreed.cost}</h3>
      <p>
        {agreed.costOf(amountWithCurrency(cost.amount), cost.days)}
        {cost.yearlyPercent !== null && ` · ${agreed.yearly(cost.yearlyPercent)}`}
      </p>
      <p className="quiet small">{agreedFact(cost.rateFrom)}</p>
    </section>
  );
}

export function FactNotes({ because }: { readonly because: readonly Reason[] }) {
  const { agreed, agreedFact } = useWords();
  if (because.length === 0) return null;
  return (
    <section aria-label={agreed.concessions}>
      <h3>{agreed.concessions}</h3>
      <ul className="note-list">
        {because.map((reason) => {
          const sentence = agreedFact(reason);
          return (
            <li key={sentence}>
              <span className={`tag ${reason["givesUp"] === true ? "danger" : "warning"}`}>!</span>{" "}
              {sentence}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
