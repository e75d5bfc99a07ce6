/** The ladder by stage: when, how, by whom, and how often today; above it the steps in time. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { useWords } from "../../words.tsx";
import { CashPolicy } from "./cash-policy.tsx";
import { LadderStep } from "./ladder-step.tsx";
import { LadderTime } from "./ladder-time.tsx";
import type { PolicyAnswer } from "./policy-answer.ts";

const STAGES = ["pre_due", "early", "middle", "late", "legal"] as const;
type PolicyProps = { readonly policy: PolicyAnswer };

function Today({ policy }: PolicyProps) {
  const { policy: words } = useWords();
  const { code } = useCreditor();
  const all = policy.steps.reduce((sum, { today }) => sum + today, 0);
  return (
    <p className="line wrap">
      <span className="strong">{words.todayTitle}</span>
      <span>{all === 0 ? words.todayNone : words.todayAll(all, policy.day)}</span>
      <Link to={PATHS.plan} params={{ creditor: code }}>
        {words.seePlan}
      </Link>
    </p>
  );
}

function Settings({ policy }: PolicyProps) {
  const { policy: words, frame } = useWords();
  const { demandEveryDays, remindersPerInvoice, graceDays, promises } = policy.settings;
  const grace = Object.entries(graceDays).filter(([, days]) => days > 0);
  const lines: readonly (readonly [string, ReactNode])[] = [
    [words.everyDays, words.everyDaysValue(demandEveryDays)],
    [words.reminders, words.remindersValue(remindersPerInvoice)],
    [
      words.grace,
      grace.length === 0
        ? words.noGrace
        : frame.listOf(grace.map(([grade, days]) => words.graceValue(grade, days))),
    ],
    [words.promiseFurthest, words.promiseFurthestValue(promises.furthestDays)],
    [words.promiseGrace, words.promiseGraceValue(promises.graceDays)],
    [words.promiseBroken, words.promiseBrokenValue(promises.brokenAllowed)],
  ];
  return (
    <dl className="policy-settings" aria-label={words.settings}>
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Ladder({ policy }: PolicyProps) {
  const { terms } = useWords();
  return (
    <div className="stack wide-gap">
      <Today policy={policy} />
      <LadderTime steps={policy.steps} />
      <Settings policy={policy} />
      {STAGES.map((stage) => {
        const steps = policy.steps.filter((step) => step.stage === stage);
        if (steps.length === 0) return null;
        return (
          <section key={stage} className="ladder-stage">
            <h2 className={`stage-name stage-${stage}`}>{terms.stages[stage]}</h2>
            <ol>
              {steps.map((step) => (
                <LadderStep key={step.key} step={step} />
              ))}
            </ol>
          </section>
        );
      })}
      <CashPolicy cash={policy.cash} />
    </div>
  );
}
