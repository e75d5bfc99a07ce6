/** Tasks and escalations: the list, and what people do with them. */
import { infiniteQueryOptions, queryOptions, useQuery } from "@tanstack/react-query";
import type { Role } from "../../src/domain/desk/permission.ts";
import type { TaskKind } from "../../src/domain/desk/task.ts";
import { answerOf, api } from "../api.ts";
import type { TASK_SHOWS } from "../desk-views.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export type TasksView = {
  readonly show?: (typeof TASK_SHOWS)[number];
  readonly state?: "open" | "ended";
  readonly kind?: TaskKind;
  readonly late?: "yes";
  readonly customer?: string;
};

const ask = (creditor: string, view: TasksView, after: string, size = 200) =>
  answerOf(
    api.GET("/api/creditors/{creditor}/tasks", {
      params: { path: { creditor }, query: { ...view, size, ...(after === "" ? {} : { after }) } },
    }),
  );

export type TasksAnswer = Awaited<ReturnType<typeof ask>>;

export const tasksQuery = (creditor: string, view: TasksView) =>
  infiniteQueryOptions({
    queryKey: [creditor, "tasks", view],
    queryFn: ({ pageParam }) => ask(creditor, view, pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

const countQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "tasks", "count"],
    queryFn: () => ask(creditor, {}, "", 1),
    select: ({ counts }) => counts.mine,
    staleTime: 60_000,
  });

/** How many lie on the reader's desk. */
export const useTaskCount = (creditor: string): number => useQuery(countQuery(creditor)).data ?? 0;

/** Where the same list is as CSV. */
export const tasksCsvAddress = (creditor: string, view: TasksView, language: string): string =>
  `/api/creditors/${encodeURIComponent(creditor)}/tasks.csv?${new URLSearchParams({ ...view, language })}`;

export const colleaguesQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "colleagues"],
    queryFn: () =>
      answerOf(api.GET("/api/creditors/{creditor}/colleagues", { params: { path: { creditor } } })),
    select: ({ rows }) => rows,
    staleTime: 300_000,
  });

export type NewTask = {
  readonly customer: string | null;
  readonly title: string;
  readonly note: string | null;
  readonly assignee: string | null;
  readonly role: Role | null;
  readonly dueOn: string;
};

export function useAddTask(after: () => void) {
  const { tasks: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: NewTask) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/tasks", { params: { path: { creditor } }, body }),
      ),
    done: () => words.added,
    after,
    shownInForm: true,
  });
}

export function useFinishTask(after: () => void) {
  const { tasks: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ task, outcome }: { readonly task: string; readonly outcome: string }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/tasks/{task}/finish", {
          params: { path: { creditor, task } },
          body: { outcome },
        }),
      ),
    done: () => words.finished,
    after,
    shownInForm: true,
  });
}

export function useCancelTask(after: () => void) {
  const { tasks: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ task, reason }: { readonly task: string; readonly reason: string }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/tasks/{task}/cancel", {
          params: { path: { creditor, task } },
          body: { reason },
        }),
      ),
    done: () => words.cancelled,
    after,
    shownInForm: true,
  });
}

type Reassigning = {
  readonly task: string;
  readonly assignee: string | null;
  readonly role: Role | null;
  readonly reason: string;
};

export function useReassignTask(after: () => void) {
  const { tasks: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ task, ...body }: Reassigning) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/tasks/{task}/reassign", {
          params: { path: { creditor, task } },
          body,
        }),
      ),
    done: () => words.reassigned,
    after,
    shownInForm: true,
  });
}
