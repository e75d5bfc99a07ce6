/** Which part of the list is shown; all of it stands in the URL. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { PATHS } from "../../paths.ts";
import type { TodayView } from "../../queries/today.ts";

type Change = { readonly [Key in keyof TodayView]?: TodayView[Key] | undefined };

/** A changed view forgets the chosen customer, who may not be in it any more. */
export function useTodayView() {
  const { customer, ...view } = useSearch({ from: "/$creditor/today" });
  const navigate = useNavigate({ from: PATHS.today });
  const change = (part: Change) =>
    void navigate({
      replace: true,
      search: ({ customer: _, ...before }) => {
        const set = Object.entries({ ...before, ...part }).filter(([, each]) => each !== undefined);
        return Object.fromEntries(set) as TodayView;
      },
    });
  const clear = () => void navigate({ search: {} });
  return { view, customer, change, clear };
}
