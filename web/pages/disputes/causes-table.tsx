/** The causes as a table: count, amounts, days and shares; a row leads to its disputes. */
import { Link } from "@tanstack/react-router";
import type { DisputeCauses } from "../../../src/contract/dispute-causes.ts";
import { DEPARTMENTS_SHOWN, DISPUTE_REASONS_SHOWN } from "../../dispute-views.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import { type Column, Grid } from "../../ui/grid.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { useWords } from "../../words.tsx";
import { causeName } from "./cause-words.ts";

type Row = DisputeCauses["rows"][number];

/** The disputes behind a cause, where the list can be narrowed to it. */
function Name({ row, causes }: { readonly row: Row; readonly causes: DisputeCauses }) {
  const words = useWords();
  const { code } = useCreditor();
  const { by, from, to } = causes;
  const name = causeName(words, by, row);
  const reason = DISPUTE_REASONS_SHOWN.find((each) => by === "reason" && each === row.key);
  const department = DEPARTMENTS_SHOWN.find((each) => by === "department" && each === row.key);
  const narrowed = {
    ...(reason === undefined ? {} : { reason }),
    ...(department === undefined ? {} : { department }),
    ...(by === "customer" ? { text: row.key } : {}),
  };
  if (Object.keys(narrowed).length === 0) return <span className="strong">{name}</span>;
  return (
    <Link
      to={PATHS.disputes}
      params={{ creditor: code }}
      search={{ show: "all", from, to, ...narrowed }}
      className="clip"
      title={words.disputes.causes.open}
      tabIndex={-1}
    >
      {name}
    </Link>
  );
}

const days = (text: string | null) =>
  text === null ? <span className="quiet">–</span> : <span className="number">{text}</span>;
const share = (text: string) => <span className="number">{text} %</span>;

function useCauseColumns(causes: DisputeCauses): readonly Column<Row>[] {
  const { disputes, ageing } = useWords();
  const words = disputes.causes;
  const figure = (key: string, title: string, width: string, cell: Column<Row>["cell"]) => ({
    ...{ key, title, width, cell },
    align: "end" as const,
  });
  const sum = (key: "amount" | "credited" | "stillDisputed") =>
    figure(key, words[key], "minmax(130px, 1fr)", (row) => (
      <Amount of={{ amount: row[key], currency: row.currency }} strong={key === "amount"} />
    ));
  return [
    {
      key: "key",
      title: words.key[causes.by],
      width: "minmax(130px, 2fr)",
      cell: (row) => <Name row={row} causes={causes} />,
    },
    { key: "currency", title: ageing.currency, width: "64px", cell: (row) => row.currency },
    figure("count", words.count, "64px", (row) => <span className="number">{row.count}</span>),
    ...[sum("amount"), sum("credited"), sum("stillDisputed")],
    figure("answer", words.answerDays, "108px", (row) => days(row.answerDays)),
    figure("close", words.closeDays, "108px", (row) => days(row.closeDays)),
    figure("late", words.lateShare, "84px", (row) => share(row.lateShare)),
    figure("creditedShare", words.creditedShare, "108px", (row) => share(row.creditedShare)),
  ];
}

function Card({ row, causes }: { readonly row: Row; readonly causes: DisputeCauses }) {
  const words = useWords().disputes.causes;
  return (
    <div className="stack tight">
      <span className="spread">
        <Name row={row} causes={causes} />
        <Amount of={{ amount: row.amount, currency: row.currency }} currency strong />
      </span>
      <span className="spread small quiet">
        <span>
          {words.count} {row.count} · {words.lateShare} {row.lateShare} %
        </span>
        <span>
          {words.creditedShare} {row.creditedShare} %
        </span>
      </span>
    </div>
  );
}

const HEAD = 38;

export function CausesTable({ causes }: { readonly causes: DisputeCauses }) {
  const { causes: words } = useWords().disputes;
  const columns = useCauseColumns(causes);
  const narrow = useNarrow();
  const foot = causes.totals.map((total) =>
    columns.map(({ key, cell }) => (key === "key" ? words.total : cell(total))),
  );
  const height = causes.rows.length * (narrow ? 66 : 36) + HEAD + foot.length * 36 + 2;
  return (
    <div className="causes-grid" style={{ height: Math.max(160, height) }}>
      <Grid
        label={words.table}
        columns={columns}
        rows={causes.rows}
        total={causes.rows.length}
        rowKey={(row) => `${row.key} ${row.currency}`}
        card={(row) => <Card row={row} causes={causes} />}
        cardHeight={66}
        foot={foot}
        empty={null}
      />
    </div>
  );
}
