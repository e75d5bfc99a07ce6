/** A customer's priority: its points as a small stacked bar; asking opens each part with why. */
import { Popover } from "antd";
import type { Priority } from "../../src/contract/case.ts";
import { useStepNames } from "../queries/policy.ts";
import { named } from "../words/named.ts";
import { useWords } from "../words.tsx";
import { reasonSentence } from "./reason.ts";
import "./priority-bar.css";

const FULL = 100;
/** A shade for each rule, the same everywhere; the list beside it says which is which. */
const SHADES: Readonly<Record<string, string>> = {
  amount: "#123f8c",
  days_late: "#1758d6",
  grade: "#4c82e3",
  broken_promise: "#a45a00",
  limitation: "#7b4fb0",
  last_contact: "#5b6472",
  customer_value: "#1a7f8a",
};

const shadeOf = (code: string): string => SHADES[code] ?? "#98a1ae";

function Bar({ priority }: { readonly priority: Priority }) {
  const whole = Math.max(FULL, priority.points);
  return (
    <span className="priority" aria-hidden="true">
      {priority.parts.map(({ code, points }) => (
        <span
          key={code}
          style={{ width: `${(points / whole) * 100}%`, background: shadeOf(code) }}
        />
      ))}
    </span>
  );
}

/** Each rule with its points, the most it can give, and the facts behind it. */
export function PriorityParts({ priority }: { readonly priority: Priority }) {
  const words = useWords();
  const stepName = useStepNames();
  if (priority.parts.length === 0) return <p className="quiet">{words.work.noPoints}</p>;
  return (
    <ul className="priority-parts">
      {priority.parts.map(({ code, points, because }) => (
        <li key={code}>
          <i style={{ background: shadeOf(code) }} aria-hidden="true" />
          <span className="two-lines">
            <span>{named(words.pointNames, code)}</span>
            <span className="quiet small">{reasonSentence(words, because, stepName)}</span>
          </span>
          <span className="number nowrap">
            {words.work.pointsOf(points, Number(because["most"] ?? points))}
          </span>
        </li>
      ))}
    </ul>
  );
}

type PriorityBarProps = {
  readonly priority: Priority;
  /** Opened and closed from outside, by a key. */
  readonly open?: boolean;
  readonly onOpen?: (open: boolean) => void;
  /** In a list the keyboard opens the reasons of the chosen line: no stop on every row. */
  readonly inList?: boolean;
};

export function PriorityBar({ priority, open, onOpen, inList = false }: PriorityBarProps) {
  const { work } = useWords();
  const title = work.pointsTitle(priority.points);
  return (
    <Popover
      trigger={["hover", "focus", "click"]}
      placement="bottomLeft"
      mouseEnterDelay={0.3}
      title={title}
      content={<PriorityParts priority={priority} />}
      {...(open === undefined ? {} : { open })}
      {...(onOpen === undefined ? {} : { onOpenChange: onOpen })}
    >
      <button
        type="button"
        className="priority-button"
        aria-label={title}
        tabIndex={inList ? -1 : 0}
      >
        <Bar priority={priority} />
        <span className="number small">{priority.points}</span>
      </button>
    </Popover>
  );
}
