/** The bank lines of money that went out again: locked while they wait, booked with what it was. */
import type { Because } from "../domain/book/booking.ts";
import type { BankLineId } from "../domain/values/ids.ts";
import type { Money } from "../domain/values/money.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockBankLine, updateLineDecisions } from "../store/bank-lines.ts";
import { lockOutgoingLine } from "../store/single-lines.ts";
import type { Context } from "./action.ts";

export type OutgoingRefusal =
  | { readonly code: "line_not_found" }
  | { readonly code: "line_not_open" };

/**
 * The amount of a line that nothing is booked with (negative: money out); null where no line is
 * named. Money out is often left out by itself: a person who knows better may name such a line.
 */
export async function lockOpenLine(
  { tx, creditorId }: Context,
  id: BankLineId | null,
): Promise<Result<Money | null, OutgoingRefusal>> {
  if (id === null) return ok(null);
  const line = await lockOutgoingLine(tx, creditorId, id);
  if (line === null) return refuse({ code: "line_not_found" });
  return line.state === "booked" ? refuse({ code: "line_not_open" }) : ok(line.amount);
}

/** Writes what the locked line was; nothing where no line is named. */
export async function bookOutgoingLine(
  { tx, creditorId, now, actor }: Context,
  id: BankLineId | null,
  what: "return" | "refund",
  because: readonly Because[],
): Promise<void> {
  if (id === null) return;
  await updateLineDecisions(tx, creditorId, [
    {
      ...{ id, state: "booked", what, duplicateOf: null, byHand: true, judgement: null },
      ...{ because, decidedBy: actor.name, decidedAt: now },
    },
  ]);
}

/** A line that still waited is settled when its money comes back: nobody has to decide on it. */
export async function closeReturnedLine(
  { tx, creditorId, now, actor }: Context,
  id: BankLineId | null,
  because: readonly Because[],
): Promise<void> {
  if (id === null) return;
  const line = await lockBankLine(tx, creditorId, id);
  if (line?.state !== "open") return;
  await updateLineDecisions(tx, creditorId, [
    {
      ...{ id, state: "booked", what: "receipt", duplicateOf: null, byHand: true },
      ...{ judgement: null, because, decidedBy: actor.name, decidedAt: now },
    },
  ]);
}
