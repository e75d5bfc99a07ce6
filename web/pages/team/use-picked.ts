/** Which rows of a list are chosen; another list begins with none. */
import { useState } from "react";
import type { Picked } from "./portfolio-columns.tsx";

export function usePicked(list: string, ids: readonly string[]): Picked & { clear: () => void } {
  const [state, setState] = useState<{ list: string; chosen: ReadonlySet<string> }>();
  const chosen: ReadonlySet<string> =
    state === undefined || state.list !== list
      ? new Set()
      : new Set(ids.filter((id) => state.chosen.has(id)));
  const choose = (next: Iterable<string>) => setState({ list, chosen: new Set(next) });
  const every = ids.length > 0 && chosen.size === ids.length;
  return {
    chosen,
    every,
    toggle: (id) =>
      choose(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]),
    toggleAll: () => choose(every ? [] : ids),
    clear: () => choose([]),
  };
}
