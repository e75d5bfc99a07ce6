/** Acts on a customer's case: snooze, call-back, reason; and one act on many customers. */
import type { BulkAct } from "../../src/contract/bulk-work.ts";
import type { OverdueReason } from "../../src/domain/desk/contact-log.ts";
import { answerOf, api } from "../api.ts";
import { useUndo } from "../ui/undo.tsx";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useTellStale } from "./plan.ts";
import { useCreditor } from "./session.ts";

const wake = (creditor: string, customer: string) =>
  answerOf(
    api.POST("/api/creditors/{creditor}/customers/{customer}/case/wake", {
      params: { path: { creditor, customer } },
    }),
  );

const cancelCallBack = (creditor: string, customer: string) =>
  answerOf(
    api.POST("/api/creditors/{creditor}/customers/{customer}/case/call-back/cancel", {
      params: { path: { creditor, customer } },
    }),
  );

type Snoozing = { readonly until: string; readonly reason: string };

export function useSnooze(customer: string, then: () => void) {
  const { work } = useWords();
  const { offer } = useUndo();
  const creditor = useCreditor().code;
  return useAct({
    run: async (body: Snoozing) => {
      await answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/case/snooze", {
          params: { path: { creditor, customer } },
          body,
        }),
      );
      return body.until;
    },
    after(until) {
      offer(work.snoozed(until), () => wake(creditor, customer));
      then();
    },
    shownInForm: true,
  });
}

export function useWake() {
  const { work } = useWords();
  const creditor = useCreditor().code;
  return useAct({ run: (customer: string) => wake(creditor, customer), done: () => work.awake });
}

type CallBack = {
  readonly on: string;
  readonly at: string | null;
  readonly note: string | null;
};

export function useScheduleCallBack(customer: string, then: () => void) {
  const { work } = useWords();
  const { offer } = useUndo();
  const creditor = useCreditor().code;
  return useAct({
    run: async (body: CallBack) => {
      await answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/case/call-back", {
          params: { path: { creditor, customer } },
          body,
        }),
      );
      return body;
    },
    after({ on, at }) {
      offer(work.callBackSaved(on, at), () => cancelCallBack(creditor, customer));
      then();
    },
    shownInForm: true,
  });
}

export function useCancelCallBack() {
  const { work } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (customer: string) => cancelCallBack(creditor, customer),
    done: () => work.callBackCancelled,
  });
}

type LateReason = { readonly reason: OverdueReason; readonly note: string | null };

export function useSetLateReason(customer: string, then: () => void) {
  const { work } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: LateReason) =>
      answerOf(
        api.PUT("/api/creditors/{creditor}/customers/{customer}/case/reason", {
          params: { path: { creditor, customer } },
          body,
        }),
      ),
    done: () => work.lateReasonSaved,
    after: then,
    shownInForm: true,
  });
}

/** One call for a part of the customers; with `dryRun` the answer only says what would happen. */
export const askBulk = (
  creditor: string,
  customers: readonly string[],
  act: BulkAct,
  dryRun: boolean,
) =>
  answerOf(
    api.POST("/api/creditors/{creditor}/bulk-work", {
      params: { path: { creditor } },
      body: { customers: [...customers], act, dryRun },
    }),
  );

export type BulkAnswer = Awaited<ReturnType<typeof askBulk>>;

/** Ends the snoozes of many, one after the other. */
export async function wakeAll(creditor: string, customers: readonly string[]): Promise<void> {
  for (const customer of customers) await wake(creditor, customer);
}

/** Takes back released letters that have not left. */
export const undoSteps = (creditor: string, steps: readonly string[]) =>
  answerOf(
    api.POST("/api/creditors/{creditor}/plan/undo", {
      params: { path: { creditor } },
      body: { steps: [...steps] },
    }),
  );

/** Releases letters; the toast that says so can take them back, until they have left. */
export function useReleaseWithUndo(then?: () => void) {
  const { plan } = useWords();
  const { offer } = useUndo();
  const tellStale = useTellStale();
  const creditor = useCreditor().code;
  return useAct({
    run: async (steps: readonly string[]) => {
      const answer = await answerOf(
        api.POST("/api/creditors/{creditor}/plan/release", {
          params: { path: { creditor } },
          body: { steps: [...steps] },
        }),
      );
      return { ...answer, steps };
    },
    after({ released, stale, steps }) {
      tellStale(stale);
      offer(plan.releasedCount(released, stale), () => undoSteps(creditor, steps));
      then?.();
    },
  });
}
