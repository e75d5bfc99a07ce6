/** Takes an ignored line up again, with the reason. */
import { useReopenLine } from "../../queries/bank-lines.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWords } from "../../words.tsx";

type ReopenDialogProps = { readonly line: string; readonly onClose: () => void };

export function ReopenDialog({ line, onClose }: ReopenDialogProps) {
  const { bankLines: words } = useWords();
  const reopen = useReopenLine(onClose);
  return (
    <ReasonDialog
      title={words.reopenTitle}
      label={words.reopenReason}
      act={words.reopen}
      pending={reopen.isPending}
      error={reopen.error}
      onReason={(reason) => reopen.mutate({ line, reason })}
      onClose={onClose}
    />
  );
}
