/** What the plan left out, grouped by reason, each with its facts. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Skip } from "../../../src/contract/plan.ts";
import { PATHS } from "../../paths.ts";
import { skipsQuery } from "../../queries/plan.ts";
import { useCreditor } from "../../queries/session.ts";
import { type Column, Grid } from "../../ui/grid.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useHeadline, Why } from "../../ui/why.tsx";
import { named } from "../../words/named.ts";
import { useLanguage, useWords } from "../../words.tsx";
import type { PlanAnswer } from "./plan-answer.ts";

function Reasons({ plan }: { readonly plan: PlanAnswer }) {
  const words = useWords();
  const { reason } = useSearch({ from: "/$creditor/plan" });
  const navigate = useNavigate({ from: PATHS.plan });
  const choose = (next: string | undefined) =>
    void navigate({
      search: ({ reason: _, ...rest }) => (next === undefined ? rest : { ...rest, reason: next }),
      replace: true,
    });
  const all = plan.skips.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="toolbar">
      <button
        type="button"
        className="chip"
        aria-pressed={reason === undefined}
        onClick={() => choose(undefined)}
      >
        {words.plan.allReasons} <b className="number">{all}</b>
      </button>
      {plan.skips.map((line) => (
        <button
          key={line.reason}
          type="button"
          className="chip"
          aria-pressed={reason === line.reason}
          onClick={() => choose(line.reason)}
        >
          {named(words.skipReasons, line.reason)} <b className="number">{line.count}</b>
        </button>
      ))}
    </div>
  );
}

function Customer({ skip }: { readonly skip: Skip }) {
  const { code } = useCreditor();
  return (
    <Link to={PATHS.customer} params={{ creditor: code, customer: skip.customer.id }} tabIndex={-1}>
      {skip.customer.name}
    </Link>
  );
}

function Sentence({ skip }: { readonly skip: Skip }) {
  const headline = useHeadline();
  return (
    <span className="line reason-line">
      <span className="clip" title={headline(skip.because)}>
        {headline(skip.because)}
      </span>
      <Why because={skip.because} compact />
    </span>
  );
}

function useSkipColumns(): readonly Column<Skip>[] {
  const { plan: words, skipReasons } = useWords();
  const { language } = useLanguage();
  return [
    {
      key: "customer",
      title: words.columns.customer,
      width: "minmax(200px, 2fr)",
      cell: (skip) => <Customer skip={skip} />,
    },
    {
      key: "step",
      title: words.columns.step,
      width: "minmax(130px, 1fr)",
      cell: (skip) => skip.name?.[language] ?? skip.step ?? "–",
    },
    {
      key: "reason",
      title: words.columns.reason,
      width: "150px",
      cell: (skip) => <span className="tag">{named(skipReasons, skip.reason)}</span>,
    },
    {
      key: "items",
      title: words.columns.items,
      width: "64px",
      align: "end",
      cell: (skip) => skip.items.length,
    },
    {
      key: "why",
      title: words.columns.why,
      width: "minmax(260px, 4fr)",
      cell: (skip) => <Sentence skip={skip} />,
    },
  ];
}

function SkipCard({ skip }: { readonly skip: Skip }) {
  const { skipReasons } = useWords();
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="clip strong">{skip.customer.name}</span>
        <span className="tag">{named(skipReasons, skip.reason)}</span>
      </span>
      <Sentence skip={skip} />
    </div>
  );
}

export function PlanSkips({ plan }: { readonly plan: PlanAnswer }) {
  const { plan: words } = useWords();
  const creditor = useCreditor().code;
  const { reason } = useSearch({ from: "/$creditor/plan" });
  const view = { day: plan.day, ...(reason === undefined ? {} : { reason }) };
  const query = useInfiniteQuery(skipsQuery(creditor, view));
  const skips = query.data?.pages.flatMap((page) => page.skips) ?? [];
  const columns = useSkipColumns();
  return (
    <div className="plan-list">
      <Reasons plan={plan} />
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && (
        <div className="plan-grid">
          <Grid
            label={words.skipList}
            columns={columns}
            rows={skips}
            total={query.data.pages[0]?.total ?? 0}
            rowKey={(skip) => `${skip.customer.id}${skip.step}${skip.reason}${skip.items[0]?.id}`}
            card={(skip) => <SkipCard skip={skip} />}
            cardHeight={72}
            onEnd={() => {
              if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
            }}
            empty={<Empty icon="check" title={words.emptySkips} />}
          />
        </div>
      )}
    </div>
  );
}
