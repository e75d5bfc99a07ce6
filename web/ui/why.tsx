/** A small *why* that opens the reasons of a decision, each with its facts. */
import { Popover } from "antd";
import type { Reason } from "../../src/contract/scalars.ts";
import { useStepNames } from "../queries/policy.ts";
import type { Words } from "../words/zh.ts";
import { useWords } from "../words.tsx";
import { Icon } from "./icon.tsx";
import { reasonSentence, type StepName, type Trigger } from "./reason.ts";
import "./why.css";

const SHOWN = 12;

/** The reasons as a list; of very many the first dozen and how many more there are. */
export function Reasons({ because }: { readonly because: readonly Reason[] }) {
  const words = useWords();
  const stepName = useStepNames();
  const shown = because.slice(0, SHOWN);
  return (
    <ul className="reasons">
      {shown.map((reason) => {
        const sentence = reasonSentence(words, reason, stepName);
        return <li key={sentence}>{sentence}</li>;
      })}
      {because.length > SHOWN && (
        <li className="quiet">{words.frame.more(because.length - SHOWN)}</li>
      )}
    </ul>
  );
}

/** What decided, before what merely counts: a broken promise says more than a number of days. */
const TELLING = ["one_step_harder", "promise_broken", "caught_up", "entry", "after", "trigger"];

/** A rule is named without its step: the step stands beside it. */
function headline(words: Words, reason: Reason, stepName: StepName): string {
  if (reason.code !== "trigger") return reasonSentence(words, reason, stepName);
  return words.because.rule(reason["trigger"] as Trigger);
}

/** The most telling reason in one line, for lists where the whole is one click away. */
export function useHeadline(): (because: readonly Reason[]) => string {
  const words = useWords();
  const stepName = useStepNames();
  return (because) => {
    const telling = TELLING.map((code) => because.find((reason) => reason.code === code));
    const reason = telling.find((found) => found !== undefined) ?? because[0];
    return reason === undefined ? "" : headline(words, reason, stepName);
  };
}

type WhyProps = { readonly because: readonly Reason[]; readonly compact?: boolean };

export function Why({ because, compact = false }: WhyProps) {
  const words = useWords();
  if (because.length === 0) return null;
  return (
    <Popover
      trigger="click"
      placement="bottom"
      title={words.frame.why}
      content={<Reasons because={because} />}
    >
      <button type="button" className="why">
        <Icon name="question" size={14} />
        <span className={compact ? "seen-by-readers" : undefined}>{words.frame.why}</span>
      </button>
    </Popover>
  );
}
