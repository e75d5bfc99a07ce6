/** Roles and what they give: duties are kept apart. */
import { describe, expect, test } from "vitest";
import { isRole, PERMISSIONS, type Permission, permissionsOf, ROLES } from "./permission.ts";

const ofRole = (role: (typeof ROLES)[number]): ReadonlySet<Permission> => permissionsOf([role]);

describe("duties kept apart", () => {
  test("who manages people and settings releases no letter and changes no customer", () => {
    const administrator = ofRole("administrator");
    expect(administrator.has("people:manage")).toBe(true);
    for (const forbidden of ["plan:release", "customer:write", "policy:publish"] as const) {
      expect(administrator.has(forbidden)).toBe(false);
    }
  });

  test("nobody who works the book manages people", () => {
    for (const role of ROLES.filter((one) => one !== "administrator")) {
      expect(ofRole(role).has("people:manage")).toBe(false);
    }
  });

  test("a collector releases single lines, not a day, and publishes nothing", () => {
    const collector = ofRole("collector");
    expect(collector.has("plan:release")).toBe(true);
    expect(collector.has("plan:release_all")).toBe(false);
    expect(collector.has("policy:publish")).toBe(false);
  });

  test("an auditor only reads", () => {
    expect([...ofRole("auditor")]).toEqual(["book:read"]);
  });
});

test("everybody with a role reads; nobody without one does anything", () => {
  for (const role of ROLES) expect(ofRole(role).has("book:read")).toBe(true);
  expect(permissionsOf([]).size).toBe(0);
});

test("several roles give what each of them gives", () => {
  const both = permissionsOf(["administrator", "credit_manager"]);
  expect(both.has("people:manage") && both.has("plan:release_all")).toBe(true);
});

test("each permission is given to somebody, or is the worker's own", () => {
  const given = permissionsOf(ROLES);
  const left = PERMISSIONS.filter((permission) => !given.has(permission));
  expect(left).toEqual(["outbox:deliver"]);
});

test("a name from outside is a role or it is not", () => {
  expect(isRole("collector")).toBe(true);
  expect(isRole("root")).toBe(false);
});
