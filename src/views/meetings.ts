/** The collection meeting: its pack of today, and the meetings that were held. */
import type { MeetingId } from "../domain/values/ids.ts";
import { loadMeetingPack, packTask } from "../store/meeting-pack.ts";
import { listDecisionsOf } from "../store/meeting-rows.ts";
import { findMeeting, listMeetings } from "../store/meetings.ts";
import type { Sight } from "./look.ts";

export async function viewMeetingPack(sight: Sight) {
  const { tx, creditor, today } = sight;
  const pack = await loadMeetingPack(tx, creditor.id, today);
  const held = pack.since === today;
  const may = sight.may("meeting:hold");
  const taken = { code: "meeting_held_already", heldOn: today } as const;
  return { pack, can: { hold: may === true && held ? taken : may } };
}

export const viewMeetings = async ({ tx, creditor }: Sight) => ({
  rows: await listMeetings(tx, creditor.id),
});

/** Null when there is none; who does not see the whole book sees no meeting. */
export async function viewMeeting({ tx, creditor }: Sight, id: MeetingId) {
  const found = await findMeeting(tx, creditor.id, id);
  if (found === null) return null;
  const decided = (await listDecisionsOf(tx, creditor.id, id)).map(packTask);
  const { heldOn, attendees, note, nextOn, recordedAt, recordedBy, pack } = found;
  return { id, heldOn, attendees, note, nextOn, recordedAt, recordedBy, pack, decided };
}
