/** Allocating by hand: the money adds up whatever is typed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  amountText,
  currency,
  isZero,
  money,
  total,
} from "../../../src/domain/values/money.ts";
import { moneyFrom, wireFrom } from "../../ui/wire-sums.ts";
import { filled, ownSum } from "./own-sum.ts";

const CNY = currency("CNY");
const cny = (minor: bigint) => wireFrom(money(minor, CNY));
const amounts = fc.array(fc.bigInt({ min: 1n, max: 10_000_000n }), { maxLength: 8 });
const items = (minors: readonly bigint[], of: string) =>
  minors.map((minor, index) => ({ id: `${of}${index}`, open: cny(minor) }));

test("money and credits and what is short are what is settled and what is over", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 50_000_000n }),
      amounts,
      amounts,
      fc.func(fc.boolean()),
      (line, owed, owned, picks) => {
        const claims = items(owed, "claim");
        const credits = items(owned, "credit");
        const chosen = new Map(
          [...claims, ...credits].flatMap(({ id, open }) =>
            picks(id) ? [[id, open.amount] as const] : [],
          ),
        );
        const sum = ownSum(cny(line), claims, credits, chosen);
        const have = add(add(money(line, CNY), sum.credits), sum.short);
        expect(amountText(have)).toBe(amountText(add(sum.settled, sum.over)));
        expect(isZero(sum.short) || isZero(sum.over)).toBe(true);
        expect(sum.faulty.size).toBe(0);
      },
    ),
  );
});

test("what is no amount, nothing or more than open is a fault and counts for nothing", () => {
  const claims = items([10_000n, 20_000n, 30_000n], "claim");
  const chosen = new Map([
    ["claim0", "abc"],
    ["claim1", "0"],
    ["claim2", "300.01"],
  ]);
  const sum = ownSum(cny(5_000n), claims, [], chosen);
  expect([...sum.faulty]).toEqual(["claim0", "claim1", "claim2"]);
  expect(amountText(sum.settled)).toBe("0.00");
  expect(amountText(sum.over)).toBe("50.00");
});

test("filling uses the money up or settles everything, each claim at most in full", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 50_000_000n }), amounts, (line, owed) => {
      const claims = items(owed, "claim");
      const given = filled(cny(line), claims);
      const sum = total(given.values(), CNY).minor;
      const owedInAll = owed.reduce((left, minor) => left + minor, 0n);
      expect(sum).toBe(line < owedInAll ? line : owedInAll);
      for (const { id, open } of claims) {
        expect((given.get(id)?.minor ?? 0n) <= moneyFrom(open).minor).toBe(true);
      }
    }),
  );
});

test("one receipt over three invoices: the third is settled in part", () => {
  const claims = items([40_000n, 30_000n, 50_000n], "claim");
  const given = [...filled(cny(100_000n), claims).values()].map(amountText);
  expect(given).toEqual(["400.00", "300.00", "300.00"]);
});
