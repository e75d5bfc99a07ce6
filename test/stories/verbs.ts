/** What may happen to an account in a story: a pattern of words, and what it does. */
import { judgePromisesAnew } from "../../src/domain/desk/promise-judged-anew.ts";
import type { PromiseFacts } from "../../src/domain/desk/promise-judgement.ts";
import type { MoneyOnItem } from "../../src/domain/desk/promise-money.ts";
import type {
  AccountItem,
  AccountPromise,
  CustomerAccount,
} from "../../src/domain/strategy/dunning-account.ts";
import type { Grade } from "../../src/domain/strategy/policy.ts";
import { type Instant, type PlainDate, plainDate } from "../../src/domain/values/calendar.ts";
import { add, type Money, money, moneyOf } from "../../src/domain/values/money.ts";
import { dispute, type Frame, hold, item, planned } from "../kit/dunning.ts";
import { changed, promised, withdrawn } from "./promise-verbs.ts";

/** A line of the story, with its number from 1. */
export type Line = { readonly number: number; readonly text: string; readonly on: PlainDate };

/** The account, and what it no longer lists: money may come back. */
export type Told = {
  readonly at: CustomerAccount;
  readonly items: ReadonlyMap<string, AccountItem>;
  /** Promises that were kept; those withdrawn are forgotten. */
  readonly kept: readonly AccountPromise[];
  readonly money: readonly MoneyOnItem[];
  readonly unappliedOn: PlainDate;
  /** How promises moved today without being due. */
  readonly moved: readonly string[];
};

export type Verb = (told: Told, words: string[], line: Line, frame: Frame) => Told;

/** Ends a story that can't be so. */
export const wrong = (line: Pick<Line, "number" | "text">, what: string): never => {
  throw new Error(`line ${line.number}: ${what}\n    ${line.text}`);
};

/** What judging a promise needs, of all promises that were not withdrawn. */
export const factsOf = ({ at, kept, money: came }: Told): PromiseFacts => ({
  ...at,
  promises: [...at.promises, ...kept],
  money: came,
  openNow: new Map(at.items.map(({ id, open }) => [id, open])),
});

function settled(at: CustomerAccount, number: string, paid: Money, line: Line): CustomerAccount {
  const found = at.items.find(({ id }) => id === number) ?? wrong(line, `${number} is not open`);
  if (paid.minor > found.open) wrong(line, `${number} has less open`);
  const rest: AccountItem = { ...found, open: money(found.open - paid.minor, paid.currency).minor };
  const items = at.items.map((owed) => (owed === found ? rest : owed));
  return { ...at, items: items.filter(({ open }) => open > 0n) };
}

/** The lines of a day happen one after the other. */
export const momentOf = ({ on, number }: Line): Instant =>
  `${on}T${String(number).padStart(6, "0")}` as Instant;

/** Money of a day is applied to an item. */
function paid(told: Told, amount: Money, number: string, on: PlainDate, line: Line): Told {
  const at = settled(told.at, number, amount, line);
  const owed = told.at.items.find(({ id }) => id === number) ?? wrong(line, "not open");
  const came = { item: owed.id, on, amount: amount.minor, at: momentOf(line) };
  return { ...told, at, money: [...told.money, came] };
}

const received: Verb = (told, [amount = "", unit = "", number = "", on], line) =>
  paid(told, moneyOf(amount, unit), number, on === undefined ? line.on : plainDate(on), line);

const lowered: Verb = (told, [amount = "", unit = "", number = ""], line) => ({
  ...told,
  at: settled(told.at, number, moneyOf(amount, unit), line),
});

/** The item is open again with its due day and its steps; what the money kept is judged anew. */
const returned: Verb = (told, [amount = "", unit = "", number = ""], line) => {
  const known = told.items.get(number) ?? wrong(line, `${number} was never there`);
  const back = moneyOf(amount, unit);
  const left = told.at.items.find(({ id }) => id === number)?.open ?? 0n;
  const open = add(money(left, back.currency), back).minor;
  const others = told.at.items.filter(({ id }) => id !== number);
  const gone = told.money.findIndex((came) => came.item === number && came.amount === back.minor);
  if (gone < 0) wrong(line, `no such money came on ${number}`);
  const without = {
    ...told,
    at: { ...told.at, items: [...others, { ...known, open }] },
    money: told.money.toSpliced(gone, 1),
  };
  return judgedAnew(without, number, line.on);
};

function judgedAnew(told: Told, number: string, today: PlainDate): Told {
  const facts = factsOf(told);
  const touched = facts.promises.filter(
    ({ state, items }) =>
      (state === "kept" || state === "partially_kept") &&
      items.some(({ item: promisedItem }) => promisedItem === number),
  );
  const anew = judgePromisesAnew(facts, new Set(touched.map(({ id }) => id)), today);
  const now = new Map(anew.map((moved) => [moved.id, moved]));
  const promises = facts.promises.map((promise) => {
    const moved = now.get(promise.id);
    if (moved === undefined) return promise;
    const { state, judgedOn } = moved;
    const came = new Map(moved.items.map((part) => [part.item, part.came]));
    const items = promise.items.map((part) => ({ ...part, came: came.get(part.item) ?? 0n }));
    return { ...promise, state, judgedOn, items };
  });
  return {
    ...told,
    at: { ...told.at, promises: promises.filter(({ state }) => state !== "kept") },
    kept: promises.filter(({ state }) => state === "kept"),
    moved: [...told.moved, ...anew.map(({ state }) => state)],
  };
}

const held: Verb = (told, [what, until], line) => {
  const item = what === undefined || what === "group" ? null : what;
  const id = `hold of line ${line.number}`;
  const holds = [...told.at.holds, hold(item, line.on, until ?? null, id)];
  return { ...told, at: { ...told.at, holds } };
};

const onAccount =
  (change: (at: CustomerAccount, words: string[]) => Partial<CustomerAccount>): Verb =>
  (told, words) => ({ ...told, at: { ...told.at, ...change(told.at, words) } });

const AMOUNT = "([\\d.]+) ([A-Z]{3})";
const DAY = "(\\d{4}-\\d\\d-\\d\\d)";

/** Patterns and what they do; the first that fits the whole line is meant. */
export const VERBS: readonly (readonly [string, Verb])[] = [
  [
    `invoice (\\S+) ${AMOUNT} due (\\S+)`,
    onAccount((at, [number = "", amount = "", currency = "", due = ""]) => ({
      items: [...at.items, item(number, due, amount, { currency })],
    })),
  ],
  [`receipt ${AMOUNT} on (\\S+)(?: received ${DAY})?`, received],
  [`(?:credit memo|write-off) ${AMOUNT} on (\\S+)`, lowered],
  [`payment returned ${AMOUNT} on (\\S+)`, returned],
  [
    `(?:receipt|credit memo) ${AMOUNT} unapplied`,
    (told, [amount = "", unit = ""], { on }) => ({
      ...told,
      at: { ...told.at, unapplied: [moneyOf(amount, unit)] },
      unappliedOn: on,
    }),
  ],
  [
    `unapplied ${AMOUNT} used on (\\S+)`,
    (told, [amount = "", unit = "", number = ""], line) => {
      const used = paid(told, moneyOf(amount, unit), number, told.unappliedOn, line);
      return { ...used, at: { ...used.at, unapplied: [] } };
    },
  ],
  [`promise ${AMOUNT} on ${DAY} for (\\S+)(?: refused as (\\S+)| (overruled))?`, promised],
  ["promise for (\\S+) withdrawn", withdrawn],
  [`promise for (\\S+) changed to ${AMOUNT} on ${DAY}`, changed],
  [
    `dispute ${AMOUNT} on (\\S+)`,
    onAccount((at, [amount = "", , number = ""]) => ({
      disputes: [...at.disputes, dispute(number, amount)],
    })),
  ],
  [
    "dispute closed on (\\S+)",
    onAccount((at, [number]) => ({
      disputes: at.disputes.filter((raised) => raised.item !== number),
    })),
  ],
  [
    `plan ${AMOUNT} of (\\S+)(?: until ${DAY})?`,
    onAccount((at, [amount = "", , number = "", until]) => ({
      planned: [...at.planned, planned(number, amount, until ?? null)],
    })),
  ],
  ["plan ended", onAccount(() => ({ planned: [] }))],
  [`hold(?: on (\\S+))?(?: until ${DAY})?`, held],
  ["hold lifted", onAccount(() => ({ holds: [] }))],
  ["grade ([A-E])", onAccount((_at, [grade]) => ({ grade: grade as Grade }))],
];
