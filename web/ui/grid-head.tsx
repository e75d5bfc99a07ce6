/** The head of a table: stays in sight, sorts where the server can sort. */
import type { Column, GridProps, Sort } from "./grid.tsx";

type Head<Row> = GridProps<Row> & { readonly template: string; readonly minWidth: number };

function sortState(by: string | undefined, sort: Sort | undefined) {
  if (by === undefined || sort?.by !== by) return undefined;
  return sort.descending ? "descending" : "ascending";
}

function Title<Row>({ column, grid }: { column: Column<Row>; grid: Head<Row> }) {
  const { sort, onSort } = grid;
  const by = column.sort;
  if (by === undefined || onSort === undefined) return <>{column.title}</>;
  const state = sortState(by, sort);
  const next = { by, descending: state === undefined ? true : state === "ascending" };
  return (
    <button type="button" className="grid-sort" onClick={() => onSort(next)}>
      {column.title}
      <span className="grid-sort-mark" data-state={state} aria-hidden="true" />
    </button>
  );
}

export function GridHead<Row>(grid: Head<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table can't be a <table>
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div
      className="grid-head"
      role="row"
      aria-rowindex={1}
      style={{ gridTemplateColumns: grid.template, minWidth: grid.minWidth }}
    >
      {grid.columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: a virtual table can't be a <table>
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <div
          key={column.key}
          role="columnheader"
          className={column.align}
          aria-sort={sortState(column.sort, grid.sort)}
        >
          <Title column={column} grid={grid} />
        </div>
      ))}
    </div>
  );
}
