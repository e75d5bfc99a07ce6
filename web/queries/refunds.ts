/** Refunds: ask for one, decide, mark as paid. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import type { WireMoney } from "../../src/contract/scalars.ts";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export const refundsQuery = (creditor: string) =>
  infiniteQueryOptions({
    queryKey: [creditor, "refunds"],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/creditors/{creditor}/refunds", {
          params: {
            path: { creditor },
            query: pageParam === "" ? {} : { after: pageParam },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });

type Asking = { readonly receipt: string; readonly amount: WireMoney; readonly reason: string };

export function useRequestRefund(after: () => void) {
  const { receipts: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ receipt, ...body }: Asking) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/receipts/{receipt}/refunds", {
          params: { path: { creditor, receipt } },
          body,
        }),
      ),
    done: () => words.refunding.asked,
    after,
    shownInForm: true,
  });
}

type Deciding = {
  readonly refund: string;
  readonly approve: boolean;
  readonly reason: string | null;
};

/** `inDialog`: a refusal of the server is shown by the dialog that asked. */
export function useDecideRefund({ after, inDialog }: { after?: () => void; inDialog: boolean }) {
  const { receipts: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ refund, approve, reason }: Deciding) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/refunds/{refund}/decide", {
          params: { path: { creditor, refund } },
          body: { approve, reason },
        }),
      ).then(() => approve),
    done: (approve) => (approve ? words.refunding.approved : words.refunding.refused),
    after: () => after?.(),
    shownInForm: inDialog,
  });
}

export function usePayRefund(after: () => void) {
  const { receipts: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ refund, on }: { readonly refund: string; readonly on: string }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/refunds/{refund}/paid", {
          params: { path: { creditor, refund } },
          body: { on, bankLine: null },
        }),
      ),
    done: () => words.refunding.paid,
    after,
    shownInForm: true,
  });
}
