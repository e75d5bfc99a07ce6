/** Ageing as the page asks for it, and where its exports are. */
import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";

export type AgeingView = {
  readonly on?: string;
  readonly by?: "customer" | "creditor";
  readonly buckets?: string;
};

export const ageingQuery = (creditor: string, view: AgeingView) =>
  queryOptions({
    queryKey: [creditor, "ageing", view],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/ageing", {
          params: { path: { creditor }, query: view },
        }),
      ),
    placeholderData: (before) => before,
  });

/** The same view as a file: filters are kept. */
export function ageingFile(creditor: string, view: AgeingView, format: "csv" | "xlsx"): string {
  const { on, by, buckets } = view;
  const query = new URLSearchParams(
    Object.entries({ on, by, buckets }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  );
  return `/api/creditors/${creditor}/ageing.${format}?${query}`;
}
