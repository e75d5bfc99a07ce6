/** The creditor's own details, and changing them. */
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { meQuery, useCreditor } from "./session.ts";

const ask = (creditor: string) =>
  answerOf(api.GET("/api/creditors/{creditor}/settings", { params: { path: { creditor } } }));

export type Settings = Awaited<ReturnType<typeof ask>>;
type Details =
  | "name"
  | "nameEn"
  | "uscc"
  | "address"
  | "phone"
  | "email"
  | "bankName"
  | "bankAccount";
export type SettingsGiven = { readonly [Field in Details]?: string | null };

export const settingsQuery = (creditor: string) =>
  queryOptions({ queryKey: [creditor, "settings"], queryFn: () => ask(creditor) });

/** Name and test mode stand in the top bar too, so who I am is asked for anew as well. */
export function useUpdateSettings() {
  const { settings } = useWords();
  const queries = useQueryClient();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ name, ...rest }: SettingsGiven & { readonly testMode?: boolean }) =>
      answerOf(
        api.PATCH("/api/creditors/{creditor}/settings", {
          params: { path: { creditor } },
          body: { ...rest, ...(name == null ? {} : { name }) },
        }),
      ),
    done: () => settings.saved,
    after: () => void queries.invalidateQueries(meQuery),
    shownInForm: true,
  });
}
