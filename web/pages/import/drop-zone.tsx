/** The import page's place for a table. */
import { DropZone, FileInput } from "../../ui/drop-zone.tsx";
import { useWords } from "../../words.tsx";

type TableZoneProps = { readonly onFile: (file: File) => void };

const ACCEPT = ".xlsx,.xls,.csv,.txt,.tsv";

export function TableZone({ onFile }: TableZoneProps) {
  const { imports: words } = useWords();
  return (
    <DropZone title={words.drop} label={words.choose} accept={ACCEPT} onFile={onFile}>
      <span className="quiet">{words.dropHint}</span>
      <span className="quiet small">{words.lead}</span>
    </DropZone>
  );
}

export function TableInput({ id, onFile }: TableZoneProps & { readonly id: string }) {
  const { imports: words } = useWords();
  return <FileInput id={id} label={words.choose} accept={ACCEPT} onFile={onFile} />;
}
