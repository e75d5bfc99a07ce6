/** Ageing: the table is the page, the chart helps; filters read as a sentence. */
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { Ageing } from "../../../src/contract/ageing.ts";
import { ageingFile, ageingQuery } from "../../queries/ageing.ts";
import { useCreditor } from "../../queries/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { AgeingFilters } from "./ageing-filters.tsx";
import { AgeingSummary } from "./ageing-summary.tsx";
import { AgeingTable } from "./ageing-table.tsx";
import "./ageing.css";

/** The chart's library is large; only this page asks for it. */
const AgeingChart = lazy(() => import("./ageing-chart.tsx"));

function Exports() {
  const { ageing: words } = useWords();
  const creditor = useCreditor().code;
  const { on, by, buckets } = useSearch({ from: "/$creditor/ageing" });
  const view = {
    ...(on === undefined ? {} : { on }),
    ...(by === undefined ? {} : { by }),
    ...(buckets === undefined ? {} : { buckets }),
  };
  return (
    <div className="line">
      {(["xlsx", "csv"] as const).map((format) => (
        <a
          key={format}
          className="ant-like-button"
          href={ageingFile(creditor, view, format)}
          download
        >
          <Icon name="download" size={14} />
          {format === "csv" ? words.exportCsv : words.exportXlsx}
        </a>
      ))}
    </div>
  );
}

function Body({ ageing, currency }: { readonly ageing: Ageing; readonly currency: string }) {
  const { ageing: words } = useWords();
  const narrow = useNarrow();
  const total = ageing.totals.find((line) => line.currency === currency);
  if (total === undefined) {
    return (
      <section className="card">
        <Empty icon="ageing" title={words.empty} text={words.emptyText} />
      </section>
    );
  }
  return (
    <>
      {!ageing.ties && (
        <div className="notice danger" role="alert">
          <Icon name="warning" />
          {words.doesNotTie}
        </div>
      )}
      <section className="card ageing-top">
        <AgeingSummary ageing={ageing} total={total} />
        {!narrow && (
          <Suspense fallback={<div className="ageing-chart" />}>
            <AgeingChart keys={ageing.keys} total={total} />
          </Suspense>
        )}
      </section>
      <section className="card ageing-table">
        <AgeingTable ageing={ageing} currency={currency} />
      </section>
    </>
  );
}

export function AgeingPage() {
  const { ageing: words } = useWords();
  const { code, homeCurrency } = useCreditor();
  const { currency, ...view } = useSearch({ from: "/$creditor/ageing" });
  const { data, error, refetch } = useQuery(ageingQuery(code, view));
  const currencies = data?.totals.map((line) => line.currency) ?? [];
  const shown = currency ?? (currencies.includes(homeCurrency) ? homeCurrency : currencies[0]);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
        {data?.ties === true && data.totals.length > 0 && (
          <span className="tag success">
            <Icon name="check" size={12} /> {words.ties}
          </span>
        )}
        <Exports />
      </header>
      <AgeingFilters on={data?.on} currencies={currencies} currency={shown} />
      <ProblemNote error={error} onAgain={() => void refetch()} />
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <Body ageing={data} currency={shown ?? homeCurrency} />
      )}
    </div>
  );
}
