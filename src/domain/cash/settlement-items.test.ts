/** The two sides of a settlement: what is owed and what pays it. */
import { expect, test } from "vitest";
import { cny } from "../../../test/kit/import-book.ts";
import type { ItemKind } from "../book/booking.ts";
import type { ItemId } from "../values/ids.ts";
import { judgeSides } from "./settlement-items.ts";

const of = (kind: ItemKind) => ({ id: kind as string as ItemId, kind });
const ITEMS = [of("invoice"), of("debit_memo"), of("credit_memo"), of("receipt")];
const named = (kind: ItemKind) => ({ itemId: of(kind).id, amount: cny("1.00"), paid: null });

test.each(["invoice", "debit_memo"] as const)("an %s is paid and pays nothing", (kind) => {
  expect(judgeSides({ allocations: [named(kind)], credits: [] }, ITEMS).ok).toBe(true);
  expect(judgeSides({ allocations: [], credits: [named(kind)] }, ITEMS)).toMatchObject({
    refusal: { code: "item_not_open", item: kind },
  });
});

test.each(["credit_memo", "receipt"] as const)("a %s pays and is never paid", (kind) => {
  expect(judgeSides({ allocations: [], credits: [named(kind)] }, ITEMS).ok).toBe(true);
  expect(judgeSides({ allocations: [named(kind)], credits: [] }, ITEMS)).toMatchObject({
    refusal: { code: "item_not_open", item: kind },
  });
});

test("a credit that nobody knows pays nothing", () => {
  const unknown = { allocations: [named("invoice")], credits: [named("receipt")] };
  expect(judgeSides(unknown, [of("invoice")])).toMatchObject({ ok: false });
});
