/** The collection meeting: its pack, those that were held, recording one. */
import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";
import type { NewTask } from "./tasks.ts";

const askPack = (creditor: string) =>
  answerOf(api.GET("/api/creditors/{creditor}/meeting", { params: { path: { creditor } } }));

export const packQuery = (creditor: string) =>
  queryOptions({ queryKey: [creditor, "meeting"], queryFn: () => askPack(creditor) });

export type Pack = Awaited<ReturnType<typeof askPack>>["pack"];
export type PackTask = Pack["decisions"]["rows"][number];

export const meetingsQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "meetings"],
    queryFn: () =>
      answerOf(api.GET("/api/creditors/{creditor}/meetings", { params: { path: { creditor } } })),
    select: ({ rows }) => rows,
  });

const askMeeting = (creditor: string, meeting: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/meetings/{meeting}", {
      params: { path: { creditor, meeting } },
    }),
  );
export type HeldMeeting = Awaited<ReturnType<typeof askMeeting>>;

export const meetingQuery = (creditor: string, meeting: string) =>
  queryOptions({
    queryKey: [creditor, "meetings", meeting],
    queryFn: () => askMeeting(creditor, meeting),
  });

/** Where the pack is as PDF: of a meeting that was held, or of one held now. */
export function packPdfAddress(creditor: string, meeting: string | undefined, language: string) {
  const at = `/api/creditors/${encodeURIComponent(creditor)}`;
  const of = meeting === undefined ? "meeting.pdf" : `meetings/${meeting}/pdf`;
  return `${at}/${of}?language=${language}`;
}

export type Recording = {
  readonly attendees: string[];
  readonly note: string | null;
  readonly nextOn: string | null;
  readonly decisions: NewTask[];
};

export function useHoldMeeting(after: () => void) {
  const { meeting: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: Recording) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/meetings", { params: { path: { creditor } }, body }),
      ),
    done: () => words.saved,
    after,
    shownInForm: true,
  });
}
