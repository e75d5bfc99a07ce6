/** How an act on many is taken back, where it can be: letters, snoozes, owners. */
import type { BulkAct } from "../../../src/contract/bulk-work.ts";
import type { TodayLine } from "../../../src/contract/today.ts";
import { askBulk, undoSteps, wakeAll } from "../../queries/case-acts.ts";
import { useCreditor } from "../../queries/session.ts";
import { useWords } from "../../words.tsx";
import { lettersOf } from "./use-today-keys.ts";

type TakeBack = () => Promise<unknown>;

/** Whose customer each was before. */
function ownersBefore(lines: readonly TodayLine[]): ReadonlyMap<string | null, string[]> {
  const owners = new Map<string | null, string[]>();
  for (const { owner, id } of lines) {
    const before = owner?.id ?? null;
    owners.set(before, [...(owners.get(before) ?? []), id]);
  }
  return owners;
}

/** Null: what was said to customers stays said. */
export function useTakeBack(chosen: readonly TodayLine[]) {
  const { work } = useWords();
  const creditor = useCreditor().code;
  const giveBack = async (lines: readonly TodayLine[]) => {
    for (const [owner, customers] of ownersBefore(lines)) {
      const act = { kind: "assign", owner, reason: work.bulk.undoReason } as BulkAct;
      await askBulk(creditor, customers, act, false);
    }
  };
  return ({ kind }: BulkAct, done: readonly string[]): TakeBack | null => {
    const lines = chosen.filter(({ id }) => done.includes(id));
    switch (kind) {
      case "release":
        return () => undoSteps(creditor, lines.flatMap(lettersOf));
      case "snooze":
        return () => wakeAll(creditor, done);
      case "assign":
        return () => giveBack(lines);
      default:
        return null;
    }
  };
}
