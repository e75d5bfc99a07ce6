/** What to ask in this task, as the policy says; an answer fills in the form below. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { policyQuery } from "../queries/policy.ts";
import { useCreditor } from "../queries/session.ts";
import { useLanguage } from "../words.tsx";
import type { OutcomeGiven } from "./outcome-more.tsx";

type Answers = ReadonlyMap<string, { readonly key: string; readonly leadsTo: string }>;
export type Suggested = Pick<OutcomeGiven, "outcome" | "said"> & {
  readonly overdueReason?: NonNullable<OutcomeGiven["overdueReason"]>;
};

/** Of several answers the gravest decides what came of the talk. */
const GRAVEST: readonly (readonly [string, OutcomeGiven["outcome"]])[] = [
  ["dispute", "disputed"],
  ["invoice_copy", "invoice_copy_asked"],
  ["escalation", "refused_to_pay"],
  ["promise", "promised"],
  ["plan", "reached"],
  ["follow_up", "reached"],
];
const REASONS = ["oversight", "cash", "procedure", "dispute", "malice"] as const;

export function outcomeOf(answers: Answers): OutcomeGiven["outcome"] {
  const led = [...answers.values()].map(({ leadsTo }) => leadsTo);
  return GRAVEST.find(([leadsTo]) => led.includes(leadsTo))?.[1] ?? "confirmed";
}

function reasonOf(answers: Answers) {
  const keys = [...answers.values()].map(({ key }) => key);
  return REASONS.find((reason) => keys.includes(reason));
}

type ScriptProps = {
  /** The key of the policy's step. */
  readonly step: string;
  readonly onAnswer: (suggested: Suggested) => void;
};

export function Script({ step, onAnswer }: ScriptProps) {
  const { words, language } = useLanguage();
  const { data } = useQuery(policyQuery(useCreditor().code));
  const [answers, setAnswers] = useState<Answers>(new Map());
  const asks = data?.steps.find(({ key }) => key === step)?.asks ?? [];
  if (asks.length === 0) return null;
  const choose = (question: string, answer: { key: string; leadsTo: string }) => {
    const next = new Map(answers).set(question, answer);
    const said = asks.flatMap(({ key, name, answers: possible }) => {
      const given = possible.find((one) => one.key === next.get(key)?.key);
      return given === undefined ? [] : [`${name[language]} ${given.name[language]}`];
    });
    const overdueReason = reasonOf(next);
    setAnswers(next);
    onAnswer({
      outcome: outcomeOf(next),
      said: said.join("\n"),
      ...(overdueReason === undefined ? {} : { overdueReason }),
    });
  };
  return (
    <fieldset className="script">
      <legend>{words.acts.script}</legend>
      {asks.map((question) => (
        <div key={question.key} className="script-line">
          <span>{question.name[language]}</span>
          <span className="line wrap">
            {question.answers.map((answer) => (
              <button
                key={answer.key}
                type="button"
                className="chip small-chip"
                aria-pressed={answers.get(question.key)?.key === answer.key}
                onClick={() => choose(question.key, answer)}
              >
                {answer.name[language]}
              </button>
            ))}
          </span>
        </div>
      ))}
    </fieldset>
  );
}
