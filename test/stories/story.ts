/** A story: an account's life in plain text, read line by line and lived day by day. */
import { judgeDuePromises } from "../../src/domain/desk/promise-judgement.ts";
import type { AccountPromise, CustomerAccount } from "../../src/domain/strategy/dunning-account.ts";
import type { DunningPlan } from "../../src/domain/strategy/dunning-plan.ts";
import type { Grade } from "../../src/domain/strategy/policy.ts";
import { addDays, type PlainDate, plainDate } from "../../src/domain/values/calendar.ts";
import { add, type Money, money } from "../../src/domain/values/money.ts";
import { account, carriedOut, china, type Frame, planOn, policyNamed } from "../kit/dunning.ts";
import { factsOf, type Line, type Told, VERBS, wrong } from "./verbs.ts";

/** What a day brought: the plan as carried out, and the promises judged. */
export type Day = {
  readonly on: PlainDate;
  readonly plan: DunningPlan;
  readonly judged: readonly string[];
  readonly outstanding: readonly Money[];
};

export type Story = {
  readonly frame: Frame;
  readonly grade: Grade | null;
  readonly lines: readonly Line[];
};

/** The first line sets the scene; each other one has a day, a verb and its words; `#` remarks. */
export function readStory(text: string): Story {
  const told = text
    .split("\n")
    .map((line, index) => ({
      number: index + 1,
      text: line.replace(/#.*/, "").replace(/\s+/g, " ").trim(),
    }))
    .filter(({ text: words }) => words !== "");
  const [scene, ...rest] = told;
  if (scene === undefined) throw new Error("a story has a first line");
  const set = (name: string) => new RegExp(`\\b${name} (\\S+)`).exec(scene.text)?.[1];
  return {
    frame: {
      policy: policyNamed(set("policy") ?? wrong(scene, "no policy")),
      calendar: set("country") === "china" ? china : wrong(scene, "an unknown country"),
      entry: {
        liveOn: plainDate(set("live") ?? "2000-01-01"),
        entry: set("entry") ?? "first_letter",
      },
    },
    grade: (set("grade") as Grade | undefined) ?? null,
    lines: rest.map((line) => {
      const [, on, words] = /^(\d{4}-\d\d-\d\d)\s+(.+)$/.exec(line.text) ?? wrong(line, "no day");
      return { number: line.number, text: words ?? "", on: plainDate(on ?? "") };
    }),
  };
}

function happen(told: Told, line: Line, frame: Frame): Told {
  const said = line.text.replace(/\s*".*"$/, "");
  for (const [pattern, verb] of VERBS) {
    const match = new RegExp(`^${pattern}$`).exec(said);
    if (match !== null) return verb(told, match.slice(1), line, frame);
  }
  return wrong(line, "no such verb");
}

/** The sum that is open in each currency. */
function outstandingOf({ items }: CustomerAccount): Money[] {
  const sums = new Map<string, Money>();
  for (const { currency, open } of items) {
    const part = money(open, currency);
    const sum = sums.get(currency);
    sums.set(currency, sum === undefined ? part : add(sum, part));
  }
  return [...sums.values()];
}

/** Judges the promises that are due, as the day does before it plans. */
function judgeDay(told: Told, on: PlainDate): { readonly told: Told; readonly judged: string[] } {
  const facts = factsOf(told);
  const { judged, promises } = judgeDuePromises(facts, on);
  const came = new Map(judged.map((moved) => [moved.id, moved]));
  const kept = facts.promises.flatMap((promise): readonly AccountPromise[] => {
    const moved = came.get(promise.id);
    if (moved === undefined) return promise.state === "kept" ? [promise] : [];
    if (moved.state !== "kept") return [];
    const counted = new Map(moved.items.map((part) => [part.item, part.came]));
    const items = promise.items.map((part) => ({ ...part, came: counted.get(part.item) ?? 0n }));
    return [{ ...promise, state: "kept", judgedOn: on, items }];
  });
  const states = judged.map(({ state }) => state);
  return { told: { ...told, at: { ...told.at, promises }, kept }, judged: states };
}

/**
 * Lives the story: what happens on a day happens before the day is closed; the customer is looked
 * at only when woken or touched, or when the story has a line (or `every` day); what is planned is
 * done.
 */
export function* live({ frame, grade, lines }: Story, every = false): Generator<Day> {
  let told: Told = {
    ...{ at: account([], { grade }), items: new Map(), kept: [], money: [], moved: [] },
    unappliedOn: plainDate("2000-01-01"),
  };
  let wakeOn: PlainDate | null = null;
  const last = lines.at(-1)?.on ?? "";
  for (let on = lines[0]?.on ?? plainDate("2000-01-01"); on <= last; on = addDays(on, 1)) {
    const today = lines.filter((line) => line.on === on);
    const happens = today.filter(({ text }) => !text.startsWith("expect "));
    const morning: Told = { ...told, moved: [] };
    told = happens.reduce((before: Told, line) => happen(before, line, frame), morning);
    if (!every && today.length === 0 && (wakeOn === null || on < wakeOn)) continue;
    const day = judgeDay(told, on);
    const plan = planOn(day.told.at, frame, on);
    const at = carriedOut(day.told.at, plan, on);
    const items = new Map([...told.items, ...at.items.map((item) => [item.id, item] as const)]);
    const judged = [...told.moved, ...day.judged];
    told = { ...day.told, at, items };
    wakeOn = plan.wakeOn;
    yield { on, plan, judged, outstanding: outstandingOf(at) };
  }
}
