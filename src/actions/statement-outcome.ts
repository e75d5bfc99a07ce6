/** What an import of a bank's file came to: lines counted and summed by what became of them. */
import { isProposed } from "../domain/cash/line-choice.ts";
import type { ImportId } from "../domain/values/ids.ts";
import { type Money, totalsByCurrency } from "../domain/values/money.ts";
import type { SettledLine, WaitingLine } from "./match-lines.ts";

export const LINE_FATES = ["applied", "onAccount", "proposed", "unmatched", "ignored"] as const;
export type LineFate = (typeof LINE_FATES)[number];

/** A wait counts as proposed or unmatched, a booking as applied or kept on account. */
export function fateOf({ choice, judgement }: SettledLine<WaitingLine>): LineFate {
  if (choice.kind === "ignore") return "ignored";
  if (choice.kind === "wait") return isProposed(judgement) ? "proposed" : "unmatched";
  return choice.proposal.allocations.length > 0 ? "applied" : "onAccount";
}

export type CountAndSums = { readonly count: number; readonly sums: readonly Money[] };

export const countAndSums = (amounts: readonly Money[]): CountAndSums => ({
  count: amounts.length,
  sums: totalsByCurrency(amounts),
});

export type FateTotals = Readonly<Record<LineFate, CountAndSums>>;

/** The totals of lines by their fate. */
export function fatesOf(settled: readonly SettledLine<WaitingLine>[]): FateTotals {
  const byFate = Map.groupBy(settled, fateOf);
  const totals = LINE_FATES.map((fate) => [
    fate,
    countAndSums((byFate.get(fate) ?? []).map(({ waiting }) => waiting.line.amount)),
  ]);
  return Object.fromEntries(totals) as FateTotals;
}

export type StatementOutcome = {
  /** Null where the file brought nothing new. */
  readonly importId: ImportId | null;
  readonly format: string;
  readonly counts: Readonly<Record<"read" | "known" | "taken" | "notices" | LineFate, number>>;
  readonly sums: Readonly<Record<"read" | "known" | "taken" | LineFate, readonly Money[]>>;
};

/** The whole outcome: read = known + taken, taken = what became of the new lines. */
export function outcomeOf(
  {
    importId,
    format,
    notices,
  }: Pick<StatementOutcome, "importId" | "format"> & {
    readonly notices: number;
  },
  read: readonly Money[],
  known: readonly Money[],
  settled: readonly SettledLine<WaitingLine>[],
): StatementOutcome {
  const taken = settled.map(({ waiting }) => waiting.line.amount);
  const fates = fatesOf(settled);
  const all = { read: countAndSums(read), known: countAndSums(known), taken: countAndSums(taken) };
  const of = <Value>(pick: (one: CountAndSums) => Value) =>
    Object.fromEntries(
      Object.entries({ ...all, ...fates }).map(([key, one]) => [key, pick(one)]),
    ) as Record<"read" | "known" | "taken" | LineFate, Value>;
  return {
    importId,
    format,
    counts: { ...of(({ count }) => count), notices },
    sums: of(({ sums }) => sums),
  };
}
