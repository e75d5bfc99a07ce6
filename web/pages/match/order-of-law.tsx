/** What law or contract would settle with the money, why in this order, and filling it in. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { Appropriation } from "../../../src/contract/appropriation.ts";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { appropriationQuery } from "../../queries/appropriation.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount, amountWithCurrency, amountWords } from "../../ui/amount.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { isSomething } from "../bank-lines/statement-facts.tsx";
import { InterestTable, orderSentence } from "./interest-table.tsx";
import type { Chosen } from "./own-sum.ts";

type OrderOfLawProps = {
  readonly customer: string;
  readonly money: WireMoney;
  readonly onFill: (chosen: Chosen) => void;
};

type Suggestion = NonNullable<Appropriation["suggestion"]>;
type Decided = Extract<Suggestion, { kind: "decided" }>;

function Shares({ decided, onFill }: { decided: Decided } & Pick<OrderOfLawProps, "onFill">) {
  const { appropriation: words } = useWords();
  const { allocations, left } = decided;
  if (allocations.length === 0) return <p className="quiet small">{words.none}</p>;
  const fill = () =>
    onFill(new Map(allocations.map((each) => [each.item, amountWords(each.amount)])));
  return (
    <>
      <p className="small">{words.suggestion(decided.article)}</p>
      <ol className="order-shares">
        {allocations.map(({ item, number, amount, reason, decidedBy }) => (
          <li key={item}>
            <span className="number">{number}</span>
            <span className="quiet small grow">
              {words.by[reason]} · {words.decidedBy[decidedBy]}
            </span>
            <Amount of={amount} />
          </li>
        ))}
      </ol>
      <div className="line">
        <span className="grow quiet small">
          {isSomething(left) && words.left(amountWithCurrency(left))}
        </span>
        <Button size="small" onClick={fill}>
          {words.fill}
        </Button>
      </div>
    </>
  );
}

function Undecidable({ suggestion, claims }: { suggestion: Suggestion; claims: Claims }) {
  const words = useWords();
  if (suggestion.kind !== "undecidable") return null;
  const numberOf = (item: unknown) => claims.find((claim) => claim.item === item)?.number ?? "";
  return (
    <div className="notice warning">
      <div className="stack tight">
        <span className="strong">{words.appropriation.undecidable(suggestion.article)}</span>
        {suggestion.missing.map((missing) => {
          const said = orderSentence(words, { ...missing, number: numberOf(missing["item"]) });
          return <span key={said}>{said}</span>;
        })}
      </div>
    </div>
  );
}

type Claims = Appropriation["claims"];

/** Folded, since most payments name what they pay. */
export function OrderOfLaw({ customer, money, onFill }: OrderOfLawProps) {
  const { appropriation: words } = useWords();
  const creditor = useCreditor().code;
  const { data, error } = useQuery(appropriationQuery(creditor, customer, money));
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined || data.claims.length === 0) return null;
  const { suggestion, claims } = data;
  return (
    <details className="order-of-law">
      <summary>{words.title}</summary>
      <div className="stack">
        {suggestion?.kind === "decided" && <Shares decided={suggestion} onFill={onFill} />}
        {suggestion !== null && <Undecidable suggestion={suggestion} claims={claims} />}
        <h4 className="panel-title">{words.interest}</h4>
        <InterestTable claims={claims} />
      </div>
    </details>
  );
}
