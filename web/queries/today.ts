/** Today's list as the page asks for it. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";

export type TodayShow = "to_do" | "done";
export type TodayTrack = "reminder" | "demand" | "task";

const askToday = (creditor: string, show: TodayShow, track: TodayTrack | undefined) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/today", {
      params: { path: { creditor }, query: { show, ...(track === undefined ? {} : { track }) } },
    }),
  );

export type TodayAnswer = Awaited<ReturnType<typeof askToday>>;

export const todayQuery = (creditor: string, show: TodayShow = "to_do", track?: TodayTrack) =>
  queryOptions({
    queryKey: [creditor, "today", show, track ?? "all"],
    queryFn: () => askToday(creditor, show, track),
  });

/** How many lines wait today; 0 while unknown. */
export function useTodayCount(creditor: string): number {
  const { data } = useQuery(todayQuery(creditor));
  return data?.counts.toDo ?? 0;
}
