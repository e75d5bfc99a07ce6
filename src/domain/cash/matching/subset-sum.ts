/** Which of several amounts make a sum: every way, or as far as the search went. */

/** Equal amounts are one pile: which of them is meant, the sum can't tell. */
type Pile = { readonly amount: number; readonly places: readonly number[] };

/** One way to make the sum. */
export type SumWay = {
  /** Places in the given list; of equal amounts the first ones are taken. */
  readonly places: readonly number[];
  /** Others of the same amounts would do as well: which ones is not said by the sum. */
  readonly exchangeable: boolean;
};

export type SumSearch = {
  readonly ways: readonly SumWay[];
  /** Up to so many parts every combination was tried. */
  readonly completeTo: number;
  /** True if combinations remained untried. */
  readonly gaveUp: boolean;
};

export type SumLimits = {
  /** Steps after which the search gives up and tries fewer parts. */
  readonly steps: number;
  /** More ways than this are not looked for. */
  readonly ways: number;
};

/** Piles of the amounts that can be a part of the target, the largest first. */
const piled = (amounts: readonly number[], target: number): readonly Pile[] => {
  const piles = new Map<number, number[]>();
  amounts.forEach((amount, place) => {
    if (amount <= 0 || amount > target) return;
    const places = piles.get(amount);
    if (places === undefined) piles.set(amount, [place]);
    else places.push(place);
  });
  return [...piles]
    .map(([amount, places]) => ({ amount, places }))
    .sort((left, right) => right.amount - left.amount);
};

type Search = {
  readonly piles: readonly Pile[];
  /** What all piles from here on make together. */
  readonly rest: readonly number[];
  readonly taken: number[];
  readonly ways: SumWay[];
  /** Where the pile of an amount is. */
  readonly at: ReadonlyMap<number, number>;
  readonly mostWays: number;
  steps: number;
};

function wayOf({ piles, taken }: Search): SumWay {
  const places: number[] = [];
  let exchangeable = false;
  piles.forEach((pile, at) => {
    const count = taken[at] ?? 0;
    places.push(...pile.places.slice(0, count));
    exchangeable ||= count > 0 && count < pile.places.length;
  });
  return { places: places.sort((left, right) => left - right), exchangeable };
}

function found(state: Search): boolean {
  state.ways.push(wayOf(state));
  return state.ways.length < state.mostWays;
}

/** The last part is looked up, not searched for. */
function searchLast(state: Search, at: number, need: number): boolean {
  const last = state.at.get(need);
  if (last === undefined || last < at) return true;
  state.taken[last] = 1;
  const more = found(state);
  state.taken[last] = 0;
  return more;
}

/** Takes from pile `at` on what makes `need`; false once the steps or the ways are used up. */
function search(state: Search, at: number, need: number, parts: number): boolean {
  if (need === 0) return found(state);
  if (parts === 1) return searchLast(state, at, need);
  const pile = state.piles[at];
  if (pile === undefined || (state.rest[at] ?? 0) < need) return true;
  state.steps -= 1;
  if (state.steps < 0) return false;
  const fitting = Math.min(Math.floor(need / pile.amount), pile.places.length, parts);
  for (let count = fitting; count >= 0; count -= 1) {
    state.taken[at] = count;
    const more = search(state, at + 1, need - count * pile.amount, parts - count);
    if (more) continue;
    state.taken[at] = 0;
    return false;
  }
  return true;
}

function attempt(piles: readonly Pile[], target: number, parts: number, limits: SumLimits) {
  const rest: number[] = [];
  let total = 0;
  for (const { amount, places } of piles.toReversed()) {
    total += amount * places.length;
    rest.unshift(total);
  }
  const state: Search = {
    piles,
    rest,
    taken: piles.map(() => 0),
    ways: [],
    at: new Map(piles.map(({ amount }, at) => [amount, at])),
    mostWays: limits.ways,
    steps: limits.steps,
  };
  const ended = search(state, 0, target, parts);
  return { ways: state.ways, ended, outOfSteps: state.steps < 0 };
}

/**
 * Looks for the ways to make `target` of positive whole amounts (below 2⁵³ together). If trying all
 * takes too many steps it tries combinations of few parts, and says up to how many.
 */
export function findSums(amounts: readonly number[], target: number, limits: SumLimits): SumSearch {
  if (target <= 0) return { ways: [], completeTo: amounts.length, gaveUp: false };
  const piles = piled(amounts, target);
  const most = piles.reduce((sum, { places }) => sum + places.length, 0);
  for (const parts of [most, 6, 5, 4, 3, 2]) {
    if (parts > most) continue;
    const { ways, ended, outOfSteps } = attempt(piles, target, parts, limits);
    if (!outOfSteps) return { ways, completeTo: parts, gaveUp: !ended || parts < most };
  }
  return { ways: [], completeTo: 1, gaveUp: true };
}
