/** Acts on tasks and escalations from a customer's pane: what came of one, and a call for help. */
import type { RungRole } from "../../src/domain/strategy/policy-escalation.ts";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export function useFinishTask(then: () => void) {
  const { work } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ task, outcome }: { readonly task: string; readonly outcome: string }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/tasks/{task}/finish", {
          params: { path: { creditor, task } },
          body: { outcome },
        }),
      ),
    done: () => work.taskFinished,
    after: then,
    shownInForm: true,
  });
}

type Escalating = { readonly to: RungRole | null; readonly reason: string };

export function useRaiseEscalation(customer: string, then: () => void) {
  const { work } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: Escalating) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/escalations", {
          params: { path: { creditor, customer } },
          body,
        }),
      ),
    done: () => work.escalated,
    after: then,
    shownInForm: true,
  });
}
