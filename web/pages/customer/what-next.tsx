/** What happens next and why, in sentences: what waits today, and what is foreseen. */
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { PlannedStep } from "../../../src/contract/plan.ts";
import type { Reason } from "../../../src/contract/scalars.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { channelIcon } from "../../ui/channel-icon.ts";
import { Icon } from "../../ui/icon.tsx";
import { Why } from "../../ui/why.tsx";
import { named } from "../../words/named.ts";
import { useLanguage, useWords } from "../../words.tsx";

type Sentence = {
  readonly key: string;
  readonly icon: Parameters<typeof Icon>[0]["name"];
  readonly text: string;
  readonly more: string | null;
  readonly because: readonly Reason[];
};

function useSentences({ next }: CustomerPage): readonly Sentence[] {
  const { words, language } = useLanguage();
  const { customer, terms } = words;
  const asks = (step: PlannedStep) =>
    step.track === "task" || step.totals.length === 0
      ? null
      : customer.asks(words.frame.listOf(step.totals.map(amountWithCurrency)));
  const now = next.now.map((step, index) => ({
    key: step.id ?? `now${index}`,
    icon: channelIcon(step.channel),
    text: customer.nextNow(step.name[language], terms.stepStates[step.state]),
    more: asks(step),
    because: step.because,
  }));
  const day = next.day;
  if (day === null) return now;
  const then = next.steps.map((step, index) => ({
    key: `then${index}`,
    icon: channelIcon(step.channel),
    text: customer.nextThen(day, step.name[language]),
    more: asks(step),
    because: step.because,
  }));
  const left = next.skips.map((skip, index) => ({
    key: `skip${index}`,
    icon: "pause" as const,
    text:
      skip.name === null
        ? customer.nextRests(day, named(words.skipReasons, skip.reason))
        : customer.nextSkip(day, skip.name[language]),
    more: skip.name === null ? null : named(words.skipReasons, skip.reason),
    because: skip.because,
  }));
  return [...now, ...then, ...left];
}

export function WhatNext({ page }: { readonly page: CustomerPage }) {
  const { customer } = useWords();
  const sentences = useSentences(page);
  const { day } = page.next;
  return (
    <section className="card" aria-label={customer.nextTitle}>
      <header>
        <h2>{customer.nextTitle}</h2>
      </header>
      <ul className="body what-next">
        {sentences.length === 0 && (
          <li>
            <Icon name="check" />
            <span>{day === null ? customer.nextNothing : customer.nextRest(day)}</span>
          </li>
        )}
        {sentences.map(({ key, icon, text, more, because }) => (
          <li key={key}>
            <Icon name={icon} />
            <span className="grow">
              {text}
              {more !== null && <span className="quiet"> · {more}</span>}
            </span>
            <Why because={because} />
          </li>
        ))}
      </ul>
    </section>
  );
}
