/** What follows from a judged agreement: its state, its history, the tasks that people get. */

import { inOne, NOTHING_BOOKED, undoEntry } from "../domain/book/booking.ts";
import { bookDiscount } from "../domain/desk/agreed-booking.ts";
import { hasEnded } from "../domain/desk/agreement.ts";
import { wireAmount } from "../domain/desk/agreement-terms.ts";
import type { InstalmentRow } from "../domain/desk/instalment.ts";
import type { TaskReason } from "../domain/desk/task.ts";
import { addDays } from "../domain/values/calendar.ts";
import type { EntryId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { updateFollowed } from "../store/agreements.ts";
import { listEntryLegs } from "../store/entry-legs.ts";
import { insertBooking } from "../store/items.ts";
import { accelerate } from "./accelerate-plan.ts";
import type { Context } from "./action.ts";
import { endTasksOf } from "./end-tasks.ts";
import type { FollowedAgreement } from "./judge-agreements.ts";
import { type AgreementEventKind, noteAgreement } from "./note-agreement.ts";
import { openAgreementTask } from "./open-agreement-task.ts";

/** Days within which what a missed instalment or a default asks for is to be done. */
const ANSWER_DAYS = 2;

const NOTED: Readonly<Partial<Record<string, AgreementEventKind>>> = {
  fulfilled: "fulfilled",
  in_default: "defaulted",
  lapsed: "lapsed",
  active: "reopened",
};

const END_REASON: Readonly<Partial<Record<string, string>>> = {
  fulfilled: "paid",
  lapsed: "not_in_time",
};

/** An instalment as its task and its history tell it. */
function told({ agreement }: FollowedAgreement, row: InstalmentRow, code: string): TaskReason {
  const open = money(row.amount + row.interest - row.settled, agreement.currency);
  const { number } = agreement;
  return { code, number, place: row.place, dueOn: row.dueOn, open: wireAmount(open) };
}

/** Each reminder and each missed part is somebody's, and is part of the history. */
async function tell(context: Context, one: FollowedAgreement): Promise<void> {
  const { agreement, follow } = one;
  if (follow.plan === null) return;
  const { due, missed } = follow.plan;
  for (const row of due) {
    const because = [told(one, row, "instalment_due")];
    const task = { because, dueOn: row.dueOn, role: "collector" } as const;
    await openAgreementTask(context, agreement, task);
    await noteAgreement(context, agreement.id, "reminded", because);
  }
  for (const row of missed) {
    const because = [told(one, row, "instalment_missed")];
    const dueOn = addDays(context.today, ANSWER_DAYS);
    await openAgreementTask(context, agreement, { because, dueOn, role: "collector" });
    await noteAgreement(context, agreement.id, "missed", because);
  }
}

/** What was asked for because of an instalment is done once nothing of the plan is late. */
async function settleTasks(context: Context, one: FollowedAgreement): Promise<void> {
  const { instalments, follow, agreement } = one;
  if (follow.plan === null || follow.plan.late > 0n) return;
  const before = new Map(instalments.map(({ place, state }) => [place, state]));
  const paid = follow.plan.instalments.some(
    ({ place, state }) => state === "paid" && before.get(place) !== "paid",
  );
  if (paid) await endTasksOf(context, { subject: agreement.id, state: "done", outcome: null });
}

/** Gives up what is open of the parts of an earned discount; gives its entry. */
async function earn(context: Context, one: FollowedAgreement): Promise<EntryId | null> {
  const { tx, creditorId, today, newId } = context;
  const { agreement, items, follow } = one;
  if (!follow.earned) return agreement.entry;
  const parts = items.map(({ item, amount }, at) => ({
    ...{ item, rest: amount - (follow.settled[at] ?? 0n) },
  }));
  const because = [{ code: "early_payment_discount", agreement: agreement.number }];
  const booked = bookDiscount(parts, agreement.currency, today, because, newId);
  if (booked.entry === null) return null;
  await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, booked.booking);
  return booked.entry;
}

/** The money that earned a discount did not stand: what was given up is owed again. */
async function takeBack(context: Context, { agreement }: FollowedAgreement): Promise<void> {
  const { tx, creditorId, today, newId } = context;
  if (agreement.entry === null) return;
  const legs = await listEntryLegs(tx, creditorId, [agreement.entry]);
  const because = [{ code: "discount_taken_back", agreement: agreement.number }];
  const entry = { id: newId<EntryId>(), kind: "reversal", effectiveOn: today, because } as const;
  const taken = (legs.get(agreement.entry) ?? []).map(({ account, itemId, amount }) => ({
    ...{ account, itemId, amount },
  }));
  const booking = inOne([{ ...NOTHING_BOOKED, ...undoEntry(entry, taken) }]);
  await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, booking);
}

/** The new state with its event, and what a default asks of a senior. */
async function move(context: Context, one: FollowedAgreement): Promise<void> {
  const { agreement, follow } = one;
  const kind = NOTED[follow.state];
  if (kind === undefined) return;
  const late = money(follow.plan?.late ?? 0n, agreement.currency);
  const fact = {
    ...{ code: `agreement_${kind}`, number: agreement.number, missed: follow.missed },
    late: wireAmount(late),
  };
  await noteAgreement(context, agreement.id, kind, [fact]);
  if (hasEnded(follow.state)) {
    const state = follow.state === "fulfilled" ? "done" : "cancelled";
    await endTasksOf(context, { subject: agreement.id, state, outcome: null });
  }
  if (follow.state !== "in_default" || agreement.kind !== "repayment_plan") return;
  const dueOn = addDays(context.today, ANSWER_DAYS);
  const because = [{ ...fact, code: "plan_in_default" }];
  await openAgreementTask(context, agreement, { because, dueOn, role: "senior_collector" });
  if (follow.accelerates) {
    const now = { ...agreement, missed: follow.missed, state: follow.state };
    await accelerate(context, now, "by_agreement");
  }
}

/** Carries out how one agreement was judged; the customer is locked. */
export async function carryOutFollow(context: Context, one: FollowedAgreement): Promise<void> {
  const { tx, creditorId, today } = context;
  const { agreement, follow } = one;
  const changed = follow.state !== agreement.state;
  if (agreement.kind === "discount" && changed && agreement.state === "fulfilled") {
    await takeBack(context, one);
  }
  const entry = await earn(context, one);
  const ended = hasEnded(follow.state);
  if (changed || follow.missed !== agreement.missed || follow.judgeOn !== agreement.judgeOn) {
    await updateFollowed(tx, creditorId, agreement.id, {
      ...{ state: follow.state, missed: follow.missed, judgeOn: follow.judgeOn, entry },
      endedOn: ended ? (changed ? today : agreement.endedOn) : null,
      endReason: ended ? (END_REASON[follow.state] ?? null) : null,
    });
  }
  await tell(context, one);
  await settleTasks(context, one);
  if (changed) await move(context, one);
}
