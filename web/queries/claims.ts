/** 回款认领: unidentified money, claiming it, withdrawing, deciding. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import type { CLAIM_SHOWS } from "../views.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export type ClaimsView = {
  readonly show?: (typeof CLAIM_SHOWS)[number];
  readonly text?: string;
};

const ask = (creditor: string, view: ClaimsView, after: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/unidentified", {
      params: { path: { creditor }, query: { ...view, ...(after === "" ? {} : { after }) } },
    }),
  );

export type UnidentifiedAnswer = Awaited<ReturnType<typeof ask>>;
export type Unidentified = UnidentifiedAnswer["rows"][number];

export const unidentifiedQuery = (creditor: string, view: ClaimsView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "unidentified", view],
    queryFn: ({ pageParam }) => ask(creditor, view, pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

type Claiming = { readonly receipt: string; readonly customer: string; readonly reason: string };

export function useClaimReceipt(after: () => void) {
  const { claims: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ receipt, ...body }: Claiming) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/receipts/{receipt}/claims", {
          params: { path: { creditor, receipt } },
          body,
        }),
      ),
    done: () => words.claimed,
    after,
    shownInForm: true,
  });
}

export function useWithdrawClaim() {
  const { claims: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (claim: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/receipt-claims/{claim}/withdraw", {
          params: { path: { creditor, claim } },
        }),
      ),
    done: () => words.withdrawn,
  });
}

type Deciding = {
  readonly claim: string;
  readonly approve: boolean;
  readonly reason: string | null;
};

/** `inDialog`: a refusal of the server is shown by the dialog that asked. */
export function useDecideClaim({ after, inDialog }: { after?: () => void; inDialog: boolean }) {
  const { claims: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ claim, approve, reason }: Deciding) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/receipt-claims/{claim}/decide", {
          params: { path: { creditor, claim } },
          body: { approve, reason },
        }),
      ).then(() => approve),
    done: (approve) => (approve ? words.approved : words.refused),
    after: () => after?.(),
    shownInForm: inDialog,
  });
}
