/** Where a file is dropped or chosen. */
import { type DragEvent, useId, useState } from "react";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words.tsx";

type DropZoneProps = { readonly onFile: (file: File) => void };

export function DropZone({ onFile }: DropZoneProps) {
  const { imports: words } = useWords();
  const [over, setOver] = useState(false);
  const id = useId();
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <section
      className={`card drop-zone${over ? " over" : ""}`}
      aria-label={words.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <label htmlFor={id}>
        <span className="empty-icon">
          <Icon name="import" size={22} />
        </span>
        <span className="strong">{words.drop}</span>
        <span className="quiet">{words.dropHint}</span>
        <span className="quiet small">{words.lead}</span>
      </label>
      <FileInput id={id} onFile={onFile} />
    </section>
  );
}

/** The browser's own file field: out of sight, but reached by the keyboard. */
export function FileInput({ id, onFile }: DropZoneProps & { readonly id: string }) {
  const { imports: words } = useWords();
  return (
    <input
      id={id}
      type="file"
      className="seen-by-readers"
      aria-label={words.choose}
      accept=".xlsx,.xls,.csv,.txt,.tsv"
      onChange={(event) => {
        const file = event.target.files?.[0];
        if (file !== undefined) onFile(file);
        event.target.value = "";
      }}
    />
  );
}
