/** What a return would do: documents that open again, promises judged anew, earlier returns. */
import type { previewReturn } from "../../../src/contract/returned-payment.ts";
import { Amount, amountWithCurrency } from "../../ui/amount.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";

export type ReturnPreview = (typeof previewReturn)["answer"]["_zod"]["output"];

type ReopensProps = { readonly reopens: ReturnPreview["reopens"] };

export function ReopenedItems({ reopens }: ReopensProps) {
  const { receipts, match } = useWords();
  const words = receipts.returned;
  if (reopens.length === 0) return <p className="quiet small">{words.reopensNothing}</p>;
  return (
    <TableScroll label={words.reopens}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.reopens}</th>
            <th scope="col">{match.columns.due}</th>
            <th scope="col" className="end">
              {receipts.columns.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {reopens.map(({ item, amount, dueOn }) => (
            <tr key={item.id}>
              <td className="number">{item.number}</td>
              <td className="number">{dueOn ?? "–"}</td>
              <td className="end">
                <Amount of={amount} currency />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

export function WhatReopens({ preview }: { readonly preview: ReturnPreview }) {
  const { receipts, terms, refusal } = useWords();
  const words = receipts.returned;
  const { receipt, reopens, promises, earlier, can } = preview;
  return (
    <div className="stack">
      <div className="spread">
        <span className="strong clip">
          {receipt.customer?.name ?? receipt.payerName ?? receipt.number}
        </span>
        <Amount of={receipt.amount} currency strong />
      </div>
      <p className="quiet">{words.text}</p>
      <ReopenedItems reopens={reopens} />
      {promises.length > 0 && (
        <p className="small">
          <span className="quiet">{words.promises}：</span>
          {promises
            .map(({ amount, payOn, state }) =>
              words.promise(amountWithCurrency(amount), payOn, named(terms.promiseStates, state)),
            )
            .join(" · ")}
        </p>
      )}
      {earlier > 0 && <p className="notice warning">{words.earlier(earlier)}</p>}
      {can.return !== true && (
        <p className="notice danger">{refusal({ type: "", ...can.return })}</p>
      )}
      <div />
    </div>
  );
}
