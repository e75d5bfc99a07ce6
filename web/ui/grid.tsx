/** A table of any length: only the rows in sight exist; the next window is asked for in time. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { cursorAfter } from "./grid-cursor.ts";
import { GridHead } from "./grid-head.tsx";
import { Cell, GridRow } from "./grid-row.tsx";
import { leastWidth, useGridWindow } from "./grid-window.ts";
import { useNarrow } from "./narrow.ts";
import "./grid.css";

export type Sort = { readonly by: string; readonly descending: boolean };

export type Column<Row> = {
  readonly key: string;
  readonly title: ReactNode;
  /** A CSS grid track with its least width in pixels: "120px", "minmax(160px, 2fr)". */
  readonly width: string;
  readonly align?: "end";
  readonly sort?: string;
  readonly cell: (row: Row) => ReactNode;
};

export type GridProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** How many rows there are in all, asked for or not. */
  readonly total: number;
  readonly rowKey: (row: Row) => string;
  /** What a phone shows instead of the row's cells; without it the table scrolls sideways. */
  readonly card?: (row: Row) => ReactNode;
  readonly cardHeight?: number;
  readonly rowHeight?: number;
  readonly opened?: string | undefined;
  readonly onOpen?: (row: Row) => void;
  /** Enter does something else on this page than opening a row. */
  readonly leavesEnter?: boolean;
  readonly onCursor?: (row: Row) => void;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  readonly onEnd?: () => void;
  readonly empty: ReactNode;
  /** Cells that stay at the bottom, in the columns' order. */
  readonly foot?: readonly (readonly ReactNode[])[];
};

function useCursor<Row>(props: GridProps<Row>, show: (index: number) => void) {
  const { rows, opened, rowKey } = props;
  const [picked, setCursor] = useState(-1);
  const at = opened === undefined ? -1 : rows.findIndex((row) => rowKey(row) === opened);
  const cursor = at >= 0 ? at : picked;
  const shown = useRef(show);
  shown.current = show;
  // What is opened from outside the list, by a key or after an act, is scrolled into sight.
  useEffect(() => {
    if (at >= 0) shown.current(at);
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const row = rows[cursor];
    if (event.key === "Enter" && row !== undefined && props.leavesEnter !== true) {
      event.preventDefault(); // else the dialog that opens would take the same key
      props.onOpen?.(row);
      return;
    }
    const next = cursorAfter(event.key, cursor, rows.length);
    const there = next === null ? undefined : rows[next];
    if (next === null || there === undefined) return;
    event.preventDefault();
    setCursor(next);
    show(next);
    props.onCursor?.(there);
  };
  return { cursor, setCursor, onKeyDown };
}

export function Grid<Row>(props: GridProps<Row>) {
  const { rows, columns } = props;
  const narrow = useNarrow() && props.card !== undefined;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { virtual, size } = useGridWindow(props, box, narrow);
  const { cursor, setCursor, onKeyDown } = useCursor(props, virtual.scrollToIndex);
  if (rows.length === 0) return <div className="grid-empty">{props.empty}</div>;
  const template = columns.map((column) => column.width).join(" ");
  const minWidth = narrow ? 0 : leastWidth(columns);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table can't be a <table>
    <div
      ref={box}
      className={`grid${narrow ? " narrow" : ""}`}
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.total + 1}
      aria-activedescendant={cursor >= 0 ? `${id}-${cursor}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {!narrow && <GridHead {...props} template={template} minWidth={minWidth} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual table can't be a <table> */}
      <div
        className="grid-body"
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), minWidth }}
      >
        {virtual.getVirtualItems().map((item) => (
          <GridRow
            key={item.key}
            id={`${id}-${item.index}`}
            row={rows[item.index] as Row}
            index={item.index}
            start={item.start}
            size={size}
            template={template}
            narrow={narrow}
            current={item.index === cursor}
            grid={props}
            onPick={() => setCursor(item.index)}
          />
        ))}
      </div>
      {!narrow && <GridFoot {...props} template={template} minWidth={minWidth} />}
    </div>
  );
}

type Foot<Row> = GridProps<Row> & { readonly template: string; readonly minWidth: number };

function GridFoot<Row>({ foot = [], columns, template, minWidth }: Foot<Row>) {
  if (foot.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table can't be a <table>
    <div className="grid-foot" role="rowgroup">
      {foot.map((cells, line) => (
        // biome-ignore lint/a11y/useSemanticElements: a virtual table can't be a <table>
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a foot have no other name
          key={line}
          role="row"
          className="grid-foot-line"
          style={{ gridTemplateColumns: template, minWidth }}
        >
          {cells.map((cell, index) => (
            <Cell key={columns[index]?.key} className={columns[index]?.align}>
              {cell}
            </Cell>
          ))}
        </div>
      ))}
    </div>
  );
}
