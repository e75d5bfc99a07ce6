/** A bank line in one row: when, who wrote what, how much, whose, what became of it and why. */
import { Link } from "@tanstack/react-router";
import type { BankLine } from "../../../src/contract/bank-line.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import type { Column } from "../../ui/grid.tsx";
import { useWords } from "../../words.tsx";
import { MatchWhy } from "../match/match-why.tsx";
import { isSomething } from "./statement-facts.tsx";

type LineProps = { readonly line: BankLine };

/** What a line's tag says: its state, and of a booked one by whom or what it lacks. */
function useStanding({ state, what, receipt, application }: BankLine) {
  const { bankLines: words } = useWords();
  if (state === "open") return { text: words.states.open, style: "accent" };
  if (state === "ignored") return { text: words.whats[what ?? "not_receivable"], style: "" };
  if (what !== null && what !== "receipt") return { text: words.whats[what], style: "warning" };
  if (receipt?.state === "returned") return { text: words.returned, style: "danger" };
  if (receipt?.state === "unidentified") return { text: words.unidentified, style: "warning" };
  if (application === null) return { text: words.states.booked, style: "success" };
  return { text: words.madeBy[application.madeBy], style: "success" };
}

export function LineStanding({ line }: LineProps) {
  const { text, style } = useStanding(line);
  return <span className={`tag ${style}`}>{text}</span>;
}

export function Payer({ line }: { readonly line: Pick<BankLine, "payerName" | "remark"> }) {
  const { bankLines: words } = useWords();
  return (
    <span className="two-lines">
      <span className="clip strong" title={line.payerName ?? undefined}>
        {line.payerName ?? <span className="quiet">{words.noName}</span>}
      </span>
      <span className="clip quiet small" title={line.remark ?? undefined}>
        {line.remark ?? words.noRemark}
      </span>
    </span>
  );
}

function Customer({ line }: LineProps) {
  const { code } = useCreditor();
  if (line.customer === null) return <span className="quiet">–</span>;
  const params = { creditor: code, customer: line.customer.id };
  return (
    <Link to={PATHS.customer} params={params} tabIndex={-1}>
      {line.customer.name}
    </Link>
  );
}

function Standing({ line }: LineProps) {
  const { bankLines: words } = useWords();
  const rest = line.receipt?.state === "identified" ? line.receipt.unapplied : null;
  return (
    <span className="two-lines standing">
      <LineStanding line={line} />
      {isSomething(rest) && (
        <span className="small quiet number">
          {words.unapplied} <Amount of={rest} />
        </span>
      )}
    </span>
  );
}

export function useLineColumns(): readonly Column<BankLine>[] {
  const { columns } = useWords().bankLines;
  return [
    {
      key: "day",
      title: columns.day,
      width: "98px",
      cell: (line) => <span className="number">{line.bookedOn}</span>,
    },
    {
      key: "payer",
      title: columns.payer,
      width: "minmax(220px, 4fr)",
      cell: (line) => <Payer line={line} />,
    },
    {
      key: "amount",
      title: columns.amount,
      width: "158px",
      align: "end",
      cell: (line) => <Amount of={line.amount} currency />,
    },
    {
      key: "customer",
      title: columns.customer,
      width: "minmax(160px, 3fr)",
      cell: (line) => <Customer line={line} />,
    },
    {
      key: "state",
      title: columns.state,
      width: "148px",
      cell: (line) => <Standing line={line} />,
    },
    {
      key: "why",
      title: columns.why,
      width: "minmax(180px, 3fr)",
      cell: (line) => <MatchWhy because={line.because} unit={line.amount.currency} />,
    },
  ];
}

export function LineCard({ line }: LineProps) {
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="number quiet">{line.bookedOn}</span>
        <Amount of={line.amount} currency strong />
      </span>
      <Payer line={line} />
      <span className="spread">
        <span className="clip small">{line.customer?.name ?? "–"}</span>
        <LineStanding line={line} />
      </span>
    </div>
  );
}
