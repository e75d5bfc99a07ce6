/** What is to be done at customers, item by item, the most pressing first. */
import { canDrop, canLogOutcome, canRelease } from "../domain/desk/plan-step.ts";
import { WORK_KINDS, type WorkKind } from "../domain/desk/work-kind.ts";
import { timeOfDayAt } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import type { CaseLine } from "../store/case-rows.ts";
import {
  type LastContactRow,
  listMissedParts,
  listWorkLines,
  listWorkPromises,
  listWorkTasks,
  type MissedPartRow,
  type WorkLineRow,
  type WorkPromiseRow,
  type WorkTaskRow,
} from "../store/work-details.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import type { StepNames } from "./policy-in-force.ts";

/** Nothing but when and why; each kind adds what it is about. */
function bare(sight: Sight, kind: WorkKind, on: WorkLineRow["day"], at: string | null = null) {
  const hour = timeOfDayAt(sight.now, sight.creditor.timeZone);
  const due = on < sight.today || (on === sight.today && (at === null || at <= hour));
  return {
    kind,
    on,
    at,
    due,
    late: on < sight.today,
    note: null as string | null,
    because: [] as readonly { readonly code: string }[],
    step: null,
    promise: null,
    task: null,
    instalment: null,
  };
}

export function lineItem(sight: Sight, names: StepNames, row: WorkLineRow) {
  const { id, day, customer: _, releasedBy: by, totals, because, ...step } = row;
  const stored = { ...row, messageState: null };
  return {
    ...bare(sight, row.track === "task" ? "task" : "letter", day),
    because,
    step: {
      ...step,
      id,
      by,
      name: names(row.step),
      chased: totals,
      can: {
        release: both(sight.may("plan:release"), canRelease(stored, sight.today)),
        drop: both(sight.may("plan:drop"), canDrop(stored)),
        logOutcome: both(sight.may("contact:log"), canLogOutcome(stored)),
      },
    },
  };
}

export function taskItem(sight: Sight, row: WorkTaskRow) {
  const { customer: _, openedOn: __, dueOn, because, note, ...task } = row;
  const late = dueOn < sight.today;
  return {
    ...bare(sight, "desk_task", dueOn),
    // a task is to be done before its deadline, not from it on
    due: row.kind === "visit" || row.kind === "meeting" ? dueOn <= sight.today : true,
    late,
    note,
    because,
    task: { ...task, note },
  };
}

function promiseItem(sight: Sight, row: WorkPromiseRow) {
  const { id, amount, currency, payOn, judgeOn, judgedOn, state } = row;
  const open = state === "open";
  const on = open ? payOn : (judgedOn ?? payOn);
  return {
    ...bare(sight, open ? "promise_due" : "promise_broken", on),
    promise: { id, amount: money(amount, currency), payOn, judgeOn, state },
  };
}

function partItem(sight: Sight, row: MissedPartRow) {
  const { agreement, place, dueOn, missedOn, open, currency } = row;
  return {
    ...bare(sight, "instalment", missedOn),
    instalment: { agreement, number: place, dueOn, open: money(open, currency) },
  };
}

function callBackItem(sight: Sight, line: CaseLine | null, contact: LastContactRow | undefined) {
  if (line?.callBackOn) {
    const { callBackOn, callBackAt, callBackNote } = line;
    return [{ ...bare(sight, "call_back", callBackOn, callBackAt), note: callBackNote }];
  }
  if (contact === undefined || contact.followUpOn === null) return [];
  const { followUpOn, followUpAt, said } = contact;
  return [{ ...bare(sight, "call_back", followUpOn, followUpAt), note: said }];
}

/** Of one length: an item is shown with all its members whatever its kind. */
export type Item =
  | ReturnType<typeof bare>
  | ReturnType<typeof lineItem>
  | ReturnType<typeof taskItem>
  | ReturnType<typeof promiseItem>
  | ReturnType<typeof partItem>;

function inOrder(left: Item, right: Item): number {
  if (left.due !== right.due) return left.due ? -1 : 1;
  const kind = WORK_KINDS.indexOf(left.kind) - WORK_KINDS.indexOf(right.kind);
  if (kind !== 0) return kind;
  return left.on === right.on ? 0 : left.on < right.on ? -1 : 1;
}

type Found = {
  readonly cases: ReadonlyMap<CustomerId, CaseLine>;
  readonly contacts: ReadonlyMap<CustomerId, readonly LastContactRow[]>;
};

/** The work of these customers: what waits, and what was not spoken about since it happened. */
export async function loadWorkItems(
  sight: Sight,
  names: StepNames,
  customers: readonly CustomerId[],
  { cases, contacts }: Found,
): Promise<(customer: CustomerId) => readonly Item[]> {
  const { tx, creditor, today } = sight;
  const lines = await listWorkLines(tx, creditor.id, customers);
  const tasks = await listWorkTasks(tx, creditor.id, customers);
  const known = new Map([...cases].map(([customer, { workKinds }]) => [customer, workKinds]));
  const having = (...kinds: readonly WorkKind[]) =>
    customers.filter((customer) => known.get(customer)?.some((kind) => kinds.includes(kind)));
  const promised = having("promise_due", "promise_broken");
  const promises = await listWorkPromises(tx, creditor.id, promised, today);
  const parts = await listMissedParts(tx, creditor.id, having("instalment"));
  return (customer) => {
    const line = cases.get(customer) ?? null;
    const contact = contacts.get(customer)?.[0];
    const unspoken = (on: string) => contact === undefined || contact.on < on;
    const own = <Row extends { readonly customer: CustomerId | null }>(rows: readonly Row[]) =>
      rows.filter((row) => row.customer === customer);
    const broken = own(promises).filter(({ state }) => state !== "open");
    const waiting = own(promises).filter(({ state }) => state === "open");
    const items: Item[] = [
      ...callBackItem(sight, line, contact),
      ...[...waiting, ...broken.slice(0, 1)]
        .map((row) => promiseItem(sight, row))
        .filter(({ on }) => unspoken(on)),
      ...own(parts)
        .map((row) => partItem(sight, row))
        .filter(({ on }) => unspoken(on)),
      ...own(tasks).map((row) => taskItem(sight, row)),
      ...own(lines).map((row) => lineItem(sight, names, row)),
    ];
    if (items.length === 0) items.push(...reviewItem(sight, line));
    return items.sort(inOrder);
  };
}

function reviewItem(sight: Sight, line: CaseLine | null) {
  if (line === null || line.nextKind !== "review" || line.nextOn === null) return [];
  return [{ ...bare(sight, "review", line.nextOn), because: line.nextWhy ?? [] }];
}
