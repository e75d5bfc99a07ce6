/** One step of the ladder in words. */
import { useStepNames } from "../../queries/policy.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { channelIcon } from "../../ui/channel-icon.ts";
import { Icon } from "../../ui/icon.tsx";
import { named } from "../../words/named.ts";
import { useLanguage } from "../../words.tsx";
import type { PolicyStep } from "./policy-answer.ts";

function useConditions(step: PolicyStep): readonly string[] {
  const { words } = useLanguage();
  const stepName = useStepNames();
  const { policy, terms, frame } = words;
  const { onlyIf } = step;
  return [
    ...(step.tone === null ? [] : [named(terms.tones, step.tone)]),
    ...(step.recipients.length === 0
      ? []
      : [frame.listOf(step.recipients.map((role) => named(terms.contactRoles, role)))]),
    ...(step.per === "invoice" ? [policy.perInvoice] : []),
    ...(step.after === null ? [] : [policy.onlyAfter(stepName(step.after))]),
    ...(step.minimum.length === 0
      ? []
      : [policy.minimum(frame.listOf(step.minimum.map(amountWithCurrency)))]),
    ...(onlyIf === null ? [] : [policy.onlyIf[onlyIf.kind]]),
    ...(onlyIf === null || onlyIf.amounts.length === 0
      ? []
      : [policy.minimum(frame.listOf(onlyIf.amounts.map(amountWithCurrency)))]),
  ];
}

function Asks({ step }: { readonly step: PolicyStep }) {
  const { words, language } = useLanguage();
  if (step.asks.length === 0) return null;
  return (
    <details className="step-asks">
      <summary>{words.policy.asks}</summary>
      <ul>
        {step.asks.map((question) => (
          <li key={question.key}>
            {question.name[language]}{" "}
            <span className="quiet">
              {question.answers.map(({ name }) => name[language]).join(" / ")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function LadderStep({ step }: { readonly step: PolicyStep }) {
  const { words, language } = useLanguage();
  const { policy, terms } = words;
  const conditions = useConditions(step);
  return (
    <li className="ladder-step">
      <span className="ladder-when number">{words.triggerWords(step.trigger)}</span>
      <span className="channel-icon">
        <Icon name={channelIcon(step.channel)} />
      </span>
      <div className="grow">
        <div className="line wrap">
          <span className="strong">{step.name[language]}</span>
          <span className="tag">{named(terms.channels, step.channel)}</span>
          <span className={`tag ${step.by === "person" ? "warning" : "success"}`}>
            {terms.by[step.by]}
          </span>
        </div>
        {conditions.length > 0 && <p className="quiet small">{conditions.join(" · ")}</p>}
        <Asks step={step} />
      </div>
      <span className={step.today > 0 ? "tag accent number" : "quiet small number"}>
        {step.today > 0 ? policy.today(step.today) : "–"}
      </span>
    </li>
  );
}
