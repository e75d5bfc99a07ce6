/** Everybody who works at the creditor, by name: to choose from. */
import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";

export const colleagueNamesQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "colleague-names"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/colleague-names", { params: { path: { creditor } } }),
      ),
    staleTime: 60_000,
  });
