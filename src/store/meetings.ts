/** Meetings that were held: the frozen pack, who attended, when the next one is. */
import type { MeetingPack } from "../domain/desk/meeting.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, MeetingId } from "../domain/values/ids.ts";
import { type Executor, jsonText, maybe, rows, run, sql } from "./sql.ts";

export type Meeting = {
  readonly id: MeetingId;
  readonly heldOn: PlainDate;
  readonly since: PlainDate | null;
  readonly attendees: readonly string[];
  readonly note: string | null;
  readonly nextOn: PlainDate | null;
  readonly pack: MeetingPack;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
};

export async function insertMeeting(
  executor: Executor,
  creditor: CreditorId,
  meeting: Meeting,
): Promise<void> {
  const { attendees, note, nextOn, pack, recordedAt, recordedBy } = meeting;
  await run(
    executor,
    sql`insert into meeting (creditor_id, id, held_on, since, attendees, note, next_on, pack,
          recorded_at, recorded_by)
        values (${creditor}, ${meeting.id}, ${meeting.heldOn}, ${meeting.since},
          ${attendees}::text[], ${note}, ${nextOn}, ${jsonText(pack)}::jsonb, ${recordedAt},
          ${recordedBy})`,
  );
}

const MEETING = sql`id, held_on as "heldOn", since, attendees, note, next_on as "nextOn", pack,
  recorded_at as "recordedAt", recorded_by as "recordedBy" from meeting`;

export const findMeeting = (
  executor: Executor,
  creditor: CreditorId,
  id: MeetingId,
): Promise<Meeting | null> =>
  maybe(executor, sql<Meeting>`select ${MEETING} where creditor_id = ${creditor} and id = ${id}`);

export type LastMeeting = {
  readonly id: MeetingId;
  readonly heldOn: PlainDate;
  readonly nextOn: PlainDate | null;
};

/** The latest meeting until a day. */
export const findLastMeeting = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<LastMeeting | null> =>
  maybe(
    executor,
    sql<LastMeeting>`select id, held_on as "heldOn", next_on as "nextOn" from meeting
        where creditor_id = ${creditor} and held_on <= ${day}
        order by held_on desc limit 1`,
  );

export type MeetingLine = LastMeeting & {
  readonly attendees: readonly string[];
  readonly decisions: number;
  readonly open: number;
};

/** The latest first. */
export const listMeetings = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly MeetingLine[]> =>
  rows(
    executor,
    sql<MeetingLine>`select m.id, m.held_on as "heldOn", m.next_on as "nextOn", m.attendees,
          count(t.id)::integer as decisions,
          (count(t.id) filter (where t.state = 'open'))::integer as open
        from meeting m
        left join desk_task t on t.creditor_id = m.creditor_id and t.subject_id = m.id
          and t.kind = 'meeting'
        where m.creditor_id = ${creditor}
        group by m.creditor_id, m.id order by m.held_on desc limit 200`,
  );
