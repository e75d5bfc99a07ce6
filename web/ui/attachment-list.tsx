/** Attachments in a row: pictures as small previews, everything else by name. */
import type { Attachment } from "../../src/contract/attachment.ts";
import { attachmentUrl } from "../queries/customer-files.ts";
import { useCreditor } from "../queries/session.ts";
import { useWords } from "../words.tsx";
import { Icon } from "./icon.tsx";
import "./attachments.css";

type ThumbProps = {
  readonly file: Attachment;
  readonly onRemove?: ((file: Attachment) => void) | undefined;
};

export function AttachmentThumb({ file, onRemove }: ThumbProps) {
  const { contactDesk } = useWords();
  const url = attachmentUrl(useCreditor().code, file.id);
  const picture = file.inline && file.mediaType.startsWith("image/");
  return (
    <li className="attachment">
      <a
        href={url}
        aria-label={contactDesk.open(file.fileName)}
        title={file.fileName}
        {...(file.inline ? { target: "_blank", rel: "noreferrer" } : { download: file.fileName })}
      >
        {picture ? (
          <img src={url} alt="" loading="lazy" />
        ) : (
          <span className="attachment-kind">
            <Icon name={file.mediaType.startsWith("message/") ? "email" : "file"} size={18} />
          </span>
        )}
        <span className="clip small">{file.fileName}</span>
      </a>
      {onRemove !== undefined && (
        <button
          type="button"
          aria-label={contactDesk.remove(file.fileName)}
          onClick={() => onRemove(file)}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </li>
  );
}

export function AttachmentList({ files }: { readonly files: readonly Attachment[] }) {
  const { contactDesk } = useWords();
  if (files.length === 0) return null;
  return (
    <ul className="attachments" aria-label={contactDesk.attachments}>
      {files.map((file) => (
        <AttachmentThumb key={file.id} file={file} />
      ))}
    </ul>
  );
}
