/** Tasks of the house, of no customer: folded, one line each. */
import type { TodayAnswer } from "../../queries/today.ts";
import { Why } from "../../ui/why.tsx";
import { useLanguage } from "../../words.tsx";
import { workKey, workWords } from "./work-words.ts";

export function HouseTasks({ today }: { readonly today: TodayAnswer }) {
  const speech = useLanguage();
  const { work } = speech.words;
  if (today.houseTasks.length === 0) return null;
  return (
    <details className="follow-ups">
      <summary>
        {work.houseTasks} <b className="number">{today.houseTasks.length}</b>
      </summary>
      <ul>
        {today.houseTasks.map((item) => (
          <li key={workKey(item)}>
            <span className={item.late ? "number danger-text" : "number quiet"}>{item.on}</span>
            <span className="clip">{workWords(speech, item).text}</span>
            <Why because={item.because} compact />
          </li>
        ))}
      </ul>
    </details>
  );
}
