/** Every URL of the application. `:creditor` is the creditor's code, so that a link can be sent. */
export const PATHS = {
  signIn: "/sign-in",
  firstAdministrator: "/first-administrator",
  creditor: "/$creditor",
  start: "/$creditor/start",
  today: "/$creditor/today",
  customers: "/$creditor/customers",
  customer: "/$creditor/customers/$customer",
  ageing: "/$creditor/ageing",
  plan: "/$creditor/plan",
  outbox: "/$creditor/outbox",
  bankLines: "/$creditor/bank-lines",
  match: "/$creditor/match",
  import: "/$creditor/import",
  policy: "/$creditor/policy",
  settings: "/$creditor/settings",
} as const;
