/** Today's list, one customer's work, and the acts that order it, as the pages ask for them. */
import { infiniteQueryOptions, queryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { WorkKind } from "../../src/domain/desk/work-kind.ts";
import { answerOf, api } from "../api.ts";
import type { CASE_REASONS, CASE_STAGES, TODAY_SHOWS, TODAY_WHOSE } from "../views.ts";

export type TodayView = {
  readonly show?: (typeof TODAY_SHOWS)[number];
  readonly whose?: (typeof TODAY_WHOSE)[number];
  readonly kind?: WorkKind;
  readonly stage?: (typeof CASE_STAGES)[number];
  readonly reason?: (typeof CASE_REASONS)[number];
  readonly group?: string;
  readonly search?: string;
};

const WINDOW = 200;
/** Call-backs fall due by the hour, and colleagues work the same list. */
const AGAIN_MS = 60_000;

const askToday = (creditor: string, view: TodayView, offset: number) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/today", {
      params: { path: { creditor }, query: { ...view, offset, size: WINDOW } },
    }),
  );

export type TodayAnswer = Awaited<ReturnType<typeof askToday>>;

export const todayQuery = (creditor: string, view: TodayView = {}) =>
  infiniteQueryOptions({
    queryKey: [creditor, "today", view],
    queryFn: ({ pageParam }) => askToday(creditor, view, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _, last) => (last + WINDOW < total ? last + WINDOW : null),
    refetchInterval: AGAIN_MS,
    placeholderData: (before) => before,
  });

/** How many customers wait today; 0 while unknown. */
export function useTodayCount(creditor: string): number {
  const { data } = useInfiniteQuery(todayQuery(creditor));
  return data?.pages[0]?.counts.toDo ?? 0;
}

export const customerWorkQuery = (creditor: string, customer: string) =>
  queryOptions({
    queryKey: [creditor, "customer", customer, "work"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers/{customer}/work", {
          params: { path: { creditor, customer } },
        }),
      ),
  });
