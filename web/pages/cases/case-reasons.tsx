/** Why customers are late: a bar for each reason, with its cases and what is overdue. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Segmented } from "antd";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { moneyOf } from "../../../src/domain/values/money.ts";
import { PATHS } from "../../paths.ts";
import { caseReasonsQuery } from "../../queries/cases.ts";
import { type Creditor, useCreditor } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { CASE_STATES } from "../../views.ts";
import { useWords } from "../../words.tsx";
import { useCasesView } from "./use-cases-view.ts";

type Row = {
  readonly reason: keyof ReturnType<typeof useWords>["terms"]["overdueReasons"] | null;
  readonly nature: keyof ReturnType<typeof useWords>["work"]["natures"] | null;
  readonly cases: number;
  readonly overdue: readonly WireMoney[];
  readonly oldestDays: number | null;
  readonly averageDays: number | null;
};

/** In the creditor's own currency; amounts in others are written, not drawn. */
function minorOf({ overdue }: Row, { homeCurrency }: Creditor): bigint {
  const own = overdue.find(({ currency }) => currency === homeCurrency);
  return own === undefined ? 0n : moneyOf(own.amount, own.currency).minor;
}

type BarProps = { readonly row: Row; readonly percent: number };

function ReasonLine({ row, percent }: BarProps) {
  const { cases, work, terms } = useWords();
  const { code } = useCreditor();
  const { view } = useCasesView();
  const { reason, nature, oldestDays, averageDays } = row;
  const facts = [
    cases.cases(row.cases),
    ...(oldestDays === null ? [] : [cases.oldestDays(oldestDays)]),
    ...(averageDays === null ? [] : [cases.averageDays(averageDays)]),
  ];
  return (
    <li>
      <span className="line">
        <span className="strong">
          {reason === null ? work.noReason : terms.overdueReasons[reason]}
        </span>
        {nature !== null && nature !== "dispute" && (
          <span className={`tag ${nature === "wilful" ? "warning" : ""}`}>
            {work.natures[nature]}
          </span>
        )}
      </span>
      <span className="reason-bar" aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </span>
      <span className="reason-sum">
        <Amounts of={row.overdue} strong />
      </span>
      <span className="small reason-facts">
        <span className="quiet">{facts.join(" · ")}</span>
        <Link
          to={PATHS.cases}
          params={{ creditor: code }}
          search={{
            reason: reason ?? ("none" as const),
            ...(view.state === undefined ? {} : { state: view.state }),
          }}
        >
          {cases.seeCases}
        </Link>
      </span>
    </li>
  );
}

export function CaseReasons() {
  const { cases } = useWords();
  const creditor = useCreditor();
  const { view, change } = useCasesView();
  const { state = "open" } = view;
  const { data, error, refetch } = useQuery(caseReasonsQuery(creditor.code, state));
  const states = CASE_STATES.map((value) => ({ value, label: cases.states[value] }));
  const rows: readonly Row[] = data?.rows ?? [];
  const most = rows.reduce((max, row) => {
    const minor = minorOf(row, creditor);
    return minor > max ? minor : max;
  }, 1n);
  const percent = (row: Row) => Number((minorOf(row, creditor) * 100n) / most);
  return (
    <section className="card fills case-reasons" aria-label={cases.reasonsTitle}>
      <div className="toolbar">
        <Segmented
          aria-label={cases.state}
          options={states}
          value={state}
          onChange={(next) => change({ state: next })}
        />
        <span className="quiet small">{cases.reasonsText}</span>
      </div>
      <ProblemNote error={error} onAgain={() => void refetch()} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && rows.length === 0 && (
        <Empty icon="check" title={cases.empty} text={cases.emptyText} />
      )}
      <ul className="reason-lines">
        {rows.map((row) => (
          <ReasonLine key={row.reason ?? "none"} row={row} percent={percent(row)} />
        ))}
      </ul>
    </section>
  );
}
