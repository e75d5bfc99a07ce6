/** Messages as the outbox shows them, and what can be done with one. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import type { MESSAGE_STATES } from "../views.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

type State = (typeof MESSAGE_STATES)[number];
const LIVELY = 3_000;

export const outboxQuery = (creditor: string, state?: State) =>
  infiniteQueryOptions({
    queryKey: [creditor, "outbox", state ?? "all"],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/creditors/{creditor}/outbox", {
          params: {
            path: { creditor },
            query: {
              ...(state === undefined ? {} : { state }),
              ...(pageParam === "" ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    refetchInterval: ({ state: { data } }) => {
      const counts = data?.pages[0]?.counts;
      const waiting =
        (counts?.["queued"] ?? 0) + (counts?.["composed"] ?? 0) + (counts?.["sending"] ?? 0);
      return waiting > 0 ? LIVELY : false;
    },
  });

type Asked = { readonly message: string; readonly reason: string };

export function useResend(after: () => void) {
  const { outbox } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ message, reason }: Asked) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/outbox/{message}/resend", {
          params: { path: { creditor, message } },
          body: { reason },
        }),
      ),
    done: () => outbox.resent,
    after,
    shownInForm: true,
  });
}

export function useWithdraw(after: () => void) {
  const { outbox } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ message, reason }: Asked) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/outbox/{message}/withdraw", {
          params: { path: { creditor, message } },
          body: { reason },
        }),
      ),
    done: () => outbox.withdrawn,
    after,
    shownInForm: true,
  });
}
