/** Promises to pay of all customers, and holds in force: lists, and ending or changing one. */
import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import type { WireMoney } from "../../src/contract/scalars.ts";
import { answerOf, api } from "../api.ts";
import type { PROMISE_FILTERS } from "../views.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export type PromisesView = {
  readonly filter?: (typeof PROMISE_FILTERS)[number];
  readonly owner?: string;
  readonly search?: string;
};

const WINDOW = 200;

const listPromises = (creditor: string, view: PromisesView, offset: number) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/promises", {
      params: { path: { creditor }, query: { ...view, offset, size: WINDOW } },
    }),
  );
export type PromisesAnswer = Awaited<ReturnType<typeof listPromises>>;
export type PromiseRow = PromisesAnswer["rows"][number];

export const promisesQuery = (creditor: string, view: PromisesView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "promises", view],
    queryFn: ({ pageParam }) => listPromises(creditor, view, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _, last) => (last + WINDOW < total ? last + WINDOW : null),
    placeholderData: keepPreviousData,
  });

/** Where the list is as a file, with the page's filters. */
export function promisesCsvUrl(creditor: string, view: PromisesView, language: "zh" | "en") {
  const query = new URLSearchParams({ ...view, language });
  return `/api/creditors/${creditor}/promises.csv?${query}`;
}

const listHolds = (creditor: string, search: string | undefined, offset: number) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/holds", {
      params: {
        path: { creditor },
        query: { ...(search === undefined ? {} : { search }), offset, size: WINDOW },
      },
    }),
  );
export type HoldRow = Awaited<ReturnType<typeof listHolds>>["rows"][number];

export const holdsQuery = (creditor: string, search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [creditor, "holds", search ?? ""],
    queryFn: ({ pageParam }) => listHolds(creditor, search, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _, last) => (last + WINDOW < total ? last + WINDOW : null),
    placeholderData: keepPreviousData,
  });

type Changed = {
  readonly promise: string;
  readonly payOn: string;
  readonly reason: string;
  readonly takenFrom: string | null;
  readonly contact: string | null;
  readonly channel: PromiseRow["channel"];
  readonly items: readonly { readonly item: string; readonly amount: WireMoney }[];
};

/** The old promise is withdrawn and the new one takes its place, in one act. */
export function useChangePromise(after: () => void) {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ promise, items, ...body }: Changed) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/promises/{promise}/change", {
          params: { path: { creditor, promise } },
          body: { ...body, items: [...items] },
        }),
      ),
    done: ({ judgeOn }) => agreed.changed(judgeOn),
    after,
    shownInForm: true,
  });
}

type GroupHeld = {
  readonly group: string;
  readonly kind: HoldRow["kind"];
  readonly reason: string;
  readonly until: string | null;
};

export function usePlaceGroupHold(after: () => void) {
  const { acts } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ group, ...body }: GroupHeld) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/groups/{group}/holds", {
          params: { path: { creditor, group } },
          body,
        }),
      ),
    done: () => acts.holdSaved,
    after,
    shownInForm: true,
  });
}
