/** How far the desk is: settled today, what waits; match again, accept what is very sure. */
import { Button, Tooltip } from "antd";
import { lazy, Suspense, useState } from "react";
import type { MatchRow } from "../../../src/contract/match.ts";
import { type MatchDeskAnswer, useRunMatch } from "../../queries/match.ts";
import { Amounts } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { useWords } from "../../words.tsx";
import { surenessOf } from "./confidence.tsx";

const BulkDialog = lazy(() => import("./bulk-dialog.tsx"));

type DeskHeadProps = { readonly desk: MatchDeskAnswer; readonly rows: readonly MatchRow[] };

const KINDS = ["applied", "proposed", "unmatched", "unidentified"] as const;

function Totals({ totals }: Pick<MatchDeskAnswer, "totals">) {
  const { match: words } = useWords();
  return (
    <dl className="desk-totals">
      {KINDS.map((kind) => (
        <div key={kind}>
          <dt>{words.totals[kind]}</dt>
          <dd className="number">
            <b>{totals[kind].count}</b>
            <Amounts of={totals[kind].sums} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Lines in sight whose first proposal the server lets accept in bulk. */
const verySure = ({ desk, rows }: DeskHeadProps): readonly MatchRow[] =>
  rows.filter(
    ({ proposal }) =>
      proposal !== null &&
      proposal.can.accept === true &&
      proposal.what === "receipt" &&
      surenessOf(proposal.confidence, desk.surelyFrom) === "very",
  );

function Bulk(props: DeskHeadProps) {
  const { match: words } = useWords();
  const [open, setOpen] = useState(false);
  const sure = verySure(props);
  if (sure.length === 0 && !open) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.bulk(sure.length)}</Button>
      {open && (
        <Suspense>
          <BulkDialog rows={sure} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

export function DeskHead(props: DeskHeadProps) {
  const { match: words } = useWords();
  const run = useRunMatch();
  const { desk } = props;
  return (
    <header className="page-head">
      <h1>{words.title}</h1>
      <Totals totals={desk.totals} />
      <div className="line wrap">
        <Tooltip title={words.runHint}>
          <span>
            <CanButton can={desk.can.run} loading={run.isPending} onClick={() => run.mutate()}>
              {words.run}
            </CanButton>
          </span>
        </Tooltip>
        {desk.can.accept === true && <Bulk {...props} />}
      </div>
    </header>
  );
}
