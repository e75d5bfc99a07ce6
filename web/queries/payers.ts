/** Payers of a customer besides itself, and forgetting one. */
import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export const payersQuery = (creditor: string, customer: string) =>
  queryOptions({
    queryKey: [creditor, "payers", customer],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/customers/{customer}/payers", {
          params: { path: { creditor, customer } },
        }),
      ),
  });

export function useRevokeAlias() {
  const { moneyTab: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (alias: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/payers/{alias}/revoke", {
          params: { path: { creditor, alias } },
        }),
      ),
    done: () => words.revoked,
  });
}
