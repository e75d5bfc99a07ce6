/** Payments that came back: what a return would do, the list, taking notice, banks' notices. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { WireMoney } from "../../src/contract/scalars.ts";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export const previewReturnQuery = (creditor: string, receipt: string) =>
  queryOptions({
    queryKey: [creditor, "receipt", receipt, "return"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/receipts/{receipt}/return", {
          params: { path: { creditor, receipt } },
        }),
      ),
  });

export type ReturnKind =
  | "bank_return"
  | "bounced_cheque"
  | "dishonoured_bill"
  | "chargeback"
  | "direct_debit_return";

export type Returning = {
  readonly receipt: string;
  readonly kind: ReturnKind;
  readonly returnedOn: string;
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
  readonly charge: WireMoney | null;
  readonly claimCharge: boolean;
  /** The bank's notice that tells of it; null: none does. */
  readonly notice: string | null;
};

export function useReturnPayment(after: () => void) {
  const { receipts: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ receipt, ...body }: Returning) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/receipts/{receipt}/return", {
          params: { path: { creditor, receipt } },
          body: { ...body, amount: null, bankLine: null },
        }),
      ),
    done: ({ message }) => (message === null ? words.returned.done : words.returned.doneTold),
    after,
    shownInForm: true,
  });
}

export type ReturnedView = { readonly customer?: string; readonly show?: "unseen" };

const askReturned = (creditor: string, view: ReturnedView, after: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/returned-payments", {
      params: { path: { creditor }, query: { ...view, ...(after === "" ? {} : { after }) } },
    }),
  );

export const returnedQuery = (creditor: string, view: ReturnedView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "returned", view],
    queryFn: ({ pageParam }) => askReturned(creditor, view, pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export function useSeenReturn() {
  const { receipts: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (returned: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/returned-payments/{returned}/seen", {
          params: { path: { creditor, returned } },
        }),
      ),
    done: () => words.returned.seen,
  });
}

export type NoticeState = "open" | "booked" | "ignored";

export const noticesQuery = (creditor: string, state: NoticeState) =>
  queryOptions({
    queryKey: [creditor, "bank-notices", state],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/bank-notices", {
          params: { path: { creditor }, query: { state } },
        }),
      ),
    placeholderData: (before) => before,
  });

export function useIgnoreNotice(after: () => void) {
  const { receipts: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ notice, reason }: { readonly notice: string; readonly reason: string }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/bank-notices/{notice}/ignore", {
          params: { path: { creditor, notice } },
          body: { reason },
        }),
      ),
    done: () => words.notices.ignored,
    after,
    shownInForm: true,
  });
}
