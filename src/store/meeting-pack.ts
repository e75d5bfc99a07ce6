/** The pack of a meeting, read in one transaction: the same for page, PDF and record. */
import {
  lookedBackTo,
  type MeetingPack,
  type PackCustomer,
  type PackTask,
  restBelow,
  sumOf,
} from "../domain/desk/meeting.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import {
  listBrokenSince,
  listDecisions,
  listFreshOverdue,
  listLateDisputes,
  listMissedRows,
  listOpenEscalations,
  listPackTotals,
  listTopOverdue,
  type OfCustomer,
  type PackTaskRow,
} from "./meeting-rows.ts";
import { findLastMeeting } from "./meetings.ts";
import type { Executor } from "./sql.ts";

const named = ({ customer: id, number, name, owner }: OfCustomer) => ({
  customer: { id, number, name },
  owner,
});

const listOf = <Row extends { readonly count: number }, Shown>(
  found: readonly Row[],
  shown: (row: Row) => Shown,
) => ({ rows: found.map(shown), count: found[0]?.count ?? 0 });

function customerOf(row: PackTaskRow): PackCustomer | null {
  const { customer: id, customerNumber: number, customerName: name } = row;
  return id === null || number === null || name === null ? null : { id, number, name };
}

/** A task as the pack keeps it. */
export const packTask = (row: PackTaskRow): PackTask => {
  const { id, kind, title, because, level, assignee, role, dueOn, state, closedOn, outcome } = row;
  const who = { level, assignee, role, dueOn, state, closedOn, outcome };
  return { id, kind, customer: customerOf(row), title, because, ...who };
};

/** What a meeting on this day sees. */
export async function loadMeetingPack(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<MeetingPack> {
  const last = await findLastMeeting(executor, creditor, day);
  const since = last?.heldOn ?? null;
  const from = lookedBackTo(since, day);
  const totals = await listPackTotals(executor, creditor, day);
  const top = await listTopOverdue(executor, creditor, day);
  return {
    day,
    since,
    totals: totals.map(({ currency, balance, overdue, customers }) => ({
      currency,
      balance: sumOf(balance, currency),
      overdue: sumOf(overdue, currency),
      customers,
    })),
    top: {
      ...listOf(top, (row) => ({
        ...named(row),
        overdue: sumOf(row.overdue, row.currency),
        oldestDays: row.oldestDays,
      })),
      rest: restBelow(totals, top),
    },
    fresh: listOf(await listFreshOverdue(executor, creditor, day, from), (row) => ({
      ...named(row),
      overdue: sumOf(row.overdue, row.currency),
      items: row.items,
      dueOn: row.dueOn,
    })),
    brokenPromises: listOf(await listBrokenSince(executor, creditor, day, from), (row) => ({
      ...named(row),
      amount: sumOf(row.amount, row.currency),
      payOn: row.payOn,
      judgedOn: row.judgedOn,
    })),
    missedInstalments: listOf(await listMissedRows(executor, creditor), (row) => ({
      ...named(row),
      ...{ agreement: row.agreement, number: row.plan, place: row.place, dueOn: row.dueOn },
      left: sumOf(row.left, row.currency),
    })),
    lateDisputes: listOf(await listLateDisputes(executor, creditor, day), packTask),
    escalations: listOf(await listOpenEscalations(executor, creditor), packTask),
    decisions: listOf(await listDecisions(executor, creditor, last?.id ?? null), packTask),
  };
}
