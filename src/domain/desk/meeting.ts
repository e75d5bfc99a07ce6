/** The collection meeting: the pack it sees, as plain JSON, and what it may record. */
import { addDays, type PlainDate } from "../values/calendar.ts";
import type { CustomerId, MeetingId, TaskId, UserId } from "../values/ids.ts";
import {
  amountText,
  type Currency,
  isPositive,
  type Minor,
  money,
  subtract,
  total,
} from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { Role } from "./permission.ts";
import {
  judgeNewTask,
  type NewTask,
  type TaskReason,
  type TaskRefusal,
  type TaskState,
} from "./task.ts";

/** An amount as text, so that a frozen pack is what was shown. */
export type Sum = { readonly amount: string; readonly currency: Currency };
export type PackCustomer = {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
};
/** At most fifty rows, and how many there are. */
export type PackList<Row> = { readonly rows: readonly Row[]; readonly count: number };
type Named = { readonly customer: PackCustomer; readonly owner: string | null };

export type PackTask = {
  readonly id: TaskId;
  readonly kind: string;
  readonly customer: PackCustomer | null;
  readonly title: string | null;
  readonly because: readonly TaskReason[];
  readonly level: string | null;
  readonly assignee: string | null;
  readonly role: Role | null;
  readonly dueOn: PlainDate;
  readonly state: TaskState;
  readonly closedOn: PlainDate | null;
  readonly outcome: string | null;
};

export type MeetingPack = {
  readonly day: PlainDate;
  readonly since: PlainDate | null;
  readonly totals: readonly {
    readonly currency: Currency;
    readonly balance: Sum;
    readonly overdue: Sum;
    readonly customers: number;
  }[];
  readonly top: PackList<Named & { readonly overdue: Sum; readonly oldestDays: number }> & {
    readonly rest: readonly Sum[];
  };
  readonly fresh: PackList<
    Named & { readonly overdue: Sum; readonly items: number; readonly dueOn: PlainDate }
  >;
  readonly brokenPromises: PackList<
    Named & { readonly amount: Sum; readonly payOn: PlainDate; readonly judgedOn: PlainDate }
  >;
  readonly missedInstalments: PackList<
    Named & {
      readonly agreement: string;
      readonly number: string;
      readonly place: number;
      readonly left: Sum;
      readonly dueOn: PlainDate;
    }
  >;
  readonly lateDisputes: PackList<PackTask>;
  readonly escalations: PackList<PackTask>;
  readonly decisions: PackList<PackTask>;
};

export const sumOf = (minor: Minor | bigint, currency: Currency): Sum => ({
  amount: amountText(money(minor, currency)),
  currency,
});

type Owing = { readonly currency: Currency; readonly overdue: bigint };

/** What those below the list owe past due: list and rest together are the book's total. */
export function restBelow(totals: readonly Owing[], listed: readonly Owing[]): readonly Sum[] {
  return totals.flatMap(({ currency, overdue }) => {
    const shown = listed.filter((row) => row.currency === currency);
    const above = total(
      shown.map((row) => money(row.overdue, currency)),
      currency,
    );
    const rest = subtract(money(overdue, currency), above);
    return isPositive(rest) ? [{ amount: amountText(rest), currency }] : [];
  });
}

/** Without a meeting before it, a week is looked back. */
export const lookedBackTo = (since: PlainDate | null, day: PlainDate): PlainDate =>
  since ?? addDays(day, -7);

export type MeetingOffer = {
  readonly attendees: readonly string[];
  readonly note: string | null;
  readonly nextOn: PlainDate | null;
  readonly decisions: readonly {
    readonly customer: CustomerId | null;
    readonly title: string;
    readonly note: string | null;
    readonly assignee: UserId | null;
    readonly role: Role | null;
    readonly dueOn: PlainDate;
  }[];
};

export type MeetingRefusal =
  | TaskRefusal
  | { readonly code: "meeting_without_people" }
  | { readonly code: "meeting_held_already"; readonly heldOn: PlainDate }
  | { readonly code: "meeting_next_not_later"; readonly heldOn: PlainDate };

export type JudgedMeeting = {
  readonly attendees: readonly string[];
  readonly note: string | null;
  readonly nextOn: PlainDate | null;
  readonly decisions: readonly NewTask[];
};

/**
 * One meeting a day: its pack is what was seen. Each decision is a task with somebody and a day,
 * or it would not be one.
 */
export function judgeMeeting(
  { attendees, note, nextOn, decisions }: MeetingOffer,
  id: MeetingId,
  last: PlainDate | null,
  today: PlainDate,
): Result<JudgedMeeting, MeetingRefusal> {
  if (last !== null && last >= today) return refuse({ code: "meeting_held_already", heldOn: last });
  const people = [...new Set(attendees.map((name) => name.trim()).filter((name) => name !== ""))];
  if (people.length === 0) return refuse({ code: "meeting_without_people" });
  if (nextOn !== null && nextOn <= today) {
    return refuse({ code: "meeting_next_not_later", heldOn: today });
  }
  const tasks: NewTask[] = [];
  for (const decision of decisions) {
    const judged = judgeNewTask(decision, today);
    if (!judged.ok) return judged;
    const because = [{ code: "decided_in_meeting", heldOn: today }];
    tasks.push({ ...judged.value, kind: "meeting", subject: id, because });
  }
  return ok({ attendees: people, note: note?.trim() || null, nextOn, decisions: tasks });
}
