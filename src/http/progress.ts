/** How far imports are that this process carries out now: asked for by the client's own id. */
import type { StatementPhase } from "../actions/import-statement.ts";
import type { CreditorId } from "../domain/values/ids.ts";

export type Progress = {
  readonly phase: StatementPhase;
  readonly done: number;
  readonly total: number;
};

const underWay = new Map<string, Progress>();

const keyOf = (creditor: CreditorId, run: string): string => `${creditor} ${run}`;

export type Watched = {
  reach(phase: StatementPhase, done: number, total: number): void;
  end(): void;
};

/** Watches a run; without an id nobody can ask for it. */
export function watch(creditor: CreditorId, run: string | null): Watched {
  if (run === null) return { reach: () => {}, end: () => {} };
  const key = keyOf(creditor, run);
  return {
    reach: (phase, done, total) => {
      underWay.set(key, { phase, done, total });
    },
    end: () => {
      underWay.delete(key);
    },
  };
}

/** Null when nothing of this id is under way at the creditor. */
export const findProgress = (creditor: CreditorId, run: string): Progress | null =>
  underWay.get(keyOf(creditor, run)) ?? null;
