/** Kept promises whose money came back: broken, waited for again, or kept by other money. */
import { expect, test } from "vitest";
import type { AccountPromise } from "../strategy/dunning-account.ts";
import { plainDate } from "../values/calendar.ts";
import type { ItemId, PromiseId } from "../values/ids.ts";
import { type Minor, moneyOf } from "../values/money.ts";
import { judgePromisesAnew } from "./promise-judged-anew.ts";

const minor = (amount: string): Minor => moneyOf(amount, "CNY").minor;
const [one, two] = ["one", "two"] as ItemId[] as [ItemId, ItemId];

const promise = (state: "kept" | "partially_kept" = "kept"): AccountPromise => ({
  id: "promise" as PromiseId,
  items: [
    { item: one, amount: minor("100"), openWhenTaken: minor("100") },
    { item: two, amount: minor("50"), openWhenTaken: minor("50") },
  ],
  payOn: plainDate("2026-04-10"),
  judgeOn: plainDate("2026-04-14"),
  state,
  judgedOn: plainDate("2026-04-09"),
});

const anew = (open: Record<string, string>, on: string, state?: "kept" | "partially_kept") =>
  judgePromisesAnew(
    [promise(state)],
    new Map(Object.entries(open).map(([id, amount]) => [id as ItemId, minor(amount)])),
    plainDate(on),
  );

test("broken when its day has passed and nothing is left of the money", () => {
  expect(anew({ one: "100", two: "50" }, "2026-04-20")).toEqual([
    { id: "promise", state: "broken", judgedOn: "2026-04-20" },
  ]);
});

test("kept in part by what other money settled", () => {
  expect(anew({ one: "100" }, "2026-04-20")).toMatchObject([{ state: "partially_kept" }]);
});

test("open again while its day has not come", () => {
  expect(anew({ one: "100" }, "2026-04-13")).toEqual([
    { id: "promise", state: "open", judgedOn: null },
  ]);
});

test("left alone where other money keeps it, or where it was kept in part before", () => {
  expect(anew({}, "2026-04-20")).toEqual([]);
  expect(anew({ one: "100" }, "2026-04-20", "partially_kept")).toEqual([]);
});
