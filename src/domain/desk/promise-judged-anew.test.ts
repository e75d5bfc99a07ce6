/** Kept promises whose money came back: broken, waited for again, or kept by other money. */
import { expect, test } from "vitest";
import { day, itemId, promise } from "../../../test/kit/dunning.ts";
import { moneyOf } from "../values/money.ts";
import { judgePromisesAnew } from "./promise-judged-anew.ts";

const [one, two] = [itemId("one"), itemId("two")];
const minor = (amount: string) => moneyOf(amount, "CNY").minor;

const kept = promise({ one: ["100.00", "100.00"], two: ["50.00", "50.00"] }, "2026-04-10", {
  state: "kept",
  judgedOn: day("2026-04-09"),
  takenOn: day("2026-04-01"),
});

type Left = Readonly<Record<string, string>>;

const anew = (open: Left, left: Left, on: string, which = [kept.id], promises = [kept]) =>
  judgePromisesAnew(
    {
      ...{ promises, disputes: [], planned: [] },
      openNow: new Map(Object.entries(open).map(([id, amount]) => [itemId(id), minor(amount)])),
      money: Object.entries(left).map(([id, amount]) => ({
        ...{ item: itemId(id), on: day("2026-04-08"), amount: minor(amount), at: null },
      })),
    },
    new Set(which),
    day(on),
  );

test("broken when its day has passed and nothing is left of the money", () => {
  expect(anew({ one: "100", two: "50" }, {}, "2026-04-20")).toEqual([
    {
      ...{ id: kept.id, was: "kept", state: "broken", judgedOn: "2026-04-20" },
      items: [
        { item: one, came: 0n },
        { item: two, came: 0n },
      ],
    },
  ]);
});

test("kept in part by what other money settled", () => {
  expect(anew({ one: "100" }, { two: "50" }, "2026-04-20")).toMatchObject([
    { state: "partially_kept", items: [{ came: 0n }, { came: 5000n }] },
  ]);
});

test("open again while its day has not come", () => {
  expect(anew({ one: "100" }, { two: "50" }, "2026-04-13")).toMatchObject([
    { state: "open", judgedOn: null },
  ]);
});

test("left alone where other money keeps it, a credit left nothing, or it is not asked for", () => {
  expect(anew({}, { one: "100", two: "50" }, "2026-04-20")).toEqual([]);
  expect(anew({}, {}, "2026-04-20")).toEqual([]);
  expect(anew({ one: "100", two: "50" }, {}, "2026-04-20", [])).toEqual([]);
});

test("kept in part before and still kept in part: nothing moves", () => {
  const part = { ...kept, state: "partially_kept" as const };
  expect(anew({ one: "100" }, { two: "50" }, "2026-04-20", [kept.id], [part])).toEqual([]);
  expect(anew({ one: "100", two: "50" }, {}, "2026-04-20", [kept.id], [part])).toMatchObject([
    { was: "partially_kept", state: "broken" },
  ]);
});
