/** Bills of exchange: the list by deadline, one bill, and moving it on. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { WireMoney } from "../../src/contract/scalars.ts";
import { answerOf, api } from "../api.ts";
import type { BILL_STATES } from "../views.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export type BillsView = { readonly state?: (typeof BILL_STATES)[number] | "all" };

const ask = (creditor: string, view: BillsView, after: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/bills", {
      params: { path: { creditor }, query: { ...view, ...(after === "" ? {} : { after }) } },
    }),
  );

export type BillsAnswer = Awaited<ReturnType<typeof ask>>;

export const billsQuery = (creditor: string, view: BillsView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "bills", view],
    queryFn: ({ pageParam }) => ask(creditor, view, pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const billQuery = (creditor: string, bill: string) =>
  queryOptions({
    queryKey: [creditor, "bill", bill],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/bills/{bill}", {
          params: { path: { creditor, bill } },
        }),
      ),
  });

export type BillMove =
  | "presented"
  | "cleared"
  | "dishonoured"
  | "endorsed"
  | "discounted"
  | "recourse"
  | "notified";

type Moving = {
  readonly bill: string;
  readonly to: BillMove;
  readonly on: string;
  readonly note: string | null;
  readonly version: number;
  readonly charge: WireMoney | null;
};

export function useMoveBill(after: () => void) {
  const { bills: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ bill, ...body }: Moving) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/bills/{bill}/move", {
          params: { path: { creditor, bill } },
          body: { ...body, claimCharge: false },
        }),
      ),
    done: ({ returned }) => (returned === null ? words.moved : words.movedReturned),
    after,
    shownInForm: true,
  });
}
