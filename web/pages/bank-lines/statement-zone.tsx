/** Where the bank's own export is dropped: large on an empty page, one line above the list. */
import { DropZone, FileInput } from "../../ui/drop-zone.tsx";
import { useWords } from "../../words.tsx";

type StatementZoneProps = {
  readonly slim: boolean;
  readonly onFile: (file: File) => void;
};

const ACCEPT =
  ".csv,.txt,.xls,.xlsx,.xml,.sta,.mt940,.940,.942,.ofx,.qfx,.qbo,.bai,.bai2,.zip,.tsv,.dat";

export function StatementZone({ slim, onFile }: StatementZoneProps) {
  const { bankLines: words } = useWords();
  return (
    <DropZone
      title={slim ? words.dropAgain : words.drop}
      slim={slim}
      label={words.choose}
      accept={ACCEPT}
      onFile={onFile}
    >
      {!slim && (
        <>
          <span className="quiet drop-hint">{words.dropHint}</span>
          <span className="quiet small">{words.lead}</span>
        </>
      )}
    </DropZone>
  );
}

type StatementInputProps = { readonly id: string; readonly onFile: (file: File) => void };

export function StatementInput({ id, onFile }: StatementInputProps) {
  const { bankLines: words } = useWords();
  return <FileInput id={id} label={words.choose} accept={ACCEPT} onFile={onFile} />;
}
