/** Who may do what: roles, and the permissions each role gives. */

export const ROLES = [
  "administrator",
  "credit_manager",
  "senior_collector",
  "collector",
  "finance",
  "cashier",
  "sales",
  "legal",
  "executive",
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
  "statement:import",
  "line:ignore",
  "cash:apply",
  "cash:undo",
  "cash:waive",
  "receipt:record",
  "receipt:claim",
  "receipt:decide",
  "payment:return",
  "refund:request",
  "refund:decide",
  "bill:keep",
  "alias:revoke",
  "team:manage",
  "case:work",
  "agreement:propose",
  "agreement:conclude",
  "dispute:answer",
  "complaint:log",
  "complaint:answer",
  "escalation:raise",
  "task:write",
  "approval:request",
  "approval:decide",
  "meeting:hold",
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
  "case:work",
  "agreement:propose",
  "complaint:log",
  "escalation:raise",
  "task:write",
  "approval:request",
];

/** Who takes over what a collector could not settle, and decides on small concessions. */
const SENIOR: readonly Permission[] = [
  ...COLLECTOR,
  "dispute:close",
  "agreement:conclude",
  "approval:decide",
  "meeting:hold",
];

/** The cashier's work with money that came in. Deciding on claims and refunds is not among it. */
const CASHIER: readonly Permission[] = [
  "book:read",
  "statement:import",
  "line:ignore",
  "cash:apply",
  "cash:undo",
  "receipt:record",
  "payment:return",
  "refund:request",
  "bill:keep",
  "alias:revoke",
  "task:write",
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
    ...SENIOR,
    "book:import",
    "plan:run",
    "plan:release_all",
    "plan:undo",
    "outbox:resend",
    "policy:publish",
    "calendar:import",
    "cash:apply",
    "cash:undo",
    "cash:waive",
    "receipt:decide",
    "refund:decide",
    "alias:revoke",
    "team:manage",
    "dispute:answer",
    "complaint:answer",
  ],
  senior_collector: SENIOR,
  collector: COLLECTOR,
  finance: [
    ...CASHIER,
    "book:import",
    "customer:write",
    "dispute:raise",
    "dispute:close",
    "cash:waive",
    "receipt:decide",
    "refund:decide",
    "dispute:answer",
    "approval:request",
    "approval:decide",
  ],
  cashier: CASHIER,
  sales: [
    "book:read",
    "contact:log",
    "dispute:raise",
    "dispute:answer",
    "receipt:claim",
    "agreement:propose",
    "complaint:log",
    "escalation:raise",
    "task:write",
    "approval:request",
  ],
  legal: [
    "book:read",
    "contact:log",
    "hold:place",
    "case:work",
    "agreement:propose",
    "agreement:conclude",
    "complaint:log",
    "complaint:answer",
    "escalation:raise",
    "task:write",
    "approval:request",
    "approval:decide",
  ],
  executive: ["book:read", "escalation:raise", "task:write", "approval:decide", "meeting:hold"],
  auditor: ["book:read"],
};

/** Everything these roles allow together. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => GIVES[role]));
}

/** Whether a name read from outside is a role. */
export const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);
