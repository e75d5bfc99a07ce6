/** A case as screens show it, with what may be done about it. */
import { natureOf } from "../domain/desk/case.ts";
import { canCancel, canWake, caseOpen, type StandingCase } from "../domain/desk/case-acts.ts";
import { daysBetween, type PlainDate } from "../domain/values/calendar.ts";
import { type Currency, money } from "../domain/values/money.ts";
import type { CaseLine, CustomerHead } from "../store/case-rows.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";

/** What is past due, a sum per currency, from minor units as text. */
export const overdueOf = (overdue: Readonly<Record<string, string>>) =>
  Object.entries(overdue).map(([unit, minor]) => money(BigInt(minor), unit as Currency));

export const daysLate = (oldestDueOn: PlainDate | null, today: PlainDate): number =>
  oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, today));

export const headOf = ({ customer: id, number, name, grade }: CustomerHead) => ({
  id,
  number,
  name,
  grade,
});

function reasonOf({ reason, reasonWilful, reasonNote, reasonOn, reasonBy }: CaseLine) {
  if (reason === null || reasonOn === null) return null;
  const nature = natureOf(reason, reasonWilful);
  return { reason, nature, note: reasonNote, on: reasonOn, by: reasonBy };
}

function nextOf({ nextKind, nextOn, nextAt, nextWhy }: CaseLine) {
  if (nextKind === null || nextOn === null) return null;
  return { kind: nextKind, on: nextOn, at: nextAt, because: nextWhy ?? [] };
}

function snoozeOf({ snoozedUntil: until, snoozeReason, snoozedBy }: CaseLine) {
  if (until === null) return null;
  return { until, reason: snoozeReason ?? "", by: snoozedBy ?? "" };
}

function callBackOf({ callBackOn: on, callBackAt: at, callBackNote: note }: CaseLine) {
  return on === null ? null : { on, at, note };
}

export function shownCase(line: CaseLine, today: PlainDate) {
  const { id, openedOn, closedOn, stage, debtorLevel, oldestDueOn, overdueItems, version } = line;
  return {
    id,
    openedOn,
    closedOn,
    stage,
    reason: reasonOf(line),
    debtorLevel,
    overdue: overdueOf(line.overdue),
    oldestDueOn,
    oldestDays: daysLate(oldestDueOn, closedOn ?? today),
    overdueItems,
    priority: { points: line.points, parts: line.parts },
    next: nextOf(line),
    snoozed: snoozeOf(line),
    callBack: callBackOf(line),
    version,
  };
}

/** What may be done about a customer's case; null: they have none that is open. */
export function caseVerbs(sight: Sight, line: CaseLine | null) {
  const open: StandingCase = line === null || line.closedOn !== null ? null : line;
  const may = sight.may("case:work");
  return {
    setReason: both(may, caseOpen(open)),
    snooze: both(may, caseOpen(open)),
    wake: both(may, canWake(open)),
    callBack: both(may, caseOpen(open)),
    cancelCallBack: both(may, canCancel(open)),
  };
}
