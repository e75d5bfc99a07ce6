/** What is to be done at a customer as chips in one line; the most pressing first. */
import type { WorkItem } from "../../../src/contract/today.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLanguage } from "../../words.tsx";
import { workKey, workWords } from "./work-words.ts";

type ChipsProps = { readonly work: readonly WorkItem[]; readonly most?: number };

function WorkChip({ item }: { readonly item: WorkItem }) {
  const speech = useLanguage();
  const { icon, text, tone } = workWords(speech, item);
  const { work } = speech.words;
  return (
    <span className={`tag work-chip ${tone}`} title={text}>
      <Icon name={icon} size={12} />
      <span className="clip">{text}</span>
      {item.kind === "call_back" && item.due && <b>{work.dueNow}</b>}
    </span>
  );
}

export function WorkChips({ work, most = 2 }: ChipsProps) {
  const { words } = useLanguage();
  const shown = work.slice(0, most);
  return (
    <span className="work-chips">
      {shown.map((item) => (
        <WorkChip key={workKey(item)} item={item} />
      ))}
      {work.length > most && (
        <span className="small quiet nowrap">{words.work.more(work.length - most)}</span>
      )}
    </span>
  );
}
