/** Receipts as pages ask for them, and the acts on them: record, return, refund. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { WireMoney } from "../../src/contract/scalars.ts";
import { answerOf, api } from "../api.ts";
import type { RECEIPT_METHODS, RECEIPT_SHOWS } from "../views.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export type ReceiptsView = {
  readonly show?: (typeof RECEIPT_SHOWS)[number];
  readonly method?: (typeof RECEIPT_METHODS)[number];
  readonly customer?: string;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
};

/** `unapplied` is no state of its own: money of a known customer of which something is left. */
function asked({ show, ...rest }: ReceiptsView) {
  if (show === undefined) return rest;
  return show === "unapplied" ? { ...rest, unapplied: "true" } : { ...rest, state: show };
}

const askReceipts = (creditor: string, view: ReceiptsView, after: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/receipts", {
      params: {
        path: { creditor },
        query: { ...asked(view), ...(after === "" ? {} : { after }) },
      },
    }),
  );

export type ReceiptsAnswer = Awaited<ReturnType<typeof askReceipts>>;

export const receiptsQuery = (creditor: string, view: ReceiptsView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "receipts", view],
    queryFn: ({ pageParam }) => askReceipts(creditor, view, pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const receiptQuery = (creditor: string, receipt: string) =>
  queryOptions({
    queryKey: [creditor, "receipt", receipt],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/receipts/{receipt}", {
          params: { path: { creditor, receipt } },
        }),
      ),
  });

export type BillGiven = {
  readonly kind: "bank_acceptance" | "commercial_acceptance";
  readonly medium: "electronic" | "paper";
  readonly number: string;
  readonly drawer: string;
  readonly acceptor: string;
  readonly payee: string | null;
  readonly endorsers: string[];
  readonly issuedOn: string;
  readonly maturesOn: string;
};

export type Recording = {
  readonly method: Exclude<(typeof RECEIPT_METHODS)[number], "erp">;
  readonly number: string | null;
  readonly customer: string | null;
  readonly receivedOn: string;
  readonly amount: WireMoney;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly remark: string | null;
  readonly bill: BillGiven | null;
};

export function useRecordReceipt(after: (recorded: { readonly id: string }) => void) {
  const { receipts: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: Recording) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/receipts", { params: { path: { creditor } }, body }),
      ),
    done: ({ number }) => words.recording.done(number),
    after,
    shownInForm: true,
  });
}
