/** The match desk: what waits, one line with its proposals, and the acts on it. */
import { infiniteQueryOptions, queryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { MatchProposal } from "../../src/contract/match.ts";
import type { WireMoney } from "../../src/contract/scalars.ts";
import { answerOf, api } from "../api.ts";
import type { MATCH_WHATS } from "../views.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export type MatchView = {
  readonly what?: (typeof MATCH_WHATS)[number];
  readonly text?: string;
};

const askDesk = (creditor: string, view: MatchView, after: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/match", {
      params: { path: { creditor }, query: { ...view, ...(after === "" ? {} : { after }) } },
    }),
  );

export type MatchDeskAnswer = Awaited<ReturnType<typeof askDesk>>;

export const matchQuery = (creditor: string, view: MatchView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "match", view],
    queryFn: ({ pageParam }) => askDesk(creditor, view, pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

/** How many lines wait on the match desk; 0 while unknown. */
export function useMatchCount(creditor: string): number {
  const { data } = useInfiniteQuery(matchQuery(creditor, {}));
  const totals = data?.pages[0]?.totals;
  return totals === undefined ? 0 : totals.proposed.count + totals.unmatched.count;
}

const askLine = (creditor: string, line: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/match/{line}", { params: { path: { creditor, line } } }),
  );

export type MatchLineAnswer = Awaited<ReturnType<typeof askLine>>;

export const matchLineQuery = (creditor: string, line: string) =>
  queryOptions({
    queryKey: [creditor, "match", "line", line],
    queryFn: () => askLine(creditor, line),
  });

export const openClaimsQuery = (creditor: string, customer: string, currency: string) =>
  queryOptions({
    queryKey: [creditor, "open-claims", customer, currency],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers/{customer}/open-claims", {
          params: { path: { creditor, customer }, query: { currency } },
        }),
      ),
  });

type Accepting = {
  readonly line: string;
  readonly proposal: MatchProposal;
  readonly learn: boolean;
};

/** What was applied, or nothing where the line was no receipt. */
export type Applied = { readonly application: string | null; readonly line: string | null };

export function useAcceptProposal(after: (applied: Applied) => void) {
  const creditor = useCreditor().code;
  return useAct({
    run: ({ line, proposal, learn }: Accepting) => {
      const { rank, what, customer, allocations } = proposal;
      const seen = {
        what,
        customer: customer?.id ?? null,
        items: allocations.map(({ item }) => item),
      };
      return answerOf(
        api.POST("/api/creditors/{creditor}/match/{line}/accept", {
          params: { path: { creditor, line } },
          body: { rank, learn, seen },
        }),
      );
    },
    after,
    shownInForm: true,
  });
}

export type Allocated = { readonly item: string; readonly amount: WireMoney };

export type Settling = {
  readonly receipt: string;
  readonly customer: string;
  readonly allocations: readonly Allocated[];
  readonly credits: readonly Allocated[];
  readonly shortfall: {
    readonly kind: "bank_fee" | "cash_discount" | "rounding" | "deduction";
    readonly amount: WireMoney;
    readonly reason: string | null;
  } | null;
  readonly dispute: {
    readonly reason: DisputeReason;
    readonly note: string | null;
  } | null;
  readonly learn: boolean;
};

export type DisputeReason =
  | "not_received"
  | "amount"
  | "quality"
  | "quantity"
  | "delivery"
  | "price"
  | "other";

export function useApplyCash(after: (applied: Applied) => void) {
  const creditor = useCreditor().code;
  return useAct({
    run: ({ receipt, dispute, allocations, credits, ...wish }: Settling) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/receipts/{receipt}/applications", {
          params: { path: { creditor, receipt } },
          body: {
            ...wish,
            allocations: [...allocations],
            credits: [...credits],
            rest: dispute === null ? { kind: "open" } : { kind: "dispute", ...dispute },
            proposal: null,
          },
        }),
      ),
    after,
    shownInForm: true,
  });
}

type Chosen = { readonly line: string; readonly rank: number };

export function useAcceptMany() {
  const { match: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (lines: readonly Chosen[]) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/match/accept", {
          params: { path: { creditor } },
          body: { lines: [...lines] },
        }),
      ),
    done: ({ accepted, lines }) => words.bulkDone(accepted, lines.length - accepted),
    shownInForm: true,
  });
}

type Undoing = { readonly application: string; readonly reason: string };

export function useUndoApplication(after: (undone: { line: string | null }) => void) {
  const { match: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ application, reason }: Undoing) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/applications/{application}/undo", {
          params: { path: { creditor, application } },
          body: { reason },
        }),
      ),
    done: ({ line }) => (line === null ? words.undoneByHand : words.undone),
    after,
    shownInForm: true,
  });
}

export function useRunMatch() {
  const { match: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: () =>
      answerOf(api.POST("/api/creditors/{creditor}/match/run", { params: { path: { creditor } } })),
    done: ({ applied, proposed, unmatched }) =>
      words.ran(applied.count, proposed.count, unmatched.count),
  });
}
