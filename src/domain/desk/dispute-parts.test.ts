/** The parts of a disputed amount are the whole of it, whatever the book did meanwhile. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DisputeId } from "../values/ids.ts";
import { currency, money, zero } from "../values/money.ts";
import { type OpenDispute, partsClosed, partsOfItem } from "./dispute-parts.ts";

const CNY = currency("CNY");
const yuan = (minor: bigint) => money(minor, CNY);
const none = zero(CNY);

type Given = { readonly amount: bigint; readonly settled: bigint };

/** Disputes of an item of which `open` is open, as the book has them: the first takes first. */
function standing(given: readonly Given[], open: bigint, credited: bigint, writtenOff: bigint) {
  let left = open;
  return given.map(({ amount, settled }, at): OpenDispute => {
    const live = amount - settled;
    const disputed = live < left ? live : left;
    left -= disputed;
    return {
      id: `d${at}` as DisputeId,
      amount: yuan(amount),
      disputed: yuan(disputed),
      settled: { paid: yuan(settled), credited: none, writtenOff: none },
      since: { credited: yuan(credited), writtenOff: yuan(writtenOff) },
    };
  });
}

const anyGiven = fc.array(
  fc
    .bigInt({ min: 1n, max: 1000n })
    .chain((amount) =>
      fc.record({ amount: fc.constant(amount), settled: fc.bigInt({ min: 0n, max: amount }) }),
    ),
  { maxLength: 4 },
);
const anySum = fc.bigInt({ min: 0n, max: 3000n });

describe("whatever was paid, credited and written off", () => {
  const holds = (
    name: string,
    property: (parts: ReturnType<typeof partsOfItem>, facts: readonly bigint[]) => void,
  ) =>
    test(name, () =>
      fc.assert(
        fc.property(anyGiven, anySum, anySum, anySum, (given, open, credited, writtenOff) =>
          property(partsOfItem(standing(given, open, credited, writtenOff)), [
            open,
            credited,
            writtenOff,
          ]),
        ),
      ),
    );
  const sum = (
    parts: ReturnType<typeof partsOfItem>,
    part: "disputed" | "credited" | "writtenOff",
  ) => [...parts.values()].reduce((all, own) => all + own[part].minor, 0n);

  holds("what is disputed never exceeds what is open", (parts, [open = 0n]) => {
    expect(sum(parts, "disputed") <= open).toBe(true);
  });

  holds("no credit and no write-off is counted twice", (parts, [, credited = 0n, lost = 0n]) => {
    expect(sum(parts, "credited") <= credited).toBe(true);
    expect(sum(parts, "writtenOff") <= lost).toBe(true);
  });

  holds("no part is negative", (parts) => {
    const all = [...parts.values()].flatMap((own) => Object.values(own));
    expect(all.every(({ minor }) => minor >= 0n)).toBe(true);
  });
});

test("a credit is for what was disputed, money for the rest of what it lost", () => {
  const [dispute] = standing([{ amount: 100n, settled: 0n }], 20n, 50n, 10n);
  if (dispute === undefined) throw new Error("there is one");
  const parts = partsOfItem([dispute]).get(dispute.id);
  expect(parts).toEqual({
    disputed: yuan(20n),
    credited: yuan(50n),
    writtenOff: yuan(10n),
    paid: yuan(20n),
    chasedAgain: none,
  });
  if (parts === undefined) throw new Error("it has parts");
  expect(partsClosed(parts, yuan(15n))).toEqual({
    ...parts,
    disputed: none,
    credited: yuan(65n),
    chasedAgain: yuan(5n),
  });
  expect(() => partsClosed(parts, yuan(21n))).toThrow(/no more is credited/);
});

test("what only one of two lost is the later one's", () => {
  const two = standing(
    [
      { amount: 60n, settled: 0n },
      { amount: 40n, settled: 0n },
    ],
    50n,
    30n,
    0n,
  );
  expect([...partsOfItem(two).values()].map((own) => [own.credited.minor, own.paid.minor])).toEqual(
    [
      [10n, 0n],
      [20n, 20n],
    ],
  );
});
