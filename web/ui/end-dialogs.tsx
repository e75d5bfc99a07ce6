/** Small dialogs that end what was agreed, with a reason: withdraw a promise, lift a hold. */
import { useLiftHold, useWithdrawPromise } from "../queries/agreements.ts";
import { useWords } from "../words.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";

type EndProps = { readonly id: string; readonly onClose: () => void };

export function WithdrawPromise({ id, onClose }: EndProps) {
  const { agreed } = useWords();
  const end = useWithdrawPromise(onClose);
  return (
    <ReasonDialog
      title={agreed.withdrawTitle}
      label={agreed.withdrawReason}
      act={agreed.withdraw}
      pending={end.isPending}
      error={end.error}
      onReason={(reason) => end.mutate({ id, reason })}
      onClose={onClose}
    />
  );
}

export function LiftHold({ id, onClose }: EndProps) {
  const { agreed } = useWords();
  const end = useLiftHold(onClose);
  return (
    <ReasonDialog
      title={agreed.lift}
      label={agreed.liftReason}
      act={agreed.lift}
      pending={end.isPending}
      error={end.error}
      onReason={(reason) => end.mutate({ id, reason })}
      onClose={onClose}
    />
  );
}
