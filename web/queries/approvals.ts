/** Approvals: what waits, deciding on it, asking for it. */
import { infiniteQueryOptions, queryOptions, useQuery } from "@tanstack/react-query";
import type { WireMoney } from "../../src/contract/scalars.ts";
import type { ApprovalKind } from "../../src/domain/desk/approval.ts";
import { answerOf, api } from "../api.ts";
import type { APPROVAL_SHOWS } from "../desk-views.ts";
import { named } from "../words/named.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export type ApprovalsView = {
  readonly show?: (typeof APPROVAL_SHOWS)[number];
  readonly kind?: ApprovalKind;
  readonly customer?: string;
};

const ask = (creditor: string, view: ApprovalsView, after: string, size = 200) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/approvals", {
      params: { path: { creditor }, query: { ...view, size, ...(after === "" ? {} : { after }) } },
    }),
  );

export type ApprovalsAnswer = Awaited<ReturnType<typeof ask>>;

export const approvalsQuery = (creditor: string, view: ApprovalsView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "approvals", view],
    queryFn: ({ pageParam }) => ask(creditor, view, pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

const countQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "approvals", "count"],
    queryFn: () => ask(creditor, {}, "", 1),
    select: ({ counts }) => counts.mine,
    staleTime: 60_000,
  });

/** How many wait for the reader. */
export const useApprovalCount = (creditor: string): number =>
  useQuery(countQuery(creditor)).data ?? 0;

type Deciding = {
  readonly approval: string;
  readonly approve: boolean;
  readonly reason: string | null;
};

export function useDecideApproval(after: () => void) {
  const { approvals: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ approval, ...body }: Deciding) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/approvals/{approval}/decide", {
          params: { path: { creditor, approval } },
          body,
        }),
      ).then(() => body.approve),
    done: (approve) => (approve ? words.approved : words.refused),
    after,
    shownInForm: true,
  });
}

export function useWithdrawApproval(after: () => void) {
  const { approvals: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ approval, reason }: { readonly approval: string; readonly reason: string }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/approvals/{approval}/withdraw", {
          params: { path: { creditor, approval } },
          body: { reason },
        }),
      ),
    done: () => words.withdrawn,
    after,
    shownInForm: true,
  });
}

export type Requesting = {
  readonly customer: string;
  readonly kind:
    | "write_off"
    | "credit_limit"
    | "delivery_stop"
    | "third_party"
    | "sale"
    | "blacklist";
  readonly amount: WireMoney | null;
  readonly reason: string;
  readonly evidence: string | null;
  readonly until: string | null;
};

export function useRequestApproval(after: () => void) {
  const { approvals: words, terms } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ customer, ...body }: Requesting) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/approvals", {
          params: { path: { creditor, customer } },
          body,
        }),
      ),
    done: ({ roles }) =>
      words.request.done(roles.map((role) => named(terms.roles, role)).join("、")),
    after,
    shownInForm: true,
  });
}
