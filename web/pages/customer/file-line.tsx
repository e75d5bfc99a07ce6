/** One paper of a customer's file: what it is, when, and the ways to see and to save it. */
import { Icon, type IconName } from "../../ui/icon.tsx";
import { useWords } from "../../words.tsx";

const UNIT = 1024;

/** "820 KB", "3.4 MB". */
export function sizeWords(bytes: number): string {
  const kilobytes = bytes / UNIT;
  if (kilobytes < UNIT) return `${Math.max(1, Math.round(kilobytes))} KB`;
  return `${(kilobytes / UNIT).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}

type FileLineProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly day: string;
  readonly text: string | null;
  readonly url: string;
  readonly saveAs: string;
  /** Whether a browser may show it; otherwise it is only saved. */
  readonly shows: boolean;
};

export function FileLine({ icon, title, day, text, url, saveAs, shows }: FileLineProps) {
  const { customer } = useWords();
  return (
    <li className="agreed">
      <span className="quiet">
        <Icon name={icon} />
      </span>
      <span className="two-lines grow">
        <span className="line wrap">
          <span className="strong file-name">{title}</span>
          <span className="quiet number">{day}</span>
        </span>
        {text !== null && <span className="quiet small">{text}</span>}
      </span>
      {shows && (
        <a className="small nowrap" href={url} target="_blank" rel="noreferrer">
          {customer.show}
        </a>
      )}
      <a className="small nowrap" href={url} download={saveAs} aria-label={customer.save(title)}>
        {customer.download}
      </a>
    </li>
  );
}
