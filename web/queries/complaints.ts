/** Complaints as the pages ask for them, and the verbs on them. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type {
  ComplaintChannel,
  ComplaintKind,
  ComplaintOutcome,
} from "../../src/domain/desk/complaint.ts";
import { answerOf, api } from "../api.ts";
import type { COMPLAINT_SHOWS } from "../dispute-views.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export type ComplaintsView = {
  readonly show?: (typeof COMPLAINT_SHOWS)[number];
  readonly late?: "yes";
  readonly kind?: ComplaintKind;
  readonly customer?: string;
};

const asked = ({ show, late, ...rest }: ComplaintsView) => ({
  ...rest,
  ...(show === undefined ? {} : { state: show }),
  ...(late === undefined ? {} : { late: "true" }),
});

const askComplaints = (creditor: string, view: ComplaintsView, after: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/complaints", {
      params: {
        path: { creditor },
        query: { ...asked(view), ...(after === "" ? {} : { after }) },
      },
    }),
  );

export type ComplaintsAnswer = Awaited<ReturnType<typeof askComplaints>>;

export const complaintsQuery = (creditor: string, view: ComplaintsView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "complaints", view],
    queryFn: ({ pageParam }) => askComplaints(creditor, view, pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const complaintQuery = (creditor: string, complaint: string) =>
  queryOptions({
    queryKey: [creditor, "complaint", complaint],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/complaints/{complaint}", {
          params: { path: { creditor, complaint } },
        }),
      ),
  });

/** The address of the complaints asked for as a file. */
export function complaintsFile(
  creditor: string,
  view: ComplaintsView,
  language: "zh" | "en",
): string {
  const query = new URLSearchParams({ ...asked(view), language }).toString();
  return `/api/creditors/${creditor}/complaints.csv?${query}`;
}

export type LoggedComplaint = {
  readonly customer: string;
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly said: string;
  readonly contact: string | null;
  readonly complainant: string | null;
  readonly about: string | null;
  readonly aboutName: string | null;
  readonly receivedOn: string;
  readonly owner: string | null;
};

export function useLogComplaint(after: (logged: { readonly id: string }) => void) {
  const { disputes } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ customer, ...body }: LoggedComplaint) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/complaints", {
          params: { path: { creditor, customer } },
          body: { ...body, contactLog: null },
        }),
      ),
    done: () => disputes.complaints.logDone,
    after,
    shownInForm: true,
  });
}

export type AnsweredComplaint = {
  readonly outcome: ComplaintOutcome;
  readonly answer: string | null;
  readonly measures: string | null;
};

export function useAnswerComplaint(complaint: string, after: () => void) {
  const { disputes } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: AnsweredComplaint) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/complaints/{complaint}/answer", {
          params: { path: { creditor, complaint } },
          body,
        }),
      ),
    done: () => disputes.complaints.answerDone,
    after,
    shownInForm: true,
  });
}

export function useAssignComplaint(complaint: string, after: () => void) {
  const { disputes } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (owner: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/complaints/{complaint}/assign", {
          params: { path: { creditor, complaint } },
          body: { owner },
        }),
      ),
    done: () => disputes.complaints.assignDone,
    after,
  });
}
