/** Which page `g` and a letter go to, and the digits of the pages used all day. */
import { PATHS } from "../paths.ts";

export type GoKey = {
  readonly letter: string;
  readonly digit?: string;
  readonly page: keyof typeof PAGES;
};

const PAGES = {
  today: PATHS.today,
  customers: PATHS.customers,
  cases: PATHS.cases,
  tasks: PATHS.tasks,
  approvals: PATHS.approvals,
  plan: PATHS.plan,
  outbox: PATHS.outbox,
  promises: PATHS.promises,
  disputes: PATHS.disputes,
  bankLines: PATHS.bankLines,
  match: PATHS.match,
  ageing: PATHS.ageing,
} as const;

export const GO_KEYS: readonly GoKey[] = [
  { letter: "t", digit: "1", page: "today" },
  { letter: "c", digit: "2", page: "customers" },
  { letter: "k", page: "cases" },
  { letter: "w", page: "tasks" },
  { letter: "v", page: "approvals" },
  { letter: "p", digit: "3", page: "plan" },
  { letter: "o", page: "outbox" },
  { letter: "r", page: "promises" },
  { letter: "d", page: "disputes" },
  { letter: "b", page: "bankLines" },
  { letter: "m", page: "match" },
  { letter: "a", digit: "4", page: "ageing" },
];

type Path = (typeof PAGES)[keyof typeof PAGES];

/** Each key, or two in turn, with the path that it goes to. */
export const goPaths = (): readonly (readonly [key: string, path: Path])[] =>
  GO_KEYS.flatMap(({ letter, digit, page }) => [
    [`g ${letter}`, PAGES[page]] as const,
    ...(digit === undefined ? [] : [[digit, PAGES[page]] as const]),
  ]);
