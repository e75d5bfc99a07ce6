/** Promises judged by what was applied to their items; credits, disputes, plans, late knowledge. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, dispute, itemId, planned, promise } from "../../../test/kit/dunning.ts";
import type { AccountPromise } from "../strategy/dunning-account.ts";
import { addDays, type PlainDate } from "../values/calendar.ts";
import type { ItemId, PromiseId } from "../values/ids.ts";
import { currency, type Minor, money as moneyMade, moneyOf } from "../values/money.ts";
import { judgePromisesAnew } from "./promise-judged-anew.ts";
import { type JudgedPromise, judgeDuePromises, type PromiseFacts } from "./promise-judgement.ts";
import type { MoneyOnItem } from "./promise-money.ts";
import { mayMove, PROMISE_MOVES } from "./promise-state.ts";

const [a, b] = [itemId("A"), itemId("B")];
const minor = (text: string): Minor => moneyOf(text, "CNY").minor;
const taken = promise({ A: "60.00", B: "40.00" }, "2026-04-10", { takenOn: day("2026-04-01") });

type World = {
  readonly open: Readonly<Record<string, string>>;
  readonly came?: readonly (readonly [item: ItemId, on: string, amount: string])[];
  readonly rest?: Partial<PromiseFacts>;
};

const factsOf = ({ open, came = [], rest = {} }: World): PromiseFacts => ({
  promises: [taken],
  disputes: [],
  planned: [],
  openNow: new Map(Object.entries(open).map(([id, amount]) => [itemId(id), minor(amount)])),
  money: came.map(([item, on, amount]) => ({
    ...{ item, on: day(on), amount: minor(amount), at: null },
  })),
  ...rest,
});

const judged = (world: World, on: string) =>
  judgeDuePromises(factsOf(world), day(on)).judged.map(({ state, reason }) => reason ?? state);

describe("a promise of 60 on A and 40 on B, to pay on 10 April, waited for through the 13th", () => {
  const untouched = { A: "100.00", B: "50.00" };
  const both = [
    [a, "2026-04-05", "60.00"],
    [b, "2026-04-06", "40.00"],
  ] as const;

  test("is kept as soon as all came, also early", () => {
    expect(judged({ open: { A: "40.00", B: "10.00" }, came: both }, "2026-04-07")).toEqual([
      "kept",
    ]);
  });

  test("is waited for through its grace, and judged on the day after", () => {
    expect(judged({ open: untouched }, "2026-04-13")).toEqual([]);
    expect(judged({ open: untouched }, "2026-04-14")).toEqual(["broken"]);
    const part = { open: { A: "40.00", B: "50.00" }, came: both.slice(0, 1) };
    expect(judged(part, "2026-04-13")).toEqual([]);
    expect(judged(part, "2026-04-14")).toEqual(["partially_kept"]);
  });

  test("the last day of grace keeps it, the next one does not, whenever the day is closed", () => {
    const on = (day: string) => ({
      open: { A: "40.00", B: "10.00" },
      came: [
        [a, day, "60.00"],
        [b, day, "40.00"],
      ] as const,
    });
    expect(judged(on("2026-04-13"), "2026-04-20")).toEqual(["kept"]);
    expect(judged({ ...on("2026-04-14"), open: untouched }, "2026-04-20")).toEqual(["broken"]);
  });

  test("a lower balance alone is no money: too much on one item does not help the other", () => {
    expect(judged({ open: { A: "0.00", B: "50.00" } }, "2026-04-14")).toEqual(["broken"]);
    const much = { open: { B: "50.00" }, came: [[a, "2026-04-05", "100.00"]] as const };
    expect(judged(much, "2026-04-14")).toEqual(["partially_kept"]);
  });

  test("credits lower what is to be paid; where they leave nothing it falls away", () => {
    const lowered = { open: { B: "10.00" }, came: [[b, "2026-04-05", "40.00"]] as const };
    expect(judged(lowered, "2026-04-06")).toEqual(["kept"]);
    expect(judged({ open: {} }, "2026-04-06")).toEqual(["nothing_left_to_pay"]);
  });

  test("what is disputed or planned by its day is asked for there", () => {
    const disputes = [dispute("A", "100.00"), dispute("B", "50.00")];
    expect(judged({ open: untouched, rest: { disputes } }, "2026-04-13")).toEqual([]);
    expect(judged({ open: untouched, rest: { disputes } }, "2026-04-14")).toEqual([
      "asked_for_elsewhere",
    ]);
    const rest = { disputes: [dispute("A", "100.00")], planned: [planned("B", "50.00")] };
    const came = [[a, "2026-04-05", "20.00"]] as const;
    expect(judged({ open: { A: "80.00", B: "50.00" }, came, rest }, "2026-04-14")).toEqual([
      "kept",
    ]);
  });

  test("money that came in time and is known late still keeps it, in part or wholly", () => {
    const broken = { ...taken, state: "broken" as const, judgedOn: day("2026-04-14") };
    const late = (came: World["came"], promises: readonly AccountPromise[] = [broken]) =>
      judged(
        { open: { A: "40.00", B: "10.00" }, came: came ?? [], rest: { promises } },
        "2026-04-16",
      );
    expect(late(both)).toEqual(["kept"]);
    expect(late(both.slice(0, 1))).toEqual(["partially_kept"]);
    expect(late([[a, "2026-04-14", "60.00"]])).toEqual([]);
    const half = { ...broken, state: "partially_kept" as const };
    const had = { ...half, items: [{ item: a, amount: minor("60.00"), came: 6000n }] };
    expect(late(both.slice(0, 1), [had])).toEqual([]);
    expect(late([...both], [{ ...half, items: taken.items }])).toEqual(["kept"]);
  });

  test("ended ones that are settled are left out, failed ones stay with their day", () => {
    const on = day("2026-04-14");
    const { promises } = judgeDuePromises(factsOf({ open: untouched }), on);
    expect(promises).toEqual([{ ...taken, state: "broken", judgedOn: on }]);
    const kept = { ...taken, state: "kept" as const, judgedOn: on };
    expect(judgeDuePromises(factsOf({ open: untouched, rest: { promises: [kept] } }), on)).toEqual({
      judged: [],
      promises: [],
    });
    const none = factsOf({ open: untouched, rest: { promises: [] } });
    expect(judgeDuePromises(none, on)).toEqual({ judged: [], promises: [] });
  });
});

test("where a credit left less than two promises hold, the earlier one is for it", () => {
  const soon = promise({ A: "50.00" }, "2026-04-10", { id: "soon" as PromiseId });
  const later = promise({ A: "50.00" }, "2026-04-20", { id: "later" as PromiseId });
  const rest = { promises: [later, soon] };
  expect(
    judgeDuePromises(factsOf({ open: { A: "40.00" }, rest }), day("2026-04-14")).judged,
  ).toMatchObject([
    { id: "soon", state: "broken" },
    { id: "later", state: "withdrawn", reason: "nothing_left_to_pay" },
  ]);
});

type Event = {
  readonly days: number;
  /** `late`: received six days ago and known today. */
  readonly kind: "money" | "late" | "credit" | "returned" | "nothing";
  readonly amount: bigint;
};

const anyEvent: fc.Arbitrary<Event> = fc.record({
  days: fc.integer({ min: 0, max: 5 }),
  kind: fc.constantFrom("money", "money", "late", "credit", "returned", "nothing"),
  amount: fc.bigInt({ min: 1n, max: 8000n }),
});

type Life = {
  readonly promise: AccountPromise;
  readonly open: bigint;
  readonly money: readonly MoneyOnItem[];
  readonly today: PlainDate;
  readonly moves: readonly (readonly [from: string, to: string])[];
};

const lifeOf = ({ promise: one, open, money }: Life): PromiseFacts => ({
  ...{ promises: [one], disputes: [], planned: [], money },
  openNow: new Map([[a, moneyMade(open, currency("CNY")).minor]]),
});

type Moved = { readonly state: AccountPromise["state"]; readonly items: JudgedPromise["items"] };

const moveOf = (life: Life, now: Moved | undefined): Life => {
  if (now === undefined) return life;
  const { promise: one, today, moves } = life;
  const items = one.items.map((part) => ({ ...part, came: now.items[0]?.came ?? 0n }));
  const judgedOn = now.state === "open" ? null : today;
  const moved = [...moves, [one.state, now.state] as const];
  return { ...life, promise: { ...one, state: now.state, judgedOn, items }, moves: moved };
};

/** The money that came last is taken back; what it had kept is judged anew. */
const takenBack = (life: Life): Life => {
  const open = life.open + (life.money.at(-1)?.amount ?? 0n);
  const without = { ...life, open, money: life.money.slice(0, -1) };
  const { id, state } = life.promise;
  const which = new Set(state === "kept" || state === "partially_kept" ? [id] : []);
  return moveOf(without, judgePromisesAnew(lifeOf(without), which, life.today)[0]);
};

const happen = (before: Life, { days, kind, amount }: Event): Life => {
  const life = { ...before, today: addDays(before.today, days) };
  if (kind === "returned") return takenBack(life);
  const used = kind === "nothing" ? 0n : amount < life.open ? amount : life.open;
  const on = kind === "late" ? addDays(life.today, -6) : life.today;
  const came = kind === "money" || kind === "late" ? [{ item: a, on, amount: used, at: null }] : [];
  const after = { ...life, open: life.open - used, money: [...life.money, ...came] };
  if (after.promise.state === "withdrawn") return after;
  return moveOf(after, judgeDuePromises(lifeOf(after), after.today).judged[0]);
};

const begin: Life = {
  promise: promise({ A: "60.00" }, "2026-04-10", { takenOn: day("2026-04-01") }),
  ...{ open: 10_000n, money: [], today: day("2026-04-01"), moves: [] },
};

test("whatever happens, no move is made that the table does not list", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
      const { promise: end, moves } = events.reduce(happen, begin);
      for (const [from, to] of moves) {
        expect(mayMove(from as AccountPromise["state"], to as AccountPromise["state"])).toBe(true);
      }
      for (const { came, amount } of end.items) expect(came >= 0n && came <= amount).toBe(true);
    }),
    { numRuns: 400 },
  );
});

const after = (days: number, kind: Event["kind"], amount = 0n): Event => ({ days, kind, amount });
const part = [after(5, "money", 1000n), after(9, "nothing")];
const halves = [after(3, "money", 3000n), after(3, "money", 3000n)];

/** A life that ends with each move. */
const LIVES: Readonly<Record<string, readonly Event[]>> = {
  "open kept": [after(5, "money", 6000n)],
  "open partially_kept": part,
  "open broken": [after(14, "nothing")],
  "open withdrawn": [after(1, "credit", 10_000n)],
  "kept open": [after(5, "money", 6000n), after(1, "returned")],
  "kept partially_kept": [...halves, after(9, "returned")],
  "kept broken": [after(5, "money", 6000n), after(10, "returned")],
  "partially_kept kept": [...part, after(1, "late", 5000n)],
  "partially_kept broken": [...part, after(1, "returned")],
  "broken kept": [after(14, "nothing"), after(2, "late", 6000n)],
  "broken partially_kept": [after(14, "nothing"), after(2, "late", 1000n)],
};

test("each move of the table can be made", () => {
  const listed = Object.entries(PROMISE_MOVES).flatMap(([from, tos]) =>
    tos.map((to) => `${from} ${to}`),
  );
  expect(Object.keys(LIVES).sort()).toEqual(listed.sort());
  for (const [move, events] of Object.entries(LIVES)) {
    expect(events.reduce(happen, begin).moves.at(-1)?.join(" ")).toBe(move);
  }
});
