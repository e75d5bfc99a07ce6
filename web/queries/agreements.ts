/** Ending what was agreed: withdraw a promise, close a dispute, lift a hold. */
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export function useWithdrawPromise() {
  const { customer } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (promise: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/promises/{promise}/withdraw", {
          params: { path: { creditor, promise } },
        }),
      ),
    done: () => customer.withdrawn,
  });
}

export function useCloseDispute() {
  const { customer } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (close: {
      readonly dispute: string;
      readonly outcome: "upheld" | "withdrawn" | "credited";
    }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/disputes/{dispute}/close", {
          params: { path: { creditor, dispute: close.dispute } },
          body: { outcome: close.outcome },
        }),
      ),
    done: () => customer.closed,
  });
}

export function useLiftHold() {
  const { customer } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (hold: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/holds/{hold}/lift", {
          params: { path: { creditor, hold } },
        }),
      ),
    done: () => customer.lifted,
  });
}
