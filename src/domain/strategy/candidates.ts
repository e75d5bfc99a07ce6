/** The candidates: which items may be chased today, and which are left out before any step. */
import { fromEpochDay } from "../values/calendar.ts";
import { type Currency, type Minor, money } from "../values/money.ts";
import { assert } from "../values/result.ts";
import type { CompiledStep } from "./compiled-policy.ts";
import { stepHarder } from "./harder.ts";
import { judgedAmount, NO_PLACE, type Place, placeOn } from "./ladder.ts";
import { type LeftOut, leaveOut } from "./left-out.ts";
import type { DunningDay, Standing } from "./standing.ts";

/** An item with its places on the two ladders of its side of the due day. */
export type Candidate = {
  readonly at: Standing;
  readonly message: Place;
  readonly task: Place;
};

/** Overdue beyond grace, with something left to chase: what a demand lists. */
export const isChasable = ({ days, inGrace, resting }: Standing): boolean =>
  days > 0 && !inGrace && resting.chased > 0n;

/** Judges an item on its two ladders; one that has had its reminders gets no more. */
export function candidateOf(at: Standing, day: DunningDay): Candidate {
  const { ladders, policy } = day.policy;
  if (at.days > 0) {
    const message = placeOn(ladders.demand, at, day);
    return { at, ...stepHarder({ message, task: placeOn(ladders.task, at, day) }, at, day) };
  }
  const mayRemind = at.marks.remindersHad < policy.remindersPerInvoice;
  return {
    at,
    message: mayRemind ? placeOn(ladders.reminder, at, day) : NO_PLACE,
    task: placeOn(ladders.check, at, day),
  };
}

const ownStep = ({ message, task }: Candidate): string | null =>
  (message.own ?? task.own)?.step.key ?? null;

/** Names what rests of an item that is overdue or has a step due: hold, grace, or a part. */
export function nameResting(candidate: Candidate, day: DunningDay, out: LeftOut): void {
  const { at } = candidate;
  const step = ownStep(candidate);
  if (at.days <= 0 && step === null) return;
  const { number: item, currency, open } = at.item;
  const { hold } = at.resting;
  if (hold !== null) {
    const { kind, until } = hold;
    leaveOut(out, "held", step, at, open, { code: "held", item, kind, until });
    return;
  }
  if (at.inGrace) {
    nameGrace(at, day, out);
    return;
  }
  for (const { code, part, until } of partsOf(at.resting)) {
    if (part === 0n) continue;
    const amount = money(part, currency).minor;
    leaveOut(out, code, step, at, amount, { code, item, currency, amount, until });
  }
}

const partsOf = (resting: Standing["resting"]) =>
  [
    { code: "disputed", part: resting.disputed, until: null },
    { code: "planned", part: resting.planned, until: resting.plannedUntil },
    { code: "promised", part: resting.promised, until: resting.promisedUntil },
  ] as const;

function nameGrace(at: Standing, day: DunningDay, out: LeftOut): void {
  const { demand, task } = day.policy.ladders;
  const step = (demand.steps[0] ?? task.steps[0])?.step.key ?? null;
  leaveOut(out, "grace", step, at, at.resting.chased, {
    code: "grace_until",
    item: at.item.number,
    grade: day.account.grade,
    days: day.graceDays,
    until: fromEpochDay(at.dueDay + day.graceDays + 1),
  });
}

/** Names a further step that an item can't take for want of evidence or of its minimum. */
export function nameBlocked(at: Standing, { blocked }: Place, day: DunningDay, out: LeftOut): void {
  if (blocked === null) return;
  const { key } = blocked.step;
  const left = at.resting.chased;
  if (blocked.evidence) {
    leaveOut(out, "no_evidence_case", key, at, left, { code: "no_evidence_case", step: key });
    return;
  }
  const { currency } = at.item;
  leaveOut(out, "below_minimum", key, at, left, {
    code: "below_minimum",
    step: key,
    currency,
    due: money(judgedAmount(blocked, at, day), currency).minor,
    minimum: minimumOf(blocked, currency),
  });
}

function minimumOf({ step }: CompiledStep, unit: Currency): Minor {
  const minimum = step.minimum.find(({ currency }) => currency === unit);
  assert(minimum !== undefined, "only a step with a minimum in the currency is barred by it");
  return minimum.minor;
}

/** What the customer owes in a currency by these items, added to what is owed already. */
function dueIn(
  unit: Currency,
  candidates: readonly Candidate[],
  owed: ReadonlyMap<Currency, bigint>,
): Minor {
  let due = owed.get(unit) ?? 0n;
  for (const { at } of candidates) due += at.resting.chased;
  return money(due, unit).minor;
}

/**
 * Leaves out the currencies in which receipts and credit memos not yet used cover all that is due:
 * nobody is written to about money that is already here. `owed` comes on top of the candidates.
 */
export function withoutCovered(
  candidates: readonly Candidate[],
  owed: ReadonlyMap<Currency, bigint>,
  day: DunningDay,
  out: LeftOut,
): readonly Candidate[] {
  let left = candidates;
  for (const { currency, minor: unapplied } of day.account.unapplied) {
    const covered = candidates.filter(({ at }) => at.item.currency === currency);
    const due = dueIn(currency, covered, owed);
    if (covered.length === 0 || unapplied < due) continue;
    const because = { code: "covered_by_unapplied", currency, unapplied, due } as const;
    for (const candidate of covered) {
      const { at } = candidate;
      leaveOut(out, because.code, ownStep(candidate), at, at.resting.chased, because);
    }
    left = left.filter(({ at }) => at.item.currency !== currency);
  }
  return left;
}
