/** The collection meeting over HTTP: its pack as page and PDF, and the meetings that were held. */
import { holdMeeting } from "../actions/hold-meeting.ts";
import { perform } from "../actions/perform.ts";
import { printMeeting } from "../actions/print-meeting.ts";
import * as contract from "../contract/meeting.ts";
import type { MeetingId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { look } from "../views/look.ts";
import { viewMeeting, viewMeetingPack, viewMeetings } from "../views/meetings.ts";
import { pdf } from "./pdf.ts";
import { type Route, route } from "./route.ts";

export const meetingRoutes: readonly Route[] = [
  route(contract.meetingPack, async ({ desk }) => ok(await look(desk, viewMeetingPack))),
  route(contract.meetingPackPdf, async ({ desk, query }) =>
    pdf(await printMeeting(desk, null, query.language)),
  ),
  route(contract.listMeetings, async ({ desk }) => ok(await look(desk, viewMeetings))),
  route(contract.meeting, async ({ desk, params }) => {
    const id = params.meeting as MeetingId;
    const found = await look(desk, (sight) => viewMeeting(sight, id));
    return found === null ? refuse({ code: "meeting_not_found" }) : ok(found);
  }),
  route(contract.meetingPdf, async ({ desk, params, query }) =>
    pdf(await printMeeting(desk, params.meeting as MeetingId, query.language)),
  ),
  route(contract.holdMeeting, ({ desk, body }) => perform(desk, holdMeeting, body)),
];
