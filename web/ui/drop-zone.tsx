/** Where a file is dropped or chosen. */
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { Icon } from "./icon.tsx";
import "./drop-zone.css";

type FileInputProps = {
  readonly onFile: (file: File) => void;
  readonly label: string;
  /** Endings the browser offers first; every file may be dropped. */
  readonly accept: string;
};

type DropZoneProps = FileInputProps & {
  /** What the area is for, in one line. */
  readonly title: string;
  /** One line in height, above a list. */
  readonly slim?: boolean;
  readonly children?: ReactNode;
};

export function DropZone({ title, slim = false, children, onFile, ...input }: DropZoneProps) {
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
      className={`card drop-zone${over ? " over" : ""}${slim ? " slim" : ""}`}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <label htmlFor={id}>
        <span className="empty-icon">
          <Icon name="import" size={slim ? 16 : 22} />
        </span>
        <span className="strong">{title}</span>
        {children}
      </label>
      <FileInput id={id} onFile={onFile} {...input} />
    </section>
  );
}

/** The browser's own file field: out of sight, but reached by the keyboard. */
export function FileInput({ id, onFile, label, accept }: FileInputProps & { readonly id: string }) {
  return (
    <input
      id={id}
      type="file"
      className="seen-by-readers"
      aria-label={label}
      accept={accept}
      onChange={(event) => {
        const file = event.target.files?.[0];
        if (file !== undefined) onFile(file);
        event.target.value = "";
      }}
    />
  );
}
