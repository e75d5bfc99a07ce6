/** Who may do what: roles, and the permissions each role gives. */

export const ROLES = [
  "administrator",
  "credit_manager",
  "collector",
  "finance",
  "sales",
  "auditor",
] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  "book:read",
  "book:import",
  "customer:write",
  "contact:log",
  "promise:take",
  "promise:withdraw",
  "dispute:raise",
  "dispute:close",
  "hold:place",
  "plan:run",
  "plan:release",
  "plan:release_all",
  "plan:drop",
  "plan:undo",
  "outbox:resend",
  "outbox:deliver",
  "policy:publish",
  "calendar:import",
  "people:manage",
  "settings:manage",
  "creditor:edit",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const COLLECTOR: readonly Permission[] = [
  "book:read",
  "customer:write",
  "contact:log",
  "promise:take",
  "promise:withdraw",
  "dispute:raise",
  "hold:place",
  "plan:release",
  "plan:drop",
];

/**
 * Duties are kept apart: who manages people and settings releases no letter and changes no book,
 * and who works single customers does not publish the policy or release a whole day.
 */
const GIVES: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: [
    "book:read",
    "people:manage",
    "settings:manage",
    "calendar:import",
    "creditor:edit",
  ],
  credit_manager: [
    ...COLLECTOR,
    "book:import",
    "dispute:close",
    "plan:run",
    "plan:release_all",
    "plan:undo",
    "outbox:resend",
    "policy:publish",
    "calendar:import",
  ],
  collector: COLLECTOR,
  finance: ["book:read", "book:import", "customer:write", "dispute:raise", "dispute:close"],
  sales: ["book:read", "contact:log", "dispute:raise"],
  auditor: ["book:read"],
};

/** Everything these roles allow together. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => GIVES[role]));
}

/** Whether a name read from outside is a role. */
export const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);
