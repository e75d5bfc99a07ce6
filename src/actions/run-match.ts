/** Judges all waiting lines anew: invoices came in, payers were learned, claims were approved. */
import { ok } from "../domain/values/result.ts";
import { lockForImport } from "../store/imports.ts";
import { defineAction } from "./action.ts";
import { rematch } from "./rematch.ts";
import { type CountAndSums, countAndSums, fatesOf } from "./statement-outcome.ts";

export type MatchRun = {
  /** Settled, or kept whole on a customer's account, by itself. */
  readonly applied: CountAndSums;
  /** What waits now: with a proposal, and without any. */
  readonly proposed: CountAndSums;
  readonly unmatched: CountAndSums;
  /** No receivable, or the repetition of another line. */
  readonly ignored: CountAndSums;
};

export const runMatch = defineAction<null, MatchRun, never>({
  name: "run_match",
  permission: "cash:apply",
  async run(context) {
    await lockForImport(context.tx, context.creditorId);
    const settled = await rematch(context, null, null);
    const { proposed, unmatched, ignored } = fatesOf(settled);
    const booked = settled.filter(({ choice }) => choice.kind === "book");
    const applied = countAndSums(booked.map(({ waiting }) => waiting.line.amount));
    return ok({ applied, proposed, unmatched, ignored });
  },
});
