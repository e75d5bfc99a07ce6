/** Many very sure proposals at once: looked over first, each can be left; refusals are shown. */
import { Checkbox, Modal } from "antd";
import { useState } from "react";
import type { MatchRow } from "../../../src/contract/match.ts";
import { useAcceptMany } from "../../queries/match.ts";
import { Amount, Amounts } from "../../ui/amount.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { sumsOf } from "../../ui/wire-sums.ts";
import { useWords } from "../../words.tsx";
import { matchSentence } from "./match-why.tsx";
import { proposalTitle } from "./proposals.tsx";

type BulkDialogProps = { readonly rows: readonly MatchRow[]; readonly onClose: () => void };

const MOST = 500;

type RowProps = {
  readonly row: MatchRow;
  readonly taken: boolean;
  readonly refused: string | undefined;
  readonly onToggle: () => void;
};

function Row({ row, taken, refused, onToggle }: RowProps) {
  const words = useWords();
  const { proposal, bookedOn, payerName, amount } = row;
  if (proposal === null) return null;
  const said = proposal.headline.map((each) => matchSentence(words, each, amount.currency));
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={`${payerName ?? words.bankLines.noName} ${amount.amount}`}
          checked={taken}
          onChange={onToggle}
        />
      </td>
      <td className="number">{bookedOn}</td>
      <td>
        <span className="clip cell-text">{payerName ?? words.bankLines.noName}</span>
      </td>
      <td className="end">
        <Amount of={amount} currency />
      </td>
      <td>
        <span className="clip cell-text strong">{proposalTitle(words, proposal)}</span>
        <span className="clip cell-text small quiet number">{proposal.numbers.join(" · ")}</span>
      </td>
      <td>
        <span className="clip cell-text small quiet">{said.join(" · ")}</span>
        {refused !== undefined && <span className="small danger-text">{refused}</span>}
      </td>
    </tr>
  );
}

export default function BulkDialog({ rows, onClose }: BulkDialogProps) {
  const words = useWords();
  const { match, bankLines, frame } = words;
  // What was sure when the dialog opened: the list behind it moves on while lines are accepted.
  const [shown] = useState(rows.slice(0, MOST));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const accept = useAcceptMany();
  const taken = shown.filter(({ id }) => !left.has(id));
  const refusals = new Map(
    (accept.data?.lines ?? []).flatMap(({ line, refusal }) =>
      refusal === null ? [] : [[line, words.refusal({ type: "", ...refusal })] as const],
    ),
  );
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const go = () => {
    const lines = taken.map(({ id }) => ({ line: id, rank: 1 }));
    accept.mutate(lines, {
      onSuccess: (answer) => {
        if (answer.accepted === lines.length) onClose();
      },
    });
  };
  const listed = accept.data === undefined ? shown : shown.filter(({ id }) => refusals.has(id));
  return (
    <Modal
      open
      width={1080}
      title={match.bulkTitle(taken.length)}
      okText={accept.data === undefined ? match.bulkAct(taken.length) : frame.close}
      okButtonProps={{ loading: accept.isPending, disabled: taken.length === 0 }}
      cancelText={frame.cancel}
      onOk={accept.data === undefined ? go : onClose}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="quiet">{accept.data === undefined ? match.bulkText : match.bulkRefused}</p>
        <ProblemNote error={accept.error} />
        <TableScroll label={match.bulkTitle(taken.length)}>
          <table className="table bulk-table">
            <thead>
              <tr>
                <th scope="col">
                  <span className="seen-by-readers">{match.bulkTake}</span>
                </th>
                <th scope="col">{bankLines.columns.day}</th>
                <th scope="col">{bankLines.facts.payerName}</th>
                <th scope="col" className="end">
                  {bankLines.columns.amount}
                </th>
                <th scope="col">{match.proposals}</th>
                <th scope="col">{match.because}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  taken={!left.has(row.id)}
                  refused={refusals.get(row.id)}
                  onToggle={() => toggle(row.id)}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
        <div className="spread">
          <span className="quiet">{match.bulkSum}</span>
          <Amounts of={sumsOf(taken.map(({ amount }) => amount))} strong />
        </div>
      </div>
    </Modal>
  );
}
