/** The creditor's own details, and changing them. */
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { meQuery, useCreditor } from "./session.ts";

const ask = (creditor: string) =>
  answerOf(api.GET("/api/creditors/{creditor}/settings", { params: { path: { creditor } } }));

export type Settings = Awaited<ReturnType<typeof ask>>;

/** What letters say of the creditor; null where they say nothing. */
export type LetterheadField =
  | "name"
  | "nameEn"
  | "uscc"
  | "address"
  | "phone"
  | "email"
  | "bankName"
  | "bankAccount";
export type LetterheadGiven = { readonly [Field in LetterheadField]?: string | null };

export const settingsQuery = (creditor: string) =>
  queryOptions({ queryKey: [creditor, "settings"], queryFn: () => ask(creditor) });

const change = (
  creditor: string,
  { name, ...rest }: LetterheadGiven & { readonly testMode?: boolean },
) =>
  answerOf(
    api.PATCH("/api/creditors/{creditor}/settings", {
      params: { path: { creditor } },
      body: { ...rest, ...(name == null ? {} : { name }) },
    }),
  );

/** Name and test mode stand in the top bar too, so who I am is asked for anew as well. */
function useMeAnew() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries(meQuery);
}

export function useChangeLetterhead() {
  const { settings } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (given: LetterheadGiven) => change(creditor, given),
    done: () => settings.saved,
    after: useMeAnew(),
    shownInForm: true,
  });
}

export function useSwitchTestMode() {
  const { settings } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (testMode: boolean) => change(creditor, { testMode }),
    done: ({ testMode }) => (testMode ? settings.enteredTest : settings.leftTest),
    after: useMeAnew(),
    shownInForm: true,
  });
}
