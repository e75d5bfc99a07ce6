/** Bank lines: drop the bank's own export, see what it holds, book it, and find any line again. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { StatementOutcome } from "../../../src/contract/bank-line.ts";
import { bankLinesQuery, type StatementAsked } from "../../queries/bank-lines.ts";
import { useCreditor } from "../../queries/session.ts";
import { Loading, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { LineDrawer } from "./line-drawer.tsx";
import { LineList } from "./line-list.tsx";
import { StatementOutcomeCard } from "./statement-outcome.tsx";
import { StatementPreview } from "./statement-preview.tsx";
import { StatementZone } from "./statement-zone.tsx";
import "./bank-lines.css";

type Chosen = { readonly asked: StatementAsked; readonly turn: number };

/** The file at hand: chosen, looked at, booked. */
function useStatement() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [outcome, setOutcome] = useState<StatementOutcome | null>(null);
  const take = (file: File) => {
    setOutcome(null);
    setChosen((before) => ({ asked: { file, account: "" }, turn: (before?.turn ?? 0) + 1 }));
  };
  const booked = (result: StatementOutcome) => {
    setChosen(null);
    setOutcome(result);
  };
  const account = (name: string) =>
    setChosen((before) => before && { ...before, asked: { ...before.asked, account: name } });
  return { chosen, outcome, take, booked, account, close: () => setOutcome(null) };
}

function useView() {
  const { line: _, ...view } = useSearch({ from: "/$creditor/bank-lines" });
  return view;
}

export function BankLinesPage() {
  const { bankLines: words } = useWords();
  const creditor = useCreditor().code;
  const view = useView();
  const statement = useStatement();
  const query = useInfiniteQuery(bankLinesQuery(creditor, view));
  const first = query.data?.pages[0];
  const filtered = Object.keys(view).length > 0;
  if (first === undefined && query.error === null) return <Loading />;
  const empty = !filtered && first !== undefined && first.rows.length === 0;
  const { chosen, outcome } = statement;
  return (
    <div className="page filled bank-lines">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {chosen === null && outcome === null && (
        <StatementZone slim={!empty} onFile={statement.take} />
      )}
      {outcome !== null && <StatementOutcomeCard outcome={outcome} onClose={statement.close} />}
      {chosen !== null && (
        <StatementPreview
          key={chosen.turn}
          {...chosen}
          accounts={first?.accounts ?? []}
          onAccount={statement.account}
          onFile={statement.take}
          onBooked={statement.booked}
        />
      )}
      {chosen === null && !empty && <LineList query={query} />}
      <LineDrawer rows={query.data?.pages.flatMap(({ rows }) => rows) ?? []} />
    </div>
  );
}
