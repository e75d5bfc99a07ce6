/** Ending what was agreed: withdraw a promise, lift a hold; each with its reason. */
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

type Ended = { readonly id: string; readonly reason: string };

export function useWithdrawPromise(after: () => void) {
  const { customer } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ id, reason }: Ended) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/promises/{promise}/withdraw", {
          params: { path: { creditor, promise: id } },
          body: { reason },
        }),
      ),
    done: () => customer.withdrawn,
    after,
    shownInForm: true,
  });
}

export function useLiftHold(after: () => void) {
  const { customer } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ id, reason }: Ended) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/holds/{hold}/lift", {
          params: { path: { creditor, hold: id } },
          body: { reason },
        }),
      ),
    done: () => customer.lifted,
    after,
    shownInForm: true,
  });
}
