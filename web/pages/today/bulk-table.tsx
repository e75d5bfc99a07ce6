/** What the act does to each customer, or did; refused ones say why not. */
import { Checkbox } from "antd";
import { useState } from "react";
import { type BulkLine, isFine } from "../../queries/bulk.ts";
import { useStepNames } from "../../queries/policy.ts";
import { Icon } from "../../ui/icon.tsx";
import { reasonSentence } from "../../ui/reason.ts";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useWords } from "../../words.tsx";

type BulkTableProps = { readonly lines: readonly BulkLine[]; readonly done: boolean };

function Outcome({ line, done }: { readonly line: BulkLine; readonly done: boolean }) {
  const words = useWords();
  const stepName = useStepNames();
  const { bulk } = words.work;
  const { outcome, letters, because } = line;
  if (outcome !== true) {
    return (
      <span className="line danger-text">
        <Icon name="close" size={14} />
        {words.refusal({ type: `/problems/${outcome.code}`, ...outcome })}
      </span>
    );
  }
  const said = [
    done ? bulk.did : bulk.will,
    ...(letters > 0 ? [bulk.willLetters(letters)] : []),
    ...because.map((reason) => reasonSentence(words, reason, stepName)),
  ];
  return (
    <span className="line">
      <Icon name="check" size={14} />
      {said.join(" · ")}
    </span>
  );
}

export function BulkTable({ lines, done }: BulkTableProps) {
  const { bulk } = useWords().work;
  const [onlyRefused, setOnlyRefused] = useState(false);
  const fine = lines.filter(isFine).length;
  const refused = lines.length - fine;
  const shown = onlyRefused ? lines.filter((line) => !isFine(line)) : lines;
  return (
    <div className="stack">
      <div className="spread" role="status">
        <span className="strong">{(done ? bulk.done : bulk.summary)(fine, refused)}</span>
        {refused > 0 && fine > 0 && (
          <Checkbox checked={onlyRefused} onChange={({ target }) => setOnlyRefused(target.checked)}>
            {bulk.onlyRefused}
          </Checkbox>
        )}
      </div>
      <TableScroll label={bulk.what}>
        <table className="table bulk-table">
          <thead>
            <tr>
              <th scope="col">{bulk.customer}</th>
              <th scope="col">{done ? bulk.result : bulk.what}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.customer.id}>
                <td>{line.customer.name}</td>
                <td>
                  <Outcome line={line} done={done} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}
