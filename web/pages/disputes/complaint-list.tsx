/** The complaints, open ones by the day they are due; filters live in the URL. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { COMPLAINT_KINDS_SHOWN, COMPLAINT_SHOWS } from "../../dispute-views.ts";
import { PATHS } from "../../paths.ts";
import {
  type ComplaintsAnswer,
  type ComplaintsView,
  complaintsFile,
  complaintsQuery,
} from "../../queries/complaints.ts";
import { useCreditor } from "../../queries/session.ts";
import { Chip } from "../../ui/chip.tsx";
import { Grid } from "../../ui/grid.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useLanguage, useWords } from "../../words.tsx";
import { ComplaintCard, useComplaintColumns } from "./complaint-columns.tsx";

const FROM = "/$creditor/disputes";

/** What of the URL the list asks for. */
function useComplaintsView(): ComplaintsView {
  const { show, late, kind, customer } = useSearch({ from: FROM });
  const shown = COMPLAINT_SHOWS.find((each) => each === show);
  return {
    ...(shown === undefined ? {} : { show: shown }),
    ...(late === undefined ? {} : { late }),
    ...(kind === undefined ? {} : { kind }),
    ...(customer === undefined ? {} : { customer }),
  };
}

/** Sets one filter; undefined takes it away. */
function useComplaintFilter() {
  const navigate = useNavigate({ from: PATHS.disputes });
  return <Key extends keyof ComplaintsView>(key: Key, value: ComplaintsView[Key] | undefined) =>
    void navigate({
      replace: true,
      search: (before) => {
        const { [key]: _, complaint: __, ...rest } = before;
        return value === undefined ? rest : { ...rest, [key]: value };
      },
    });
}

function Filters({ first }: { readonly first: ComplaintsAnswer | undefined }) {
  const { words, language } = useLanguage();
  const { disputes, ageing } = words;
  const { complaints } = disputes;
  const creditor = useCreditor().code;
  const view = useComplaintsView();
  const filter = useComplaintFilter();
  const kinds = COMPLAINT_KINDS_SHOWN.map((value) => ({ value, label: complaints.kinds[value] }));
  const { open, closed, late } = first?.counts ?? {};
  return (
    <div className="toolbar">
      <Chip
        on={view.show === undefined}
        label={complaints.shows.open}
        count={open}
        onChoose={() => filter("show", undefined)}
      />
      <Chip
        on={view.show === "closed"}
        label={complaints.shows.closed}
        count={closed}
        onChoose={() => filter("show", "closed")}
      />
      <Chip
        on={view.show === "all"}
        label={complaints.shows.all}
        onChoose={() => filter("show", "all")}
      />
      <Chip
        on={view.late === "yes"}
        label={disputes.late}
        count={late}
        onChoose={() => filter("late", view.late === "yes" ? undefined : "yes")}
      />
      <span className="grow" />
      <Select
        aria-label={complaints.kind}
        className="list-reason"
        value={(view.kind ?? "") as string}
        options={[{ value: "", label: complaints.allKinds }, ...kinds]}
        onChange={(next) =>
          filter(
            "kind",
            COMPLAINT_KINDS_SHOWN.find((each) => each === next),
          )
        }
      />
      <a className="ant-like-button" href={complaintsFile(creditor, view, language)} download>
        <Icon name="download" size={14} />
        {ageing.exportCsv}
      </a>
    </div>
  );
}

/** How many the grid is to hold. */
function totalOf(first: ComplaintsAnswer | undefined, { show, late }: ComplaintsView): number {
  if (first === undefined) return 0;
  const { open, closed, late: overdue } = first.counts;
  if (late === "yes") return overdue;
  if (show === "all") return open + closed;
  return show === "closed" ? closed : open;
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const { complaints } = useWords().disputes;
  return filtered ? (
    <Empty icon="search" title={complaints.noneFound} />
  ) : (
    <Empty icon="check" title={complaints.empty} text={complaints.emptyText} />
  );
}

export function ComplaintList() {
  const { complaints } = useWords().disputes;
  const creditor = useCreditor().code;
  const { complaint } = useSearch({ from: FROM });
  const view = useComplaintsView();
  const navigate = useNavigate({ from: PATHS.disputes });
  const query = useInfiniteQuery(complaintsQuery(creditor, view));
  const columns = useComplaintColumns();
  const pages = query.data?.pages ?? [];
  return (
    <section className="card fills">
      <Filters first={pages[0]} />
      <ProblemNote error={query.error} onAgain={() => void query.refetch()} />
      {query.data !== undefined && (
        <Grid
          label={complaints.list}
          columns={columns}
          rows={pages.flatMap((page) => page.rows)}
          total={totalOf(pages[0], view)}
          rowKey={({ id }) => id}
          rowHeight={44}
          cardHeight={98}
          card={(row) => <ComplaintCard row={row} />}
          opened={complaint}
          onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, complaint: id }) })}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
          empty={<Nothing filtered={Object.keys(view).length > 0} />}
        />
      )}
    </section>
  );
}
