/** The parts of an agreement: instalments with what came, and the documents in it. */
import type { AgreementAnswer } from "../../queries/agreements-made.ts";
import { Amount } from "../../ui/amount.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useWords } from "../../words.tsx";

type Of = { readonly agreement: AgreementAnswer };
type Instalment = AgreementAnswer["instalments"][number];

const STATE_TAG = {
  open: "",
  partially_paid: "warning",
  paid: "success",
  missed: "danger",
  void: "",
} as const;

/** One cell a part, as wide as the others: how far the plan has come at a glance. */
function Progress({ instalments }: { readonly instalments: readonly Instalment[] }) {
  const { agreed } = useWords();
  return (
    <ol className="instalment-bar" aria-hidden="true">
      {instalments.map(({ place, state }) => (
        <li key={place} className={state} title={`${place} ${agreed.instalmentStates[state]}`} />
      ))}
    </ol>
  );
}

function Row({ part, bears }: { readonly part: Instalment; readonly bears: boolean }) {
  const { agreed } = useWords();
  return (
    <tr>
      <td className="number">{part.place}</td>
      <td className="number">{part.dueOn}</td>
      <td className="number end">
        <Amount of={part.amount} />
      </td>
      {bears && (
        <td className="number end">
          <Amount of={part.interest} />
        </td>
      )}
      <td className="number end">
        <Amount of={part.settled} />
      </td>
      <td>
        <span className={`tag ${STATE_TAG[part.state]}`}>
          {agreed.instalmentStates[part.state]}
        </span>
        {part.daysLate > 0 && <span className="small"> {agreed.daysLate(part.daysLate)}</span>}
      </td>
    </tr>
  );
}

export function Instalments({ agreement: { instalments, interest } }: Of) {
  const { agreed } = useWords();
  const bears = interest.amount !== "0.00" && interest.amount !== "0";
  return (
    <section aria-label={agreed.schedule}>
      <h3>{agreed.schedule}</h3>
      <Progress instalments={instalments} />
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
              <th scope="col" className="end">
                {agreed.settled}
              </th>
              <th scope="col">{agreed.columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {instalments.map((part) => (
              <Row key={part.place} part={part} bears={bears} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

export function AgreementItems({ agreement: { items, kind } }: Of) {
  const { agreed } = useWords();
  const { itemColumns: columns } = agreed;
  return (
    <section aria-label={agreed.items}>
      <h3>{agreed.items}</h3>
      <TableScroll label={agreed.items}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{columns.number}</th>
              <th scope="col">{columns.dueOn}</th>
              {kind === "extension" && <th scope="col">{columns.newDueOn}</th>}
              <th scope="col" className="end">
                {columns.amount}
              </th>
              <th scope="col" className="end">
                {agreed.settled}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td className="number">{item.number}</td>
                <td className="number">{item.oldDueOn}</td>
                {kind === "extension" && <td className="number">{item.newDueOn}</td>}
                <td className="number end">
                  <Amount of={item.amount} />
                </td>
                <td className="number end">
                  <Amount of={item.settled} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
