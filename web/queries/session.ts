/** Who is signed in, and for which creditor the page is open. */
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { Can } from "../../src/contract/scalars.ts";
import type { Me } from "../../src/contract/session.ts";
import { answerOf, api } from "../api.ts";

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => answerOf(api.GET("/api/me")),
  staleTime: 60_000,
  retry: false,
});

export const firstRunQuery = queryOptions({
  queryKey: ["first-run"],
  queryFn: () => answerOf(api.GET("/api/first-run")),
  retry: false,
});

export type Creditor = Me["creditors"][number];

export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** The creditor in the URL; the route has made sure that this user may see it. */
export function useCreditor(): Creditor {
  const { creditor: code } = useParams({ strict: false });
  const found = useMe().creditors.find((creditor) => creditor.code === code);
  if (found === undefined) throw new Error(`the route lets only known creditors in, not ${code}`);
  return found;
}

/** Whether the user's roles allow it; for acts that hang on no row that the server answers for. */
export function useMay(permission: Creditor["permissions"][number]): Can {
  return useCreditor().permissions.includes(permission) || { code: "not_permitted" };
}
