/** Tries a property on random values; the first failure is shown shrunk, with its seed. */
import * as fc from "fast-check";

/** `holds(arbitrary…, (value…) => { expect(…) })`: a property as a sentence of a test. */
export function holds<Values extends [unknown, ...unknown[]]>(
  ...args: [
    ...arbitraries: { [At in keyof Values]: fc.Arbitrary<Values[At]> },
    predicate: (...values: Values) => void,
  ]
): void {
  void fc.assert(fc.property(...args));
}

/** As `holds`, on ten thousand values: for what must never fail, such as money's sums. */
export function holdsOften<Values extends [unknown, ...unknown[]]>(
  ...args: [
    ...arbitraries: { [At in keyof Values]: fc.Arbitrary<Values[At]> },
    predicate: (...values: Values) => void,
  ]
): void {
  void fc.assert(fc.property(...args), { numRuns: 10_000 });
}
