/** Disputes, complaints and causes as the pages ask for them, and the verbs on them. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { WireMoney } from "../../src/contract/scalars.ts";
import type { DisputeOutcome } from "../../src/domain/desk/dispute-closing.ts";
import { answerOf, api } from "../api.ts";
import type {
  CAUSES_BY,
  DEPARTMENTS_SHOWN,
  DISPUTE_REASONS_SHOWN,
  DISPUTE_SHOWS,
} from "../dispute-views.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export type Department = (typeof DEPARTMENTS_SHOWN)[number];
export type DisputeReason = (typeof DISPUTE_REASONS_SHOWN)[number];

export type DisputesView = {
  readonly show?: (typeof DISPUTE_SHOWS)[number];
  readonly late?: "yes";
  readonly department?: Department;
  readonly reason?: DisputeReason;
  readonly person?: string;
  readonly customer?: string;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
};

const askDisputes = (creditor: string, { show, late, ...rest }: DisputesView, after: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/disputes", {
      params: {
        path: { creditor },
        query: {
          ...rest,
          ...(show === undefined ? {} : { state: show }),
          ...(late === undefined ? {} : { late: "true" }),
          ...(after === "" ? {} : { after }),
        },
      },
    }),
  );

export type DisputesAnswer = Awaited<ReturnType<typeof askDisputes>>;

export const disputesQuery = (creditor: string, view: DisputesView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "disputes", view],
    queryFn: ({ pageParam }) => askDisputes(creditor, view, pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const disputeQuery = (creditor: string, dispute: string) =>
  queryOptions({
    queryKey: [creditor, "dispute", dispute],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/disputes/{dispute}", {
          params: { path: { creditor, dispute } },
        }),
      ),
  });

/** Who may be named, and which department answers what. */
export const disputeDeskQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "dispute-desk"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/dispute-desk", { params: { path: { creditor } } }),
      ),
    staleTime: 60_000,
  });

export type CausesView = {
  readonly from?: string;
  readonly to?: string;
  readonly by?: (typeof CAUSES_BY)[number];
};

export const causesQuery = (creditor: string, view: CausesView) =>
  queryOptions({
    queryKey: [creditor, "dispute-causes", view],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/dispute-causes", {
          params: { path: { creditor }, query: view },
        }),
      ),
    placeholderData: (before) => before,
  });

/** The address of the causes as a file. */
export function causesFile(
  creditor: string,
  view: CausesView,
  format: "csv" | "xlsx",
  language: "zh" | "en",
): string {
  const query = new URLSearchParams({ ...view, language }).toString();
  return `/api/creditors/${creditor}/dispute-causes.${format}?${query}`;
}

const at = (creditor: string, dispute: string) => ({ params: { path: { creditor, dispute } } });

export function useAnswerDispute(dispute: string, after: () => void) {
  const { disputes } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: { readonly said: string; readonly attachments: string[] }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/disputes/{dispute}/answer", {
          ...at(creditor, dispute),
          body,
        }),
      ),
    done: () => disputes.answerDone,
    after,
    shownInForm: true,
  });
}

export type Routed = {
  readonly department: Department;
  readonly assignee: string | null;
  readonly reason: string;
};

export function useRerouteDispute(dispute: string, after: () => void) {
  const { disputes } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: Routed) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/disputes/{dispute}/reroute", {
          ...at(creditor, dispute),
          body,
        }),
      ),
    done: () => disputes.rerouteDone,
    after,
    shownInForm: true,
  });
}

export type SplitOff = {
  readonly amount: WireMoney;
  readonly reason: DisputeReason;
  readonly department: Department | null;
  readonly assignee: string | null;
  readonly note: string | null;
};

export function useSplitDispute(dispute: string, after: () => void) {
  const { disputes } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: SplitOff) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/disputes/{dispute}/split", {
          ...at(creditor, dispute),
          body,
        }),
      ),
    done: () => disputes.splitDone,
    after,
    shownInForm: true,
  });
}

export type Closed = {
  readonly outcome: Exclude<DisputeOutcome, "partially_credited">;
  readonly said: string | null;
  readonly creditMemo: string | null;
};

export function useCloseDispute(dispute: string, after: () => void) {
  const { disputes } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: Closed) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/disputes/{dispute}/close", {
          ...at(creditor, dispute),
          body,
        }),
      ),
    done: () => disputes.closeDone,
    after,
    shownInForm: true,
  });
}

export type Credited = {
  readonly amount: WireMoney;
  readonly number: string | null;
  readonly said: string | null;
};

export function useCreditDispute(dispute: string, after: () => void) {
  const { disputes } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: Credited) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/disputes/{dispute}/credit", {
          ...at(creditor, dispute),
          body,
        }),
      ),
    done: ({ number }) => disputes.creditDone(number),
    after,
    shownInForm: true,
  });
}

export function useReopenDispute(dispute: string, after: () => void) {
  const { disputes } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (reason: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/disputes/{dispute}/reopen", {
          ...at(creditor, dispute),
          body: { reason },
        }),
      ),
    done: () => disputes.reopenDone,
    after,
    shownInForm: true,
  });
}
