/** What became of a disputed amount: still disputed, paid, credited, written off, chased again. */
import type { DisputeId } from "../values/ids.ts";
import { add, isNegative, lesser, type Money, subtract, zero } from "../values/money.ts";
import { assert } from "../values/result.ts";

/** The parts of a dispute's amount; together they are the whole of it. */
export type DisputeParts = {
  readonly disputed: Money;
  readonly paid: Money;
  readonly credited: Money;
  readonly writtenOff: Money;
  /** Of a closed dispute: what the customer is asked for again. */
  readonly chasedAgain: Money;
};

/** An open dispute with what was settled of it before it was last opened. */
export type OpenDispute = {
  readonly id: DisputeId;
  readonly amount: Money;
  /** What is still disputed, as the book has it: never more than what is open of the item. */
  readonly disputed: Money;
  readonly settled: Pick<DisputeParts, "paid" | "credited" | "writtenOff">;
  /** What credit memos and write-offs have taken of the item since it was opened. */
  readonly since: { readonly credited: Money; readonly writtenOff: Money };
};

const notBelowZero = (amount: Money): Money =>
  isNegative(amount) ? zero(amount.currency) : amount;

const sumOf = (parts: DisputeParts): Money =>
  [parts.paid, parts.credited, parts.writtenOff, parts.chasedAgain].reduce(add, parts.disputed);

/**
 * The parts of each open dispute of one item, the one raised first first. What a dispute lost since
 * it was opened was credited as far as credit memos go, then written off, and else paid: a credit
 * is for what was disputed, while money pays the undisputed part first.
 */
export function partsOfItem(
  disputes: readonly OpenDispute[],
): ReadonlyMap<DisputeId, DisputeParts> {
  const parts = new Map<DisputeId, DisputeParts>();
  const [first] = disputes;
  if (first === undefined) return parts;
  let credits = zero(first.amount.currency);
  let writeOffs = credits;
  for (const { id, amount, disputed, settled, since } of disputes) {
    const before = add(add(settled.paid, settled.credited), settled.writtenOff);
    const gone = subtract(subtract(amount, before), disputed);
    const credited = lesser(gone, notBelowZero(subtract(since.credited, credits)));
    const uncredited = subtract(gone, credited);
    const writtenOff = lesser(uncredited, notBelowZero(subtract(since.writtenOff, writeOffs)));
    credits = add(credits, credited);
    writeOffs = add(writeOffs, writtenOff);
    const own = {
      disputed,
      paid: add(settled.paid, subtract(uncredited, writtenOff)),
      credited: add(settled.credited, credited),
      writtenOff: add(settled.writtenOff, writtenOff),
      chasedAgain: zero(amount.currency),
    };
    assert(sumOf(own).minor === amount.minor, "the parts of a dispute are the whole of it");
    parts.set(id, own);
  }
  return parts;
}

/** The parts after closing with a credit of `credit`: what else was disputed is chased again. */
export function partsClosed(parts: DisputeParts, credit: Money): DisputeParts {
  assert(credit.minor <= parts.disputed.minor, "no more is credited than what is disputed");
  return {
    ...parts,
    disputed: zero(credit.currency),
    credited: add(parts.credited, credit),
    chasedAgain: subtract(parts.disputed, credit),
  };
}
