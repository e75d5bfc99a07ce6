/** How customers of the demo world pay: each habit is a table of what it does and how often. */
import type { Grade } from "../domain/strategy/policy.ts";
import type { Chance } from "./chance.ts";

/** A part of an invoice, in percent, and when it is paid. */
export type Intent = { readonly percent: number } & (
  | { readonly kind: "after_due"; readonly days: number }
  /** So many days after this many letters listed the invoice. */
  | { readonly kind: "after_letters"; readonly letters: number; readonly days: number }
  | { readonly kind: "when_promised" }
  | { readonly kind: "never" }
);

/** What is said when the collector calls about overdue invoices. */
export type Answer = "will_check" | "no_answer" | "promise" | "dispute" | "short_of_cash";

export type Habit = {
  readonly name: string;
  /** How many customers of a hundred. */
  readonly share: number;
  readonly grade: Grade;
  /** What it means to do with a new invoice. */
  intents(chance: Chance): readonly Intent[];
  answer(chance: Chance): Answer;
  /** Of a hundred promises, how many are kept. */
  readonly promisesKept: number;
  /** Of a hundred payments, how many name no invoice. */
  readonly silentPayments: number;
};

const whole = (days: number): readonly Intent[] => [{ kind: "after_due", percent: 100, days }];
const afterLetters = (letters: number, days: number): readonly Intent[] => [
  { kind: "after_letters", percent: 100, letters, days },
];

const ordinary = { promisesKept: 90, silentPayments: 12, answer: () => "will_check" as const };

export const HABITS: readonly Habit[] = [
  {
    ...ordinary,
    name: "punctual",
    share: 24,
    grade: "A",
    intents: (chance) => whole(chance.integer(-4, 0)),
  },
  {
    ...ordinary,
    name: "payment_run",
    share: 16,
    grade: "B",
    intents: (chance) => whole(chance.integer(0, 12)),
  },
  {
    ...ordinary,
    name: "forgetful",
    share: 16,
    grade: "B",
    intents: (chance) => afterLetters(1, chance.integer(2, 6)),
    answer: (chance) => chance.pick(["will_check", "no_answer"]),
  },
  {
    ...ordinary,
    name: "promiser",
    share: 13,
    grade: "C",
    intents: () => [{ kind: "when_promised", percent: 100 }],
    answer: () => "promise",
  },
  {
    ...ordinary,
    name: "breaker",
    share: 7,
    grade: "D",
    intents: (chance) => [
      { kind: "when_promised", percent: 40 },
      { kind: "after_letters", percent: 60, letters: 3, days: chance.integer(3, 9) },
    ],
    answer: (chance) => chance.pick(["promise", "promise", "no_answer"]),
    promisesKept: 25,
  },
  {
    ...ordinary,
    name: "part_payer",
    share: 8,
    grade: "C",
    intents: (chance) => [
      { kind: "after_due", percent: 60, days: chance.integer(0, 8) },
      { kind: "after_letters", percent: 40, letters: 2, days: chance.integer(2, 12) },
    ],
    answer: (chance) => chance.pick(["short_of_cash", "promise", "will_check"]),
  },
  {
    ...ordinary,
    name: "disputer",
    share: 6,
    grade: "C",
    intents: (chance) =>
      chance.happens(60) ? afterLetters(2, chance.integer(3, 10)) : whole(chance.integer(1, 9)),
    answer: (chance) => chance.pick(["dispute", "will_check"]),
  },
  {
    ...ordinary,
    name: "slow",
    share: 6,
    grade: "D",
    intents: (chance) => whole(chance.integer(28, 70)),
    answer: () => "short_of_cash",
  },
  {
    ...ordinary,
    name: "silent",
    share: 4,
    grade: "E",
    intents: (chance) =>
      chance.happens(35) ? afterLetters(4, 10) : [{ kind: "never", percent: 100 }],
    answer: () => "no_answer",
  },
];

/** The habit of the customer at a place in the list: shares are dealt out, not drawn. */
export function habitAt(place: number, customers: number): Habit {
  const point = ((place * 37 + 11) % customers) * (100 / customers);
  let upTo = 0;
  const found = HABITS.find(({ share }) => {
    upTo += share;
    return point < upTo;
  });
  return found ?? (HABITS[0] as Habit);
}
