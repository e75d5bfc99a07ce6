/** Why customers dispute: a chart and a table of a period, by cause. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { CAUSES_BY } from "../../dispute-views.ts";
import { PATHS } from "../../paths.ts";
import { type CausesView, causesFile, causesQuery } from "../../queries/disputes.ts";
import { useCreditor } from "../../queries/session.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { useLanguage, useWords } from "../../words.tsx";
import { CausesChart } from "./causes-chart.tsx";
import { CausesTable } from "./causes-table.tsx";

const FROM = "/$creditor/disputes";

function useCausesView(): CausesView {
  const { from, to, by } = useSearch({ from: FROM });
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(by === undefined ? {} : { by }),
  };
}

type Period = { readonly from: string | null; readonly to: string | null };

/** What is counted, as a sentence; the days are those of the answer until others are chosen. */
function Filters({ period }: { readonly period: Period }) {
  const { words, language } = useLanguage();
  const { causes } = words.disputes;
  const creditor = useCreditor().code;
  const view = useCausesView();
  const navigate = useNavigate({ from: PATHS.disputes });
  const set = (key: "from" | "to", day: string | null) =>
    void navigate({
      replace: true,
      search: ({ [key]: _, ...rest }) => (day === null ? rest : { ...rest, [key]: day }),
    });
  const days = (["from", "to"] as const).map((key) => (
    <span key={key} className="line">
      <span className="quiet">{causes[key]}</span>
      <DayField
        label={causes[key]}
        width={132}
        value={view[key] ?? period[key]}
        onChange={(day) => set(key, day)}
      />
    </span>
  ));
  return (
    <div className="toolbar">
      {days}
      <Select
        aria-label={causes.byLabel}
        style={{ width: 132 }}
        value={view.by ?? "reason"}
        options={CAUSES_BY.map((value) => ({ value, label: causes.by[value] }))}
        onChange={(by) => void navigate({ replace: true, search: (before) => ({ ...before, by }) })}
      />
      <span className="grow" />
      {(["xlsx", "csv"] as const).map((format) => (
        <a
          key={format}
          className="ant-like-button"
          href={causesFile(creditor, view, format, language)}
          download
        >
          <Icon name="download" size={14} />
          {format === "csv" ? words.ageing.exportCsv : words.ageing.exportXlsx}
        </a>
      ))}
    </div>
  );
}

export default function Causes() {
  const { causes } = useWords().disputes;
  const { code } = useCreditor();
  const { data, error, refetch } = useQuery(causesQuery(code, useCausesView()));
  return (
    <div className="stack wide-gap">
      <section className="card">
        <Filters period={{ from: data?.from ?? null, to: data?.to ?? null }} />
        <ProblemNote error={error} onAgain={() => void refetch()} />
        {data === undefined && error === null && <Loading />}
        {data?.rows.length === 0 && (
          <Empty icon="dispute" title={causes.empty} text={causes.emptyText} />
        )}
        {data !== undefined && data.rows.length > 0 && <CausesChart causes={data} />}
      </section>
      {data !== undefined && data.rows.length > 0 && (
        <section className="card causes-table">
          <CausesTable causes={data} />
        </section>
      )}
    </div>
  );
}
