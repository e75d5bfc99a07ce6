/** Chance from a seed: the same seed plays the same world, day for day. */
import { assert } from "../domain/values/result.ts";

export type Chance = {
  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number;
  happens(percent: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** 128 random bits, for ids. */
  bits(): bigint;
};

/** FNV-1a of the seed's text, stirred by splitmix32 (public domain); not for secrets. */
export function chanceOf(seed: string): Chance {
  let state = 0x811c9dc5;
  for (const character of seed) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const integer = (from: number, to: number): number => {
    assert(to >= from, `${from} to ${to} is a range`);
    return from + Math.floor((next() / 2 ** 32) * (to - from + 1));
  };
  return {
    integer,
    happens: (percent) => integer(1, 100) <= percent,
    pick: (values) => {
      const picked = values[integer(0, values.length - 1)];
      assert(picked !== undefined, "there is something to pick");
      return picked;
    },
    bits: () => [0, 0, 0, 0].reduce((bits) => (bits << 32n) | BigInt(next()), 0n),
  };
}
