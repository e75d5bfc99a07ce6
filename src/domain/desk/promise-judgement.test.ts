/** Promises judged by what was applied to their items; credits, disputes, plans, late knowledge. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, dispute, itemId, planned, promise } from "../../../test/kit/dunning.ts";
import type { AccountPromise } from "../strategy/dunning-account.ts";
import { addDays, type PlainDate } from "../values/calendar.ts";
import type { ItemId, PromiseId } from "../values/ids.ts";
import { currency, type Minor, money as moneyMade, moneyOf } from "../values/money.ts";
import { judgePromisesAnew } from "./promise-judged-anew.ts";
import { judgeDuePromises, type PromiseFacts } from "./promise-judgement.ts";
import type { MoneyOnItem } from "./promise-money.ts";
import { mayMove } from "./promise-state.ts";

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
  money: came.map(([item, on, amount]) => ({ item, on: day(on), amount: minor(amount) })),
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

type Event =
  | { readonly kind: "money" | "credit"; readonly amount: bigint }
  | { readonly kind: "return" | "nothing" };

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("money", "credit"),
    amount: fc.bigInt({ min: 1n, max: 8000n }),
  }) as fc.Arbitrary<Event>,
  fc.constantFrom({ kind: "return" as const }, { kind: "nothing" as const }),
);

test("whatever happens, no move is made that the table does not list", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), anyEvent)), (events) => {
      let [state, today]: [AccountPromise, PlainDate] = [
        promise({ A: "60.00" }, "2026-04-10", { takenOn: day("2026-04-01") }),
        day("2026-04-01"),
      ];
      let open = 10_000n;
      let money: MoneyOnItem[] = [];
      const move = (to: AccountPromise["state"], came: bigint, judgedOn: PlainDate | null) => {
        expect(mayMove(state.state, to)).toBe(true);
        state = { ...state, state: to, judgedOn, items: [{ ...state.items[0]!, came }] };
      };
      const facts = (): PromiseFacts => ({
        ...{ promises: [state], disputes: [], planned: [], money },
        openNow: new Map([[a, moneyMade(open, currency("CNY")).minor]]),
      });
      for (const [days, event] of events) {
        today = addDays(today, days);
        if (event.kind === "return") {
          open += money.reduce((sum, { amount }) => sum + amount, 0n);
          money = [];
          if (state.state !== "kept" && state.state !== "partially_kept") continue;
          for (const now of judgePromisesAnew(facts(), new Set([state.id]), today)) {
            move(now.state, now.items[0]?.came ?? 0n, now.judgedOn);
          }
          continue;
        }
        if (event.kind !== "nothing") {
          const amount = event.amount < open ? event.amount : open;
          open -= amount;
          if (event.kind === "money") money.push({ item: a, on: today, amount });
        }
        if (state.state === "withdrawn") continue;
        for (const now of judgeDuePromises(facts(), today).judged) {
          move(now.state, now.items[0]?.came ?? 0n, today);
        }
      }
      expect(state.items[0]!.came <= state.items[0]!.amount).toBe(true);
    }),
  );
});
