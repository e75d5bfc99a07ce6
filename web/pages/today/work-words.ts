/** What is to be done as a few words, an icon and a tone, for chips and for the pane. */
import type { WorkItem } from "../../../src/contract/today.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { channelIcon } from "../../ui/channel-icon.ts";
import type { IconName } from "../../ui/icon.tsx";
import { named } from "../../words/named.ts";
import type { Words } from "../../words/zh.ts";
import type { Language } from "../../words.tsx";

export type WorkWords = {
  readonly icon: IconName;
  readonly text: string;
  readonly tone: "" | "accent" | "warning" | "danger";
};

type Speech = { readonly words: Words; readonly language: Language };
type Say = (speech: Speech, item: WorkItem) => WorkWords;

const toneOf = ({ late, due }: WorkItem): WorkWords["tone"] => {
  if (late) return "danger";
  return due ? "accent" : "";
};

const stepName = ({ words, language }: Speech, { step, kind }: WorkItem): string =>
  step?.name[language] ?? words.work.kinds[kind];

function taskWords({ words }: Speech, { task }: WorkItem): string {
  const { work, terms } = words;
  if (task === null) return work.kinds.desk_task;
  if (task.level !== null) return work.escalatedTo(named(terms.roles, task.level));
  return task.title ?? named(work.taskKinds, task.kind);
}

/** Every kind of work has words, or this does not compile. */
const SAY: Readonly<Record<WorkItem["kind"], Say>> = {
  call_back: ({ words }, item) => ({
    icon: "clock",
    text: item.at === null ? words.work.kinds.call_back : words.work.callBackAt(item.at),
    tone: toneOf(item),
  }),
  promise_broken: ({ words }, { promise }) => ({
    icon: "promise",
    text:
      promise === null
        ? words.work.kinds.promise_broken
        : words.work.promiseBroken(amountWithCurrency(promise.amount)),
    tone: "danger",
  }),
  instalment: ({ words }, { instalment }) => ({
    icon: "promise",
    text:
      instalment === null
        ? words.work.kinds.instalment
        : words.work.instalmentMissed(instalment.number, amountWithCurrency(instalment.open)),
    tone: "danger",
  }),
  desk_task: (speech, item) => ({
    icon: item.task?.kind === "escalation" ? "warning" : "review",
    text: taskWords(speech, item),
    tone: item.late ? "danger" : "warning",
  }),
  task: (speech, item) => ({
    icon: channelIcon(item.step?.channel ?? "call"),
    text: stepName(speech, item),
    tone: "",
  }),
  letter: (speech, item) => ({
    icon: "letter",
    text: speech.words.work.letterWaits(stepName(speech, item)),
    tone: "",
  }),
  promise_due: ({ words }, { promise }) => ({
    icon: "promise",
    text:
      promise === null
        ? words.work.kinds.promise_due
        : words.work.promiseDue(amountWithCurrency(promise.amount)),
    tone: "warning",
  }),
  review: ({ words }) => ({ icon: "review", text: words.work.kinds.review, tone: "" }),
};

export const workWords = (speech: Speech, item: WorkItem): WorkWords =>
  SAY[item.kind](speech, item);

/** A thing to do has no id of its own: its kind and what it is about name it. */
export const workKey = ({ kind, on, step, task, promise, instalment }: WorkItem): string =>
  [kind, step?.id ?? task?.id ?? promise?.id ?? instalment?.agreement ?? on, instalment?.number]
    .filter((part) => part !== undefined)
    .join(":");
