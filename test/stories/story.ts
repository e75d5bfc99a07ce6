/** A story: an account's life in plain text, read line by line and lived day by day. */
import { judgeDuePromises, judgePromise } from "../../src/domain/desk/promise-to-pay.ts";
import type {
  AccountItem,
  AccountPromise,
  CustomerAccount,
} from "../../src/domain/strategy/dunning-account.ts";
import type { DunningPlan } from "../../src/domain/strategy/dunning-plan.ts";
import type { Grade } from "../../src/domain/strategy/policy.ts";
import { addDays, type PlainDate, plainDate } from "../../src/domain/values/calendar.ts";
import type { HoldId, PromiseId } from "../../src/domain/values/ids.ts";
import { add, type Money, money, moneyOf } from "../../src/domain/values/money.ts";
import {
  account,
  carriedOut,
  china,
  dispute,
  type Frame,
  item,
  itemId,
  planOn,
  policyNamed,
} from "../kit/dunning.ts";

/** A line of the story, with its number from 1. */
export type Line = { readonly number: number; readonly text: string; readonly on: PlainDate };

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

const wrong = (line: Pick<Line, "number" | "text">, what: string): never => {
  throw new Error(`line ${line.number}: ${what}\n    ${line.text}`);
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

/** What the account no longer lists, since money may come back: items and promises by their id. */
type Past = {
  readonly items: Map<string, AccountItem>;
  readonly promises: Map<string, AccountPromise>;
};

type Verb = (
  at: CustomerAccount,
  words: string[],
  line: Line,
  frame: Frame,
  past: Past,
) => CustomerAccount;

const AMOUNT = "([\\d.]+) ([A-Z]{3})";

/** What happens to an account: a pattern and what it does. */
const VERBS: readonly (readonly [string, Verb])[] = [
  [
    `invoice (\\S+) ${AMOUNT} due (\\S+)`,
    (at, [number = "", amount = "", currency = "", due = ""]) => ({
      ...at,
      items: [...at.items, item(number, due, amount, { currency })],
    }),
  ],
  [
    `(?:receipt|credit memo) ${AMOUNT} on (\\S+)`,
    (at, [amount, unit, number], line) =>
      settled(at, number, moneyOf(amount ?? "", unit ?? ""), line),
  ],
  [`payment returned ${AMOUNT} on (\\S+)`, returned],
  [
    `(?:receipt|credit memo) ${AMOUNT} unapplied`,
    (at, [amount = "", unit = ""]) => ({ ...at, unapplied: [moneyOf(amount, unit)] }),
  ],
  [
    `unapplied ${AMOUNT} used on (\\S+)`,
    (at, [amount, unit, number], line) => ({
      ...settled(at, number, moneyOf(amount ?? "", unit ?? ""), line),
      unapplied: [],
    }),
  ],
  [`promise ${AMOUNT} on (\\S+) for (\\S+)`, promised],
  [
    `dispute ${AMOUNT} on (\\S+)`,
    (at, [amount = "", , number = ""]) => ({
      ...at,
      disputes: [...at.disputes, dispute(number, amount)],
    }),
  ],
  [
    "dispute closed on (\\S+)",
    (at, [number]) => ({ ...at, disputes: at.disputes.filter((raised) => raised.item !== number) }),
  ],
  [
    "hold until (\\S+)",
    (at, [until = ""], { on }) => ({
      ...at,
      holds: [
        { id: "hold" as HoldId, item: null, kind: "internal", from: on, until: plainDate(until) },
      ],
    }),
  ],
  ["grade ([A-E])", (at, [grade]) => ({ ...at, grade: grade as Grade })],
];

function settled(at: CustomerAccount, number = "", paid: Money, line: Line): CustomerAccount {
  const found = at.items.find(({ id }) => id === number) ?? wrong(line, `${number} is not open`);
  if (paid.minor > found.open) wrong(line, `${number} has less open`);
  const rest: AccountItem = { ...found, open: money(found.open - paid.minor, paid.currency).minor };
  const items = at.items.map((owed) => (owed === found ? rest : owed));
  return { ...at, items: items.filter(({ open }) => open > 0n) };
}

/** The item is open again with its due day and its steps; promises the money kept wait again. */
function returned(
  at: CustomerAccount,
  [amount = "", unit = "", number = ""]: string[],
  line: Line,
  _frame: Frame,
  past: Past,
): CustomerAccount {
  const known = past.items.get(number) ?? wrong(line, `${number} was never there`);
  const back = moneyOf(amount, unit);
  const left = at.items.find(({ id }) => id === number)?.open ?? 0n;
  const open = add(money(left, back.currency), back).minor;
  const others = at.items.filter(({ id }) => id !== number);
  const kept = [...past.promises.values()].filter(({ items }) =>
    items.some(({ item }) => item === number),
  );
  for (const { id } of kept) past.promises.delete(id);
  return {
    ...at,
    items: [...others, { ...known, open }],
    promises: [...at.promises, ...kept],
  };
}

function promised(at: CustomerAccount, words: string[], line: Line, { policy }: Frame) {
  const [amount = "", unit = "", payOn = "", number = ""] = words;
  const items = at.items.map(({ id, open, currency }) => {
    const whole = money(open, currency);
    return { id, open: whole, free: whole };
  });
  const offer = {
    payOn: plainDate(payOn),
    items: [{ item: itemId(number), amount: moneyOf(amount, unit) }],
  };
  const broken = at.promises.filter(({ state }) => state !== "open").length;
  const judged = judgePromise(offer, { items, broken }, policy.promises, line.on);
  if (!judged.ok) return wrong(line, `refused: ${judged.refusal.code}`);
  const parts = judged.value.items.map(({ item, amount, open }) => ({
    item,
    amount: amount.minor,
    openWhenTaken: open.minor,
  }));
  const { judgeOn } = judged.value;
  const id = `promise of line ${line.number}` as PromiseId;
  const taken = {
    id,
    items: parts,
    payOn: offer.payOn,
    judgeOn,
    state: "open",
    judgedOn: null,
  } as const;
  return { ...at, promises: [...at.promises, taken] };
}

function happen(at: CustomerAccount, line: Line, frame: Frame, past: Past): CustomerAccount {
  for (const [pattern, verb] of VERBS) {
    const match = new RegExp(`^${pattern}$`).exec(line.text.replace(/\s*".*"$/, ""));
    if (match !== null) return verb(at, match.slice(1), line, frame, past);
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

/** Promises that an account no longer lists were kept: what kept them may come back. */
function rememberEnded(
  { promises: ended }: Past,
  before: readonly AccountPromise[],
  after: readonly AccountPromise[],
): void {
  const left = new Set(after.map(({ id }) => id));
  for (const promise of before) if (!left.has(promise.id)) ended.set(promise.id, promise);
}

/**
 * Lives the story: what happens on a day happens before the day is closed; the customer is looked
 * at only when woken or touched, or when the story has a line (or `every` day); what is planned is
 * done.
 */
export function* live({ frame, grade, lines }: Story, every = false): Generator<Day> {
  let at = account([], { grade });
  const past: Past = { items: new Map(), promises: new Map() };
  let wakeOn: PlainDate | null = null;
  const last = lines.at(-1)?.on ?? "";
  for (let on = lines[0]?.on ?? plainDate("2000-01-01"); on <= last; on = addDays(on, 1)) {
    const today = lines.filter((line) => line.on === on);
    const told = today.filter(({ text }) => !text.startsWith("expect "));
    at = told.reduce((account, line) => happen(account, line, frame, past), at);
    if (!every && today.length === 0 && (wakeOn === null || on < wakeOn)) continue;
    const openNow = new Map(at.items.map(({ id, open }) => [id, open]));
    const { judged, promises } = judgeDuePromises(at.promises, openNow, on);
    rememberEnded(past, at.promises, promises);
    at = { ...at, promises };
    const plan = planOn(at, frame, on);
    at = carriedOut(at, plan, on);
    for (const item of at.items) past.items.set(item.id, item);
    wakeOn = plan.wakeOn;
    yield { on, plan, judged: judged.map(({ state }) => state), outstanding: outstandingOf(at) };
  }
}
