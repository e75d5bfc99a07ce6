/** Late interest of a customer's past-due claims in one currency, under both orders. */
import { useQuery } from "@tanstack/react-query";
import { appropriationQuery } from "../../queries/appropriation.ts";
import { useCreditor } from "../../queries/session.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { InterestTable } from "../match/interest-table.tsx";

type InterestProps = { readonly customer: string; readonly currency: string };

export function InterestViews({ customer, currency }: InterestProps) {
  const { appropriation: words } = useWords();
  const creditor = useCreditor().code;
  const nothing = { amount: "0", currency };
  const { data, error, refetch } = useQuery(appropriationQuery(creditor, customer, nothing));
  return (
    <section className="stack tight">
      <h3>{`${words.interest} · ${currency}`}</h3>
      <ProblemNote error={error} onAgain={() => void refetch()} />
      {data !== undefined && <InterestTable claims={data.claims} />}
    </section>
  );
}
