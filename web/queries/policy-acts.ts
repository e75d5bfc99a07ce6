/** Checking and publishing a policy's text. */
import { useMutation } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

const check = (creditor: string, text: string) =>
  answerOf(
    api.POST("/api/creditors/{creditor}/policy/check", {
      params: { path: { creditor } },
      body: { text },
    }),
  );

export type PolicyFaults = Awaited<ReturnType<typeof check>>["faults"];

/** Nothing is stored, so nothing shown is asked for anew. */
export function useCheckPolicy() {
  const creditor = useCreditor().code;
  return useMutation({ mutationFn: (text: string) => check(creditor, text) });
}

export function usePublishPolicy() {
  const { policy } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: { readonly text: string; readonly version: number }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/policy", { params: { path: { creditor } }, body }),
      ),
    done: ({ version }) => policy.publishedNow(version),
    shownInForm: true,
  });
}
