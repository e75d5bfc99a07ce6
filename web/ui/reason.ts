/** Reasons with their facts, as sentences of the reader's language. */
import type { Reason, WireMoney } from "../../src/contract/scalars.ts";
import type { Because } from "../../src/domain/strategy/because.ts";
import { parseMoney } from "../../src/domain/values/money.ts";
import { named } from "../words/named.ts";
import type { Words } from "../words/zh.ts";
import { amountWithCurrency } from "./amount.tsx";

export type Trigger = { readonly unit: "days" | "working_days"; readonly days: number };
/** The name of a step's key, as the policy has it. */
export type StepName = (key: string) => string;

const isWireMoney = (value: unknown): value is WireMoney =>
  typeof value === "object" && value !== null && "amount" in value && "currency" in value;

/** An amount among the facts: text in the currency named beside it, or money as on the wire. */
function amountFact(reason: Reason, key: string): string {
  const value = reason[key];
  if (isWireMoney(value)) return amountWithCurrency(value);
  const currency = reason["currency"];
  if (typeof value !== "string" || typeof currency !== "string") return "–";
  return parseMoney(value, currency).ok
    ? amountWithCurrency({ amount: value, currency })
    : `${currency} ${value}`;
}

function facts(reason: Reason) {
  const text = (key: string): string => String(reason[key] ?? "");
  return {
    text,
    maybe: (key: string): string | null => (reason[key] == null ? null : text(key)),
    count: (key: string): number => Number(reason[key] ?? 0),
    amount: (key: string): string => amountFact(reason, key),
    trigger: (reason["trigger"] ?? { unit: "days", days: 0 }) as Trigger,
  };
}

type Say = (words: Words, reason: ReturnType<typeof facts>, step: StepName) => string;

/** Every reason the plan knows has a sentence, or this does not compile. */
const SENTENCES: Readonly<Record<Because["code"], Say>> = {
  days_past_due: ({ because }, f) => because.days_past_due(f.text("item"), f.count("days")),
  days_before_due: ({ because }, f) => because.days_before_due(f.text("item"), f.count("days")),
  working_days_before_due: ({ because }, f) =>
    because.working_days_before_due(f.text("item"), f.count("days")),
  trigger: ({ because }, f, step) => because.trigger(step(f.text("step")), f.trigger),
  after: ({ because }, f, step) => because.after(step(f.text("step")), step(f.text("wanted"))),
  entry: (words, f, step) => {
    const entry = f.text("entry");
    const name = Object.hasOwn(words.entries, entry) ? named(words.entries, entry) : step(entry);
    return words.because.entry(name, f.text("liveOn"));
  },
  caught_up: ({ because }, f) => because.caught_up(f.text("missedSince")),
  promise_broken: ({ because }, f) => because.promise_broken(f.text("judgedOn") || f.text("on")),
  one_step_harder: ({ because }, f, step) =>
    because.one_step_harder(f.text("item"), step(f.text("step")), f.text("wouldComeOn")),
  grace: ({ because }, f) => because.grace(f.maybe("grade"), f.count("days")),
  grace_until: ({ because }, f) =>
    because.grace_until(f.text("item"), f.text("until"), f.maybe("grade"), f.count("days")),
  held: ({ because, terms }, f) =>
    because.held(f.text("item"), named(terms.holdKinds, f.text("kind")), f.maybe("until")),
  disputed: ({ because }, f) => because.disputed(f.text("item"), f.amount("amount")),
  planned: ({ because }, f) =>
    because.planned(f.text("item"), f.amount("amount"), f.maybe("until")),
  promised: ({ because }, f) =>
    because.promised(f.text("item"), f.amount("amount"), f.maybe("until")),
  covered_by_unapplied: ({ because }, f) =>
    because.covered_by_unapplied(f.amount("unapplied"), f.amount("due")),
  below_minimum: ({ because }, f) => because.below_minimum(f.amount("due"), f.amount("minimum")),
  frequency: ({ because }, f) =>
    because.frequency(f.text("lastOn"), f.count("everyDays"), f.text("freeOn")),
  not_a_working_day: ({ because }, f) => because.not_a_working_day(f.text("nextOn")),
  one_message_a_day: ({ because }, f) => because.one_message_a_day(f.text("nextOn")),
  no_evidence_case: ({ because }, f, step) => because.no_evidence_case(step(f.text("step"))),
};

const isKnown = (code: string): code is Because["code"] => Object.hasOwn(SENTENCES, code);

/** Steps are named by their keys on the wire. */
const withStepName = (reason: Reason, step: StepName): Reason =>
  typeof reason["step"] === "string" ? { ...reason, step: step(reason["step"]) } : reason;

/** One reason as a sentence; a code without words is shown as it is rather than hidden. */
export function reasonSentence(words: Words, reason: Reason, step: StepName): string {
  if (!isKnown(reason.code)) {
    return words.workReason(withStepName(reason, step)) ?? words.because.unknown(reason.code);
  }
  return SENTENCES[reason.code](words, facts(reason), step);
}
