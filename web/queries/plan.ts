/** The plan of a day, and what can be done with it. */
import {
  infiniteQueryOptions,
  queryOptions,
  skipToken,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { meQuery, useCreditor } from "./session.ts";

export type PlanView = {
  readonly day?: string;
  readonly track?: "reminder" | "demand" | "task";
  readonly stage?: "pre_due" | "early" | "middle" | "late" | "legal";
  readonly state?: "planned" | "released" | "done" | "dropped" | "superseded";
};

const WINDOW = 200;
const LIVELY = 2_000;

export const askPlan = (creditor: string, day?: string) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/plan", {
      params: { path: { creditor }, query: day === undefined ? {} : { day } },
    }),
  );

/** Asked for again every two seconds while messages are on their way. */
export const planQuery = (creditor: string, day?: string) =>
  queryOptions({
    queryKey: [creditor, "plan", day ?? "today"],
    queryFn: () => askPlan(creditor, day),
    refetchInterval: ({ state: { data } }) => {
      const waiting =
        (data?.sending.queued ?? 0) + (data?.sending.composed ?? 0) + (data?.sending.sending ?? 0);
      return data?.run?.state === "running" || waiting > 0 ? LIVELY : false;
    },
  });

export const stepsQuery = (creditor: string, view: PlanView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "plan", "steps", view],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/creditors/{creditor}/plan/steps", {
          params: { path: { creditor }, query: { ...view, offset: pageParam, size: WINDOW } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _, last) => (last + WINDOW < total ? last + WINDOW : null),
    placeholderData: (before) => before,
  });

export const skipsQuery = (creditor: string, view: { day?: string; reason?: string }) =>
  infiniteQueryOptions({
    queryKey: [creditor, "plan", "skips", view],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/creditors/{creditor}/plan/skips", {
          params: { path: { creditor }, query: { ...view, offset: pageParam, size: WINDOW } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _, last) => (last + WINDOW < total ? last + WINDOW : null),
    placeholderData: (before) => before,
  });

const staleKey = (creditor: string) => [creditor, "plan", "stale"];

/** How many steps the last release left out, their customers having changed; a new run ends it. */
export function useStaleSteps(): number {
  const queryKey = staleKey(useCreditor().code);
  return useQuery({ queryKey, queryFn: skipToken, initialData: 0 }).data ?? 0;
}

export function useTellStale() {
  const queries = useQueryClient();
  const queryKey = staleKey(useCreditor().code);
  return (stale: number) => queries.setQueryData(queryKey, stale);
}

export function useReleaseSteps(then?: () => void) {
  const words = useWords();
  const creditor = useCreditor().code;
  const tellStale = useTellStale();
  return useAct({
    run: (steps: readonly string[]) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/plan/release", {
          params: { path: { creditor } },
          body: { steps: [...steps] },
        }),
      ),
    done: ({ released, stale }) => words.plan.releasedCount(released, stale),
    after({ stale }) {
      tellStale(stale);
      then?.();
    },
  });
}

export function useReleaseAll() {
  const words = useWords();
  const creditor = useCreditor().code;
  const tellStale = useTellStale();
  return useAct({
    run: () =>
      answerOf(
        api.POST("/api/creditors/{creditor}/plan/release", {
          params: { path: { creditor } },
          body: { all: true },
        }),
      ),
    done: ({ released, stale }) => words.plan.releasedCount(released, stale),
    after: ({ stale }) => tellStale(stale),
  });
}

export function useDropSteps(then: () => void) {
  const words = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ steps, reason }: { readonly steps: readonly string[]; readonly reason: string }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/plan/drop", {
          params: { path: { creditor } },
          body: { steps: [...steps], reason },
        }),
      ),
    done: ({ dropped }) => words.plan.dropped(dropped),
    after: then,
    shownInForm: true,
  });
}

/** Takes back what was released and hasn't left: these steps, or everything of the day. */
export function useUndo() {
  const words = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (steps: readonly string[] | "all") =>
      answerOf(
        api.POST("/api/creditors/{creditor}/plan/undo", {
          params: { path: { creditor } },
          body: steps === "all" ? { all: true } : { steps: [...steps] },
        }),
      ),
    done: ({ undone, gone }) => words.plan.undone(undone, gone),
  });
}

export function useRunPlan() {
  const words = useWords();
  const queries = useQueryClient();
  const creditor = useCreditor().code;
  const tellStale = useTellStale();
  return useAct({
    run: () =>
      answerOf(
        api.POST("/api/creditors/{creditor}/plan/run", {
          params: { path: { creditor } },
          body: {},
        }),
      ),
    done: ({ steps, skips }) => words.plan.ran(steps, skips),
    // The first plan makes the creditor live, and the navigation shows that.
    after() {
      tellStale(0);
      void queries.invalidateQueries(meQuery);
    },
  });
}

export function useChooseEntry() {
  const words = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (entry: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/plan/entry", {
          params: { path: { creditor } },
          body: { entry },
        }),
      ),
    done: () => words.plan.entrySaved,
  });
}
