/** A line's priority: its points as a small stacked bar, each part named on asking. */
import { Tooltip } from "antd";
import type { TodayLine } from "../../../src/contract/today.ts";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";

const FULL = 100;
const SHADES = ["#1758d6", "#5b8def", "#9db9f5", "#c9d8f9"];

export function PriorityBar({ priority }: { readonly priority: TodayLine["priority"] }) {
  const words = useWords();
  const parts = priority.parts.filter(({ points }) => points > 0);
  const said = parts.map(
    ({ code, points }) => `${named(words.priority, code)} ${Math.round(points)}`,
  );
  const label = `${words.today.points(Math.round(priority.points))}: ${words.frame.listOf(said)}`;
  const whole = Math.max(FULL, priority.points);
  return (
    <Tooltip title={label}>
      <span className="priority" role="img" aria-label={label}>
        {parts.map(({ code, points }, index) => (
          <span
            key={code}
            style={{
              width: `${(points / whole) * 100}%`,
              background: SHADES[index % SHADES.length],
            }}
          />
        ))}
      </span>
    </Tooltip>
  );
}
