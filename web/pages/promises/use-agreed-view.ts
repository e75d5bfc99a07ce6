/** What the page's URL holds, and how a part of it is changed; what is undefined falls away. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { PATHS } from "../../paths.ts";
import type { promisesSearch } from "../../views.ts";

type View = ReturnType<typeof promisesSearch>;
type Change = { readonly [Key in keyof View]?: View[Key] | undefined };

export function useAgreedView() {
  const view = useSearch({ from: "/$creditor/promises" });
  const navigate = useNavigate({ from: PATHS.promises });
  const change = (parts: Change) => {
    const set = Object.entries({ ...view, ...parts }).filter(([, value]) => value !== undefined);
    void navigate({ search: Object.fromEntries(set) as View, replace: true });
  };
  return { view, change };
}
