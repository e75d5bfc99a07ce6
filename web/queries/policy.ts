/** The policy of the creditor on the page, and the names of its steps. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import type { StepName } from "../ui/reason.ts";
import { useLanguage } from "../words.tsx";
import { useCreditor } from "./session.ts";

export const askPolicy = (creditor: string) =>
  answerOf(api.GET("/api/creditors/{creditor}/policy", { params: { path: { creditor } } }));

export const policyQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "policy"],
    queryFn: () => askPolicy(creditor),
    staleTime: 300_000,
  });

export const policyVersionsQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "policy", "versions"],
    queryFn: () =>
      answerOf(
        api.GET("/api/creditors/{creditor}/policy/versions", { params: { path: { creditor } } }),
      ),
  });

/** A step's name in the reader's language; its key while the policy isn't here or is older. */
export function useStepNames(): StepName {
  const { language } = useLanguage();
  const { data } = useQuery(policyQuery(useCreditor().code));
  return (key) => data?.steps.find((step) => step.key === key)?.name[language] ?? key;
}
