/** Which customers of the list are chosen for an act on many. */
import { useState } from "react";

export type Choice = {
  readonly ids: ReadonlySet<string>;
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** All of these, or none where all are chosen already. */
  readonly all: (ids: readonly string[]) => void;
  readonly none: () => void;
};

export function useChoice(): Choice {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    has: (id) => ids.has(id),
    toggle(id) {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    all: (every) => setIds(every.every((id) => ids.has(id)) ? new Set() : new Set(every)),
    none: () => setIds(new Set()),
  };
}
