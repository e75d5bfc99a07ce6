/** A hand-over moves what is one's own, and sharing out leaves nobody short. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CustomerId, UserId } from "../values/ids.ts";
import { changesTo, judgeHandOver, judgeReceiver, shareInTurn } from "./portfolio.ts";
import { NOBODY } from "./scope.ts";

const [AN, BAI, CHEN] = ["an", "bai", "chen"] as unknown as [UserId, UserId, UserId];
const owned = (id: string, owner: UserId | null) => ({ id: id as CustomerId, owner });
const person = fc.constantFrom(AN, BAI, CHEN);
const book = fc
  .uniqueArray(fc.string({ minLength: 1 }), { maxLength: 20 })
  .chain((ids) =>
    fc
      .array(fc.option(person), { minLength: ids.length, maxLength: ids.length })
      .map((owners) => ids.map((id, at) => owned(id, owners[at] ?? null))),
  );

describe("who is given customers", () => {
  const here = new Set([AN, BAI]);
  test("works here", () => {
    expect(judgeReceiver(BAI, here, "all").ok).toBe(true);
    const code = "colleague_not_found";
    expect(judgeReceiver(CHEN, here, "all")).toMatchObject({ refusal: { code } });
  });

  test("is in the giver's reach, and so is nobody", () => {
    const code = "colleague_out_of_reach";
    expect(judgeReceiver(BAI, here, [AN])).toMatchObject({ refusal: { code } });
    expect(judgeReceiver(BAI, here, [AN, BAI]).ok).toBe(true);
    expect(judgeReceiver(null, here, [AN, BAI])).toMatchObject({ refusal: { code } });
    expect(judgeReceiver(null, here, [AN, NOBODY]).ok).toBe(true);
    expect(judgeReceiver(null, here, "all").ok).toBe(true);
  });
});

describe("a hand-over", () => {
  test("moves every customer of one owner and no other's", () => {
    fc.assert(
      fc.property(book, person, person, (customers, from, to) => {
        const judged = judgeHandOver({ from, to }, customers);
        const others = customers.filter(({ owner }) => owner !== from).length;
        if (!judged.ok) {
          expect(from === to || others > 0 || customers.length === 0).toBe(true);
          return;
        }
        expect(judged.value.map(({ customer }) => customer)).toEqual(customers.map(({ id }) => id));
        expect(judged.value.every((change) => change.from === from && change.to === to)).toBe(true);
      }),
    );
  });

  test.each([
    ["to oneself", AN, [owned("1", AN)], "hand_over_to_oneself"],
    ["of nothing", BAI, [], "nothing_to_hand_over"],
    ["of another's customer", BAI, [owned("1", AN), owned("2", CHEN)], "customer_of_other_owner"],
  ] as const)("%s is refused", (_, to, customers, code) => {
    expect(judgeHandOver({ from: AN, to }, customers)).toMatchObject({ refusal: { code } });
  });
});

test("who has the owner already is not changed", () => {
  const changes = changesTo(AN, [owned("1", AN), owned("2", BAI), owned("3", null)]);
  expect(changes).toEqual([
    { customer: "2", from: BAI, to: AN },
    { customer: "3", from: null, to: AN },
  ]);
});

describe("sharing out", () => {
  test("gives each customer once, and nobody two more than another", () => {
    const members = fc.uniqueArray(person, { minLength: 1 });
    fc.assert(
      fc.property(fc.nat(50), members, (count, team) => {
        const ids = Array.from({ length: count }, (_, at) => `${at}` as CustomerId);
        const shared = shareInTurn(ids, team);
        expect(shared.map(({ customer }) => customer)).toEqual(ids);
        const counts = team.map((member) => shared.filter(({ to }) => to === member).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
      }),
    );
  });

  test("goes round and back, so that the heaviest do not all fall to the first", () => {
    const ids = ["1", "2", "3", "4"] as unknown as CustomerId[];
    expect(shareInTurn(ids, [AN, BAI]).map(({ to }) => to)).toEqual([AN, BAI, BAI, AN]);
    expect(shareInTurn(ids, [])).toEqual([]);
  });
});
