/** What an offer comes to, reckoned by the server as it is typed: parts, risk, cost, law. */
import { useQuery } from "@tanstack/react-query";
import { CostNote, FactNotes, RiskNotes } from "../pages/promises/agreement-notes.tsx";
import { type Draft, type Offer, previewQuery } from "../queries/agreements-made.ts";
import { useCreditor } from "../queries/session.ts";
import { Amount } from "../ui/amount.tsx";
import { ProblemNote } from "../ui/states.tsx";
import { TableScroll } from "../ui/table-scroll.tsx";
import { useWords } from "../words.tsx";

function Parts({ draft }: { readonly draft: Draft }) {
  const { agreed } = useWords();
  const bears = /[1-9]/.test(draft.interest.amount);
  return (
    <TableScroll label={agreed.schedule}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{agreed.place}</th>
            <th scope="col">{agreed.dueOn}</th>
            <th scope="col" className="end">
              {agreed.principal}
            </th>
            {bears && (
              <th scope="col" className="end">
                {agreed.interestPart}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {draft.instalments.map(({ place, dueOn, amount, interest, rolledFrom }) => (
            <tr key={place}>
              <td className="number">{place}</td>
              <td className="number">
                {dueOn}
                {rolledFrom !== null && (
                  <div className="quiet small">{agreed.rolledFrom(rolledFrom)}</div>
                )}
              </td>
              <td className="number end">
                <Amount of={amount} />
              </td>
              {bears && (
                <td className="number end">
                  <Amount of={interest} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {agreed.total}
            </th>
            <td className="number end">
              <Amount of={draft.amount} currency strong />
            </td>
            {bears && (
              <td className="number end">
                <Amount of={draft.interest} strong />
              </td>
            )}
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

type ResultProps = { readonly customer: string; readonly offer: Offer | null };

export function OfferResult({ customer, offer }: ResultProps) {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  const { data, error, isFetching } = useQuery(previewQuery(creditor, customer, offer));
  return (
    <section className="offer-result stack" aria-label={agreed.preview} aria-busy={isFetching}>
      <h3>{agreed.preview}</h3>
      {offer === null && <p className="quiet">{agreed.previewHint}</p>}
      {offer !== null && <ProblemNote error={error} />}
      {offer !== null && error === null && data === undefined && (
        <p className="quiet">{agreed.previewing}</p>
      )}
      {offer !== null && error === null && data !== undefined && (
        <>
          {data.instalments.length > 0 && <Parts draft={data} />}
          <RiskNotes risk={data.risk} />
          <CostNote cost={data.cost} />
          <FactNotes because={data.concessions} />
        </>
      )}
    </section>
  );
}
