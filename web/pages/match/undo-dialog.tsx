/** Asks why an application is undone, and says what will happen. */
import { useUndoApplication } from "../../queries/match.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWords } from "../../words.tsx";

type UndoDialogProps = {
  readonly application: string;
  readonly onClose: () => void;
  readonly onDone?: (line: string | null) => void;
};

export function UndoDialog({ application, onClose, onDone }: UndoDialogProps) {
  const { match: words } = useWords();
  const undo = useUndoApplication(({ line }) => {
    onClose();
    onDone?.(line);
  });
  return (
    <ReasonDialog
      title={words.undoTitle}
      label={words.undoReason}
      act={words.undo}
      first={words.undoFirst}
      pending={undo.isPending}
      error={undo.error}
      onReason={(reason) => undo.mutate({ application, reason })}
      onClose={onClose}
    >
      <p className="quiet">{words.undoText}</p>
    </ReasonDialog>
  );
}
