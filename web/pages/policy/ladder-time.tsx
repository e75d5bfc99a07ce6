/** The steps on a line of days, from a week before due to 120 days past due. */
import { Tooltip } from "antd";
import { useLanguage } from "../../words.tsx";
import type { PolicyStep } from "./policy-answer.ts";

const FIRST = -7;
const LAST = 120;
/** The days around the due day are where most happens: they get more room than the rest. */
const MARKS = [-7, 0, 7, 30, 60, 90, 120];

/**
 * Where a day stands, in percent of the width: piecewise straight between the marks, each piece
 * as wide as the others.
 */
export function placeOf(day: number): number {
  const bounded = Math.min(LAST, Math.max(FIRST, day));
  const piece = 100 / (MARKS.length - 1);
  const at = MARKS.findLastIndex((mark) => mark <= bounded);
  const from = MARKS[at] ?? FIRST;
  const until = MARKS[at + 1];
  if (until === undefined) return 100;
  return (at + (bounded - from) / (until - from)) * piece;
}

function useMarkName() {
  const { words } = useLanguage();
  return (day: number): string => {
    if (day === 0) return words.policy.dueDay;
    return day < 0 ? words.policy.before(day) : words.policy.after(day);
  };
}

/** Steps of the same place are stacked, so that none hides another. */
function stacked(steps: readonly PolicyStep[]) {
  const heights = new Map<number, number>();
  return steps.map((step) => {
    const place = Math.round(placeOf(step.trigger.days));
    const height = heights.get(place) ?? 0;
    heights.set(place, height + 1);
    return { step, height };
  });
}

export function LadderTime({ steps }: { readonly steps: readonly PolicyStep[] }) {
  const { words, language } = useLanguage();
  const markName = useMarkName();
  const placed = stacked(steps);
  const highest = placed.reduce((most, { height }) => Math.max(most, height), 0);
  return (
    <figure className="ladder-time" aria-label={words.policy.timeline}>
      <div className="ladder-dots" style={{ height: 22 + highest * 14 }}>
        {placed.map(({ step, height }) => (
          <Tooltip
            key={step.key}
            title={`${step.name[language]} · ${words.triggerWords(step.trigger)}`}
          >
            <span
              className={`ladder-dot stage-${step.stage} track-${step.track}`}
              style={{ left: `${placeOf(step.trigger.days)}%`, bottom: 4 + height * 14 }}
            />
          </Tooltip>
        ))}
      </div>
      <div className="ladder-axis" aria-hidden="true">
        {MARKS.map((mark) => (
          <span key={mark} style={{ left: `${placeOf(mark)}%` }}>
            {markName(mark)}
          </span>
        ))}
      </div>
    </figure>
  );
}
