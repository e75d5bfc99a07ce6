/** The pack of a meeting as PDF: as it is now, or as a meeting that was held saw it. */
import { composeMeeting, type MeetingFacts } from "../documents/meeting.ts";
import { type PrintRefusal, printLetter } from "../documents/pdf.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { MeetingId } from "../domain/values/ids.ts";
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import { findCreditor } from "../store/creditors.ts";
import { loadMeetingPack, packTask } from "../store/meeting-pack.ts";
import { listDecisionsOf } from "../store/meeting-rows.ts";
import { findMeeting } from "../store/meetings.ts";
import type { Executor } from "../store/sql.ts";
import { businessDayOf, type Desk } from "./perform.ts";
import type { LetterFile } from "./preview-letter.ts";

type Refusal = PrintRefusal | { readonly code: "meeting_not_found" };
type Seen = Pick<MeetingFacts, "pack" | "record">;

/** Reads in one transaction and draws outside of it; `id` null: a meeting held today. */
export async function printMeeting(
  desk: Desk,
  id: MeetingId | null,
  language: "zh" | "en",
): Promise<Result<LetterFile, Refusal>> {
  const today = await businessDayOf(desk);
  assert(today !== null, "a desk is a creditor's");
  const facts = await desk.database.reading(async (tx): Promise<MeetingFacts | null> => {
    const creditor = await findCreditor(tx, desk.creditorId);
    const seen = id === null ? await seenNow(tx, desk, today) : await seenThen(tx, desk, id);
    return creditor === null || seen === null ? null : { language, creditor, ...seen };
  }, desk.actor.reach);
  if (facts === null) return refuse({ code: "meeting_not_found" });
  const pdf = await printLetter(composeMeeting(facts));
  const fileName = `meeting-${facts.pack.day}.pdf`;
  return pdf.ok ? ok({ bytes: pdf.value, fileName }) : pdf;
}

const seenNow = async (tx: Executor, { creditorId }: Desk, day: PlainDate): Promise<Seen> => ({
  pack: await loadMeetingPack(tx, creditorId, day),
  record: null,
});

async function seenThen(tx: Executor, { creditorId }: Desk, id: MeetingId): Promise<Seen | null> {
  const held = await findMeeting(tx, creditorId, id);
  if (held === null) return null;
  const decided = (await listDecisionsOf(tx, creditorId, id)).map(packTask);
  const { attendees, note, nextOn, pack } = held;
  return { pack, record: { attendees, note, nextOn, decided } };
}
