/** The first day: a person chooses where what was overdue before enters the ladder. */
import { Radio } from "antd";
import { useChooseEntry } from "../../queries/plan.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLanguage, useWords } from "../../words.tsx";
import type { PlanAnswer } from "./plan-answer.ts";

export function FirstDay({ plan }: { readonly plan: PlanAnswer }) {
  const { plan: words, refusal } = useWords();
  const { language } = useLanguage();
  const choose = useChooseEntry();
  const { entry, can } = plan;
  const allowed = can.chooseEntry === true;
  return (
    <section className="first-day" aria-label={words.firstDay}>
      <div className="line">
        <Icon name="info" />
        <h2>{words.firstDay}</h2>
      </div>
      <p>{words.firstDayText(entry.affectedItems)}</p>
      <Radio.Group
        value={entry.chosen}
        disabled={!allowed || choose.isPending}
        onChange={({ target }) => choose.mutate(String(target.value))}
        options={entry.choices.map((choice) => ({
          value: choice.entry,
          label: choice.name[language],
        }))}
        vertical
      />
      {can.chooseEntry !== true && (
        <p className="small">{refusal({ type: "", ...can.chooseEntry })}</p>
      )}
    </section>
  );
}
