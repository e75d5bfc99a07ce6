/** A password that a person can read aloud: drawn by chance, without look-alikes. */
import type { Clock } from "./perform.ts";

/** 32 signs without 0, 1, i, l, o: five bits each. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789A";

/** Fifteen signs in three groups: 75 bits of chance. */
export function randomPassword(clock: Clock): string {
  let chance = clock.random();
  const signs = Array.from({ length: 15 }, () => {
    const sign = SIGNS[Number(chance & 31n)] ?? "a";
    chance >>= 5n;
    return sign;
  });
  return [0, 5, 10].map((from) => signs.slice(from, from + 5).join("")).join("-");
}
