/** How many customers are chosen, and what can be done with all of them. */
import { Button } from "antd";
import type { TodayLine } from "../../../src/contract/today.ts";
import { useWords } from "../../words.tsx";
import type { Choice } from "./choice.ts";

type ChosenBarProps = {
  readonly choice: Choice;
  readonly lines: readonly TodayLine[];
  readonly total: number;
  readonly onBulk: () => void;
};

export function ChosenBar({ choice, lines, total, onBulk }: ChosenBarProps) {
  const { work } = useWords();
  return (
    <div className="chosen-bar" role="status">
      <span className="strong">{work.chosen(choice.ids.size)}</span>
      {lines.length < total && (
        <span className="small quiet number">{work.chosenOf(lines.length, total)}</span>
      )}
      <span className="grow" />
      <Button size="small" onClick={choice.none}>
        {work.chooseNone}
      </Button>
      <Button size="small" type="primary" aria-keyshortcuts="e" onClick={onBulk}>
        {work.bulk.open} <kbd>E</kbd>
      </Button>
    </div>
  );
}
