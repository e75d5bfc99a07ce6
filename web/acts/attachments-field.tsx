/** Uploads beside a form's fields: several files, each with its progress. */
import { Button } from "antd";
import { useRef, useState } from "react";
import type { Attachment } from "../../src/contract/attachment.ts";
import { problemOf } from "../api.ts";
import { discardAttachment, uploadAttachment } from "../queries/contacts.ts";
import { useCreditor } from "../queries/session.ts";
import { AttachmentThumb } from "../ui/attachment-list.tsx";
import { Icon } from "../ui/icon.tsx";
import { useWords } from "../words.tsx";

const ACCEPT = "image/*,.pdf,.eml,.msg,.docx,.xlsx";

type Upload = { readonly name: string; readonly percent: number };

type FieldProps = {
  readonly customer: string;
  readonly files: readonly Attachment[];
  readonly onFiles: (files: readonly Attachment[]) => void;
};

/** Files leave one after the other, so that a slow line shows which one is under way. */
function useUploads({ customer, files, onFiles }: FieldProps) {
  const words = useWords();
  const creditor = useCreditor().code;
  const [under, setUnder] = useState<Upload | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const upload = async (chosen: readonly File[]) => {
    const wrong: string[] = [];
    let kept = files;
    for (const file of chosen) {
      setUnder({ name: file.name, percent: 0 });
      try {
        const told = (percent: number) => setUnder({ name: file.name, percent });
        kept = [...kept, await uploadAttachment({ creditor, customer }, file, told)];
        onFiles(kept);
      } catch (error) {
        wrong.push(`${file.name}: ${words.refusal(problemOf(error))}`);
      }
    }
    setUnder(null);
    setFaults(wrong);
  };
  const remove = (file: Attachment) => {
    onFiles(files.filter(({ id }) => id !== file.id));
    void discardAttachment(creditor, file.id).catch(() => undefined);
  };
  return { under, faults, upload, remove };
}

export function AttachmentsField(props: FieldProps) {
  const { contactDesk } = useWords();
  const { under, faults, upload, remove } = useUploads(props);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="stack">
      <div className="attach-line">
        <Button
          size="small"
          icon={<Icon name="plus" size={12} />}
          loading={under !== null}
          onClick={() => input.current?.click()}
        >
          {contactDesk.attach}
        </Button>
        <span className="quiet small" aria-live="polite">
          {under === null
            ? contactDesk.attachHint
            : contactDesk.uploading(under.name, under.percent)}
        </span>
        <input
          ref={input}
          type="file"
          multiple
          accept={ACCEPT}
          className="seen-by-readers"
          tabIndex={-1}
          aria-label={contactDesk.attach}
          onChange={(event) => {
            void upload([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {under !== null && (
        <div className="attach-progress" role="progressbar" aria-valuenow={under.percent}>
          <span style={{ width: `${under.percent}%` }} />
        </div>
      )}
      {faults.map((fault) => (
        <p key={fault} className="notice danger small" role="alert">
          {fault}
        </p>
      ))}
      {props.files.length > 0 && (
        <ul className="attachments">
          {props.files.map((file) => (
            <AttachmentThumb key={file.id} file={file} onRemove={remove} />
          ))}
        </ul>
      )}
    </div>
  );
}
