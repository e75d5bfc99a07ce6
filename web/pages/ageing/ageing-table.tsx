/** The ageing table in one currency: buckets across, customers down, totals that stay in sight. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Ageing } from "../../../src/contract/ageing.ts";
import { moneyOf } from "../../../src/domain/values/money.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { AgeingBar } from "../../ui/ageing-bar.tsx";
import { Amount, amountWords } from "../../ui/amount.tsx";
import { bucketColour, bucketName } from "../../ui/bucket-words.ts";
import { type Column, Grid, type Sort } from "../../ui/grid.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { Empty } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { overdueOf } from "./ageing-summary.tsx";

type Row = Ageing["rows"][number];
type TableProps = { readonly ageing: Ageing; readonly currency: string };

function Name({ row }: { readonly row: Row }) {
  const { code } = useCreditor();
  if (row.customerId === null) return <span className="strong">{row.name}</span>;
  return (
    <Link
      to={PATHS.customer}
      params={{ creditor: code, customer: row.customerId }}
      title={row.name}
      tabIndex={-1}
    >
      {row.name}
    </Link>
  );
}

/** What a column holds, as text of an amount. */
function cellOf(row: Ageing["totals"][number], key: string): string {
  if (key === "unapplied") return row.unapplied;
  return key === "total" ? row.total : (row.amounts[key] ?? "0");
}

function sorted(rows: readonly Row[], { by, descending }: Sort): readonly Row[] {
  const direction = descending ? -1 : 1;
  return rows.toSorted((left, right) => {
    if (by === "name") return direction * left.name.localeCompare(right.name, "zh-CN");
    const [one, other] = [left, right].map((row) => moneyOf(cellOf(row, by), row.currency).minor);
    if (one === undefined || other === undefined || one === other) return 0;
    return one < other ? -direction : direction;
  });
}

/** Digits are of one width, so the longest figure tells how wide a column must be. */
const DIGIT = 7.3;
const PADDING = 18;
const LEAST = 98;

function widthOf(ageing: Ageing, currency: string, key: string): number {
  const figures = [...ageing.rows, ...ageing.totals]
    .filter((line) => line.currency === currency)
    .map((line) => amountWords({ amount: cellOf(line, key), currency }).length);
  return Math.max(LEAST, Math.ceil(Math.max(0, ...figures) * DIGIT + PADDING));
}

function useAgeingColumns({ ageing, currency }: TableProps): readonly Column<Row>[] {
  const words = useWords();
  const { ageing: titles } = words;
  const figure = (key: string, title: string, colour?: string): Column<Row> => ({
    key,
    title: (
      <>
        {colour !== undefined && <i className="bucket-mark" style={{ background: colour }} />}
        {title}
      </>
    ),
    width: `minmax(${widthOf(ageing, currency, key)}px, 1fr)`,
    align: "end",
    sort: key,
    cell: (row) => <Amount of={{ amount: cellOf(row, key), currency }} strong={key === "total"} />,
  });
  return [
    {
      key: "name",
      title: ageing.by === "customer" ? titles.customer : titles.creditor,
      width: "minmax(150px, 2fr)",
      sort: "name",
      cell: (row) => <Name row={row} />,
    },
    ...ageing.keys.map((key) =>
      figure(key, bucketName(words, key), bucketColour(ageing.keys, key)),
    ),
    figure("unapplied", titles.unapplied),
    figure("total", titles.total),
  ];
}

function Card({ row, keys }: { readonly row: Row; readonly keys: readonly string[] }) {
  const words = useWords();
  const { currency } = row;
  const parts = keys.map((key) => ({
    key,
    name: bucketName(words, key),
    colour: bucketColour(keys, key),
    amount: { amount: row.amounts[key] ?? "0", currency },
  }));
  const late = { amount: overdueOf(row, keys), currency };
  return (
    <div className="stack tight">
      <span className="spread">
        <span className="clip">
          <Name row={row} />
        </span>
        <Amount of={{ amount: row.total, currency }} currency strong />
      </span>
      <AgeingBar parts={parts} />
      <span className="spread small">
        <span className="quiet">{words.ageing.overdueTotal}</span>
        <Amount of={late} />
      </span>
    </div>
  );
}

const HEAD_AND_FOOT = 36 + 36;

export function AgeingTable({ ageing, currency }: TableProps) {
  const { ageing: words } = useWords();
  const [sort, setSort] = useState<Sort>({ by: "total", descending: true });
  const columns = useAgeingColumns({ ageing, currency });
  const rows = sorted(
    ageing.rows.filter((row) => row.currency === currency),
    sort,
  );
  const total = ageing.totals.find((line) => line.currency === currency);
  const foot = columns.map(({ key }) => {
    if (key === "name") return words.total;
    const figure = total === undefined ? "0" : cellOf(total, key);
    return <Amount key={key} of={{ amount: figure, currency }} />;
  });
  const narrow = useNarrow();
  const height = Math.max(220, rows.length * (narrow ? 84 : 36) + HEAD_AND_FOOT + 2);
  return (
    <div className="ageing-grid" style={{ maxHeight: height }}>
      <Grid
        label={words.table}
        columns={columns}
        rows={rows}
        total={rows.length}
        rowKey={(row) => row.customerId ?? row.creditor}
        card={(row) => <Card row={row} keys={ageing.keys} />}
        cardHeight={84}
        sort={sort}
        onSort={setSort}
        foot={[foot]}
        empty={<Empty icon="ageing" title={words.empty} text={words.emptyText} />}
      />
    </div>
  );
}
