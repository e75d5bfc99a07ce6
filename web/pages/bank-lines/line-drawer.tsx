/** One bank line opened: all its facts, what became of it and why, and what can be done. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useState } from "react";
import type { BankLine } from "../../../src/contract/bank-line.ts";
import { PATHS } from "../../paths.ts";
import { bankLineQuery } from "../../queries/bank-lines.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount, amountWithCurrency } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { MatchReasons } from "../match/match-why.tsx";
import { UndoDialog } from "../match/undo-dialog.tsx";
import { IgnoreDialog } from "./ignore-dialog.tsx";
import { LineStanding } from "./line-columns.tsx";
import { LineFacts } from "./line-facts.tsx";
import { ReopenDialog } from "./reopen-dialog.tsx";
import { isSomething } from "./statement-facts.tsx";

type LineProps = { readonly line: BankLine };

function Acts({ line }: LineProps) {
  const { bankLines: words, match } = useWords();
  const { code } = useCreditor();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<"ignore" | "reopen" | "undo" | null>(null);
  const close = () => setAsking(null);
  const { application } = line;
  const toDesk = () =>
    void navigate({ to: PATHS.match, params: { creditor: code }, search: { line: line.id } });
  return (
    <div className="line wrap">
      {line.state === "open" && (
        <>
          <CanButton can={line.can.match} type="primary" onClick={toDesk}>
            {words.match}
          </CanButton>
          <CanButton can={line.can.ignore} onClick={() => setAsking("ignore")}>
            {words.ignore}
          </CanButton>
        </>
      )}
      {application !== null && (
        <CanButton
          can={line.can.undo}
          icon={<Icon name="undo" size={14} />}
          onClick={() => setAsking("undo")}
        >
          {match.undo}
        </CanButton>
      )}
      {line.state === "ignored" && (
        <CanButton can={line.can.reopen} onClick={() => setAsking("reopen")}>
          {words.reopen}
        </CanButton>
      )}
      {asking === "ignore" && <IgnoreDialog line={line} onClose={close} />}
      {asking === "reopen" && <ReopenDialog line={line.id} onClose={close} />}
      {asking === "undo" && application !== null && (
        <UndoDialog application={application.id} onClose={close} />
      )}
    </div>
  );
}

function Opened({ line }: LineProps) {
  const { bankLines: words } = useWords();
  const { code } = useCreditor();
  const { customer, receipt } = line;
  return (
    <div className="stack">
      <div className="spread">
        <LineStanding line={line} />
        <Amount of={line.amount} currency strong />
      </div>
      {customer !== null && (
        <Link to={PATHS.customer} params={{ creditor: code, customer: customer.id }}>
          {customer.name}
        </Link>
      )}
      {receipt?.state === "identified" && isSomething(receipt.unapplied) && (
        <p className="notice info">{words.restOf(amountWithCurrency(receipt.unapplied))}</p>
      )}
      {line.byHand && line.state === "open" && <p className="notice warning">{words.byHand}</p>}
      <MatchReasons because={line.because} unit={line.amount.currency} />
      <Acts line={line} />
      <LineFacts line={line} />
    </div>
  );
}

type LineDrawerProps = { readonly rows: readonly BankLine[] };

/** The row in the list is shown at once; a link to a line that isn't in sight asks for it. */
export function LineDrawer({ rows }: LineDrawerProps) {
  const { bankLines: words } = useWords();
  const creditor = useCreditor().code;
  const { line: id } = useSearch({ from: "/$creditor/bank-lines" });
  const navigate = useNavigate({ from: PATHS.bankLines });
  const row = rows.find((each) => each.id === id);
  const asked = useQuery({
    ...bankLineQuery(creditor, id ?? ""),
    enabled: id !== undefined && row === undefined,
  });
  const line = row ?? asked.data;
  const close = () => void navigate({ search: ({ line: _, ...rest }) => rest, replace: true });
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      size={560}
      title={line?.payerName ?? words.opened}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      destroyOnHidden
    >
      {row === undefined && <ProblemNote error={asked.error} />}
      {line !== undefined && id !== undefined && <Opened line={line} />}
    </Drawer>
  );
}
