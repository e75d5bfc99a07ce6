/** An act on the server: afterwards everything shown of the creditor is asked for anew. */
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { problemOf } from "../api.ts";
import { useSaid } from "../ui/said.tsx";
import { useWords } from "../words.tsx";

type Act<Input, Value> = {
  readonly run: (input: Input) => Promise<Value>;
  /** What a toast says afterwards; null when the page itself shows it. */
  readonly done?: (value: Value) => string | null;
  readonly after?: (value: Value) => void;
  /** Forms show the refusal themselves; otherwise a toast does. */
  readonly shownInForm?: boolean;
};

export function useAct<Input, Value>(
  act: Act<Input, Value>,
): UseMutationResult<Value, Error, Input> {
  const queries = useQueryClient();
  const words = useWords();
  const said = useSaid();
  return useMutation({
    mutationFn: act.run,
    onSuccess: (value) => {
      const done = act.done?.(value) ?? null;
      if (done !== null) void said.success(done);
      act.after?.(value);
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    },
    onError: (error) => {
      if (act.shownInForm !== true) void said.error(words.refusal(problemOf(error)));
    },
  });
}
