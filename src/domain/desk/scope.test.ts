/** Whose customers somebody reaches, and what counts of what their roles allow. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UserId } from "../values/ids.ts";
import { PERMISSIONS, permissionsOf, ROLES } from "./permission.ts";
import {
  DECISIONS,
  decidingRoles,
  type Grant,
  NOBODY,
  permissionsHeld,
  reachOf,
  SCOPES,
  type Standing,
  WHOLE_BOOK,
  widestScope,
} from "./scope.ts";

const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...ROLES),
  scope: fc.constantFrom(...SCOPES),
  byOneself: fc.boolean(),
});
const [AN, BAI, CHEN, DING] = ["an", "bai", "chen", "ding"] as unknown as [
  UserId,
  UserId,
  UserId,
  UserId,
];
const standing = (user: UserId, more: Partial<Standing> = {}): Standing => ({
  ...{ user, scope: "own", members: [], leads: false },
  ...more,
});

describe("permissions", () => {
  test("never exceed what the roles give, and each has a role in which it counts", () => {
    fc.assert(
      fc.property(fc.array(grant), (grants) => {
        const held = permissionsHeld(grants);
        for (const permission of PERMISSIONS) {
          const counting = grants.filter(
            ({ role, scope, byOneself }) =>
              permissionsOf([role]).has(permission) &&
              (scope === "creditor" || !WHOLE_BOOK.has(permission)) &&
              (!byOneself || !DECISIONS.has(permission)),
          );
          expect(held.has(permission), permission).toBe(counting.length > 0);
        }
      }),
    );
  });

  test("nobody decides in a role they gave themselves", () => {
    const own: Grant = { role: "credit_manager", scope: "creditor", byOneself: true };
    const held = permissionsHeld([own]);
    for (const decision of DECISIONS) expect(held.has(decision), decision).toBe(false);
    expect(held.has("plan:release")).toBe(true);
    expect(decidingRoles([own])).toEqual([]);
    expect(decidingRoles([own, { ...own, byOneself: false }])).toEqual(["credit_manager"]);
  });

  test("an administrator decides on nothing at all", () => {
    const held = permissionsOf(["administrator"]);
    const decides = [...held].filter((one) => DECISIONS.has(one) || /decide|approve/.test(one));
    expect(decides).toEqual([]);
  });

  test("who sees a part of the book does nothing with the whole of it", () => {
    const manager: Grant = { role: "credit_manager", scope: "team", byOneself: false };
    const held = permissionsHeld([manager]);
    expect([...WHOLE_BOOK].filter((one) => held.has(one))).toEqual([]);
    expect(held.has("team:manage") && held.has("dispute:close")).toBe(true);
  });
});

describe("scope", () => {
  test("is the widest of the roles held", () => {
    expect(widestScope([])).toBeNull();
    expect(widestScope(["own", "team"])).toBe("team");
    expect(widestScope(["creditor", "own"])).toBe("creditor");
  });
});

describe("reach", () => {
  test("of one's own is oneself; of a team its members; of the creditor everybody", () => {
    const team = { members: [AN, BAI] };
    expect(reachOf(standing(AN, team), [])).toEqual([AN]);
    expect(reachOf(standing(AN, { ...team, scope: "team" }), [])).toEqual([AN, BAI]);
    expect(reachOf(standing(AN, { ...team, scope: "creditor" }), [])).toBe("all");
    expect(reachOf(standing(AN, { scope: null }), [])).toEqual([AN]);
  });

  test("holds customers without owner only for who leads a team with the team in scope", () => {
    const leads = { leads: true, members: [AN] };
    expect(reachOf(standing(AN, { ...leads, scope: "team" }), [])).toContain(NOBODY);
    expect(reachOf(standing(AN, leads), [])).not.toContain(NOBODY);
    const member = { ...leads, leads: false, scope: "team" } as const;
    expect(reachOf(standing(AN, member), [])).not.toContain(NOBODY);
  });

  test("of a substitute holds what the absent person reaches", () => {
    expect(reachOf(standing(AN), [standing(BAI)])).toEqual([AN, BAI]);
    const lead = standing(CHEN, { scope: "team", members: [CHEN, DING], leads: true });
    expect(reachOf(standing(AN), [lead])).toEqual([AN, CHEN, DING, NOBODY]);
    expect(reachOf(standing(AN), [standing(BAI, { scope: "creditor" })])).toBe("all");
  });
});
