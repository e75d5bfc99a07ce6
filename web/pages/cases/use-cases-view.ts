/** What of the cases is shown; all of it stands in the URL. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { PATHS } from "../../paths.ts";
import type { CasesView } from "../../queries/cases.ts";

type Change = { readonly [Key in keyof CasesView]?: CasesView[Key] | undefined };

/** A changed view forgets the opened customer, who may not be in it any more. */
export function useCasesView() {
  const { customer, ...view } = useSearch({ from: "/$creditor/cases" });
  const navigate = useNavigate({ from: PATHS.cases });
  const change = (part: Change) =>
    void navigate({
      replace: true,
      search: ({ customer: _, ...before }) => {
        const set = Object.entries({ ...before, ...part }).filter(([, each]) => each !== undefined);
        return Object.fromEntries(set) as CasesView;
      },
    });
  const open = (id: string | undefined) =>
    void navigate({
      search: ({ customer: _, ...rest }) => (id === undefined ? rest : { ...rest, customer: id }),
      replace: id !== undefined && customer !== undefined,
    });
  const clear = () => void navigate({ search: {} });
  return { view, customer, change, open, clear };
}
