/** Which customer the pane shows, and the way to the next; nobody is taken away while worked. */
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import type { TodayLine } from "../../../src/contract/today.ts";
import { PATHS } from "../../paths.ts";
import { useMiddle } from "../../ui/narrow.ts";
import { useTodayView } from "./use-today-view.ts";

type Kept = { readonly line: TodayLine; readonly at: number; readonly of: string };

export type ChosenLine = {
  readonly chosen: TodayLine | undefined;
  /** Undefined: back to the list, where there is no room for both. */
  readonly open: (customer: string | undefined) => void;
  readonly next: (() => void) | undefined;
  readonly previous: (() => void) | undefined;
  /** To the next customer, or the one before when there is none. */
  readonly advance: () => void;
};

/**
 * The list is asked for every minute and after every act, and its order changes: who is in the pane
 * stays there although the line left the list, until somebody moves on.
 */
export function useChosenLine(lines: readonly TodayLine[]): ChosenLine {
  const { view, customer } = useTodayView();
  const navigate = useNavigate({ from: PATHS.today });
  const middle = useMiddle();
  const kept = useRef<Kept | null>(null);
  const of = JSON.stringify(view);
  const before = kept.current?.of === of ? kept.current : null;
  const wanted = customer ?? (middle ? undefined : (before?.line.id ?? lines[0]?.id));
  const at = lines.findIndex(({ id }) => id === wanted);
  const gone = at < 0 && before !== null && before.line.id === wanted;
  const first = middle ? undefined : lines[0];
  const chosen = lines[at] ?? (gone ? before.line : first);
  const place = gone ? before.at - 0.5 : Math.max(at, 0);
  kept.current = chosen === undefined ? null : { line: chosen, at: Math.ceil(place), of };
  const open = (id: string | undefined) =>
    void navigate({
      search: ({ customer: _, ...rest }) => (id === undefined ? rest : { ...rest, customer: id }),
      replace: id !== undefined && customer !== undefined,
    });
  const to = (index: number) => {
    const line = chosen === undefined ? lines[0] : lines[index];
    return line === undefined ? undefined : () => open(line.id);
  };
  const next = to(Math.floor(place) + 1);
  const previous = to(Math.ceil(place) - 1);
  const advance = () => (next === undefined ? previous?.() : next());
  return { chosen, open, next, previous, advance };
}
