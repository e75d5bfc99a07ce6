/** Groups of customers as the page asks for them, and the verbs on them. */
import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export const groupsQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "groups"],
    queryFn: () =>
      answerOf(api.GET("/api/creditors/{creditor}/groups", { params: { path: { creditor } } })),
  });

export const groupQuery = (creditor: string, group: string) =>
  queryOptions({
    queryKey: [creditor, "groups", group],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/groups/{group}", {
          params: { path: { creditor, group } },
        }),
      ),
  });

export type GroupBody = { readonly name: string; readonly customers: string[] };

export function useCreateGroup(after: (made: { readonly id: string }) => void) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: GroupBody) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/groups", { params: { path: { creditor } }, body }),
      ),
    done: () => words.groupMade,
    after,
    shownInForm: true,
  });
}

export type GroupChange = {
  readonly name?: string;
  readonly add?: string[];
  readonly remove?: string[];
};

export function useChangeGroup(group: string, after: () => void) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: GroupChange) =>
      answerOf(
        api.PATCH("/api/creditors/{creditor}/groups/{group}", {
          params: { path: { creditor, group } },
          body,
        }),
      ),
    done: () => words.saved,
    after,
    shownInForm: true,
  });
}
