/** The first lines of a file as they were understood. */
import type { StatementPreview } from "../../../src/contract/bank-line.ts";
import { Amount } from "../../ui/amount.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useWords } from "../../words.tsx";

type FirstLinesProps = { readonly lines: StatementPreview["firstLines"] };

export function FirstLines({ lines }: FirstLinesProps) {
  const { bankLines: words } = useWords();
  if (lines.length === 0) return null;
  const { facts } = words;
  return (
    <section className="card">
      <header>
        <h2>{words.firstLines}</h2>
      </header>
      <TableScroll label={words.firstLines}>
        <table className="table first-lines">
          <thead>
            <tr>
              <th scope="col">{facts.bookedOn}</th>
              <th scope="col" className="end">
                {words.columns.amount}
              </th>
              <th scope="col">{facts.payerName}</th>
              <th scope="col">{facts.payerAccount}</th>
              <th scope="col">{facts.remark}</th>
              <th scope="col">{facts.bankReference}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.account}${line.place}`} className={line.known ? "known" : undefined}>
                <td className="number">
                  {line.bookedOn} {line.known && <span className="tag">{words.knownTag}</span>}
                </td>
                <td className="end">
                  <Amount of={line.amount} />
                </td>
                <td>
                  <span className="clip cell-text">{line.payerName ?? "–"}</span>
                </td>
                <td className="number">{line.payerAccount ?? "–"}</td>
                <td>
                  <span className="clip cell-text" title={line.remark ?? undefined}>
                    {line.remark ?? "–"}
                  </span>
                </td>
                <td className="number">{line.bankReference ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
