/** Ids sort by when they were made, and nothing that is no UUID becomes one. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { type CustomerId, type ItemId, parseId, uuidV7 } from "./ids.ts";

const moment = fc.integer({ min: 0, max: 2 ** 47 });
const chance = fc.bigInt({ min: 0n, max: 2n ** 74n - 1n });

test("an id made here is a UUIDv7 with its moment in front", () => {
  holds(moment, chance, (at, random) => {
    const id = uuidV7(at, random);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(at);
    expect(parseId(id)).toEqual({ ok: true, value: id });
  });
});

test("ids sort by their moment, and chance alone keeps them apart", () => {
  holds(moment, moment, chance, chance, (left, right, one, other) => {
    const [a, b] = [uuidV7(left, one), uuidV7(right, other)];
    if (left !== right) expect(a < b).toBe(left < right);
    if (left === right) expect(a === b).toBe(one === other);
  });
});

test("all 74 random bits are in the id, and no others", () => {
  expect(uuidV7(0, 2n ** 74n - 1n)).toBe("00000000-0000-7fff-bfff-ffffffffffff");
  expect(uuidV7(0, 2n ** 100n)).toBe("00000000-0000-7000-8000-000000000000");
  expect(uuidV7(1, 2n ** 62n)).toBe("00000000-0001-7001-8000-000000000000");
  expect(uuidV7(1, 2n ** 61n)).toBe("00000000-0001-7000-a000-000000000000");
});

test.each([
  "",
  "1",
  "0190163D-8694-739B-AEA5-966C26F8AD91",
  "0190163d8694739baea5966c26f8ad91",
  "0190163d-8694-939b-aea5-966c26f8ad91",
  "0190163d-8694-739b-aea5-966c26f8ad91\n",
  "' or 1=1 --",
])("%j is no id", (text) => {
  expect(parseId(text)).toEqual({ ok: false, refusal: { code: "id_malformed", text } });
});

test("the customary id of another program is taken", () => {
  expect(parseId("0190163d-8694-439b-aea5-966c26f8ad91").ok).toBe(true);
});

test("an id of one thing is not an id of another", () => {
  const item = "0190163d-8694-739b-aea5-966c26f8ad91" as ItemId;
  // @ts-expect-error an item's id does not name a customer
  const customer: CustomerId = item;
  // @ts-expect-error a plain text is not an id before it was read
  const plain: ItemId = "0190163d-8694-739b-aea5-966c26f8ad91";
  expect([customer, plain]).toEqual([item, item]);
});
