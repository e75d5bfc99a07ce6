/** Which rows of a table are in sight, and how wide the table must at least be. */
import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import type { Column, GridProps } from "./grid.tsx";

/** When so few rows are left below, the next window is asked for. */
const AHEAD = 40;
const HEAD_HEIGHT = 36;

export function useGridWindow<Row>(
  props: GridProps<Row>,
  box: RefObject<HTMLDivElement | null>,
  narrow: boolean,
) {
  const { rows, rowKey, onEnd } = props;
  const size = narrow ? (props.cardHeight ?? 76) : (props.rowHeight ?? 36);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => size,
    getItemKey: (index) => rowKey(rows[index] as Row),
    overscan: 12,
    scrollPaddingStart: narrow ? 0 : HEAD_HEIGHT,
    onChange: ({ range }) => {
      if (range !== null && range.endIndex >= rows.length - AHEAD) onEnd?.();
    },
  });
  return { virtual, size };
}

/** The sum of the columns' least widths in pixels: below it the table scrolls sideways. */
export function leastWidth<Row>(columns: readonly Column<Row>[]): number {
  const least = columns.map(({ width }) => Number(/(\d+)px/.exec(width)?.[1] ?? 0));
  return least.reduce((sum, width) => sum + width, 16);
}
