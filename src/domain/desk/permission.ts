/** Who may do what: each role is a set of permissions; each verb names the one it needs. */

export const PERMISSIONS = [
  "book:read",
  "book:import",
  "customer:edit",
  "plan:run",
  "plan:release",
  "plan:drop",
  "plan:undo",
  "contact:log",
  "promise:take",
  "dispute:raise",
  "hold:place",
  "message:resend",
  "message:deliver",
  "policy:publish",
  "creditor:edit",
  "people:edit",
  "calendar:import",
  "demo:load",
] as const;

export type Permission = (typeof PERMISSIONS)[number];
