/** One row of a table in sight: cells on a desk's screen, a card on a phone's. */
import type { MouseEvent, ReactNode } from "react";
import type { GridProps } from "./grid.tsx";

type RowProps<Row> = {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly start: number;
  readonly size: number;
  readonly template: string;
  readonly narrow: boolean;
  readonly current: boolean;
  readonly grid: GridProps<Row>;
  readonly onPick: () => void;
};

const ACTS = "a, button, input, label, [role=button], [role=checkbox]";

const meantForItself = (event: MouseEvent): boolean =>
  event.target instanceof Element && event.target.closest(ACTS) !== null;

export function Cell({
  className,
  children,
}: {
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table can't be a <table>
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div role="gridcell" className={className}>
      {children}
    </div>
  );
}

export function GridRow<Row>(props: RowProps<Row>) {
  const { row, grid, narrow, size } = props;
  const opened = grid.opened !== undefined && grid.rowKey(row) === grid.opened;
  const place = { height: size, transform: `translateY(${props.start}px)` };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table can't be a <table>
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid's Enter does the same
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={opened}
      className={`grid-row${props.current ? " current" : ""}${opened ? " opened" : ""}`}
      style={narrow ? place : { ...place, gridTemplateColumns: props.template }}
      onClick={(event) => {
        if (meantForItself(event)) return;
        props.onPick();
        grid.onOpen?.(row);
      }}
    >
      {narrow ? (
        <Cell className="grid-card">{grid.card?.(row)}</Cell>
      ) : (
        grid.columns.map((column) => (
          <Cell key={column.key} className={column.align}>
            {column.cell(row)}
          </Cell>
        ))
      )}
    </div>
  );
}
