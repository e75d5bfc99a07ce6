/** Which page stands at which URL, and what a page needs before it is shown. */
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import * as deskViews from "./desk-views.ts";
import { disputesSearch } from "./dispute-views.ts";
import { PATHS } from "./paths.ts";
import { firstRunQuery, meQuery } from "./queries/session.ts";
import * as teamViews from "./team-views.ts";
import { Failed, Loading, Missing } from "./ui/states.tsx";
import * as views from "./views.ts";

type Context = { readonly queries: QueryClient };

const root = createRootRouteWithContext<Context>()({ component: Outlet });

async function whoIsIt(queries: QueryClient) {
  const me = await queries.ensureQueryData(meQuery).catch(() => null);
  if (me !== null) return me;
  const first = await queries.fetchQuery(firstRunQuery).catch(() => ({ needed: false }));
  throw redirect({ to: first.needed ? PATHS.firstAdministrator : PATHS.signIn });
}

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  async beforeLoad({ context }) {
    const me = await whoIsIt(context.queries);
    const first = me.creditors[0];
    if (first === undefined) throw redirect({ to: PATHS.signIn });
    throw redirect({ to: PATHS.today, params: { creditor: first.code } });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: PATHS.signIn,
  validateSearch: views.signInSearch,
  component: lazyRouteComponent(() => import("./pages/sign-in/sign-in.tsx"), "SignInPage"),
});

const firstAdministrator = createRoute({
  getParentRoute: () => root,
  path: PATHS.firstAdministrator,
  validateSearch: views.firstAdministratorSearch,
  component: lazyRouteComponent(
    () => import("./pages/sign-in/first-administrator.tsx"),
    "FirstAdministratorPage",
  ),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: PATHS.forgotPassword,
  component: lazyRouteComponent(
    () => import("./pages/sign-in/forgot-password.tsx"),
    "ForgotPasswordPage",
  ),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: PATHS.resetPassword,
  validateSearch: views.resetPasswordSearch,
  component: lazyRouteComponent(
    () => import("./pages/sign-in/reset-password.tsx"),
    "ResetPasswordPage",
  ),
});

const creditor = createRoute({
  getParentRoute: () => root,
  path: PATHS.creditor,
  async beforeLoad({ context, params }) {
    const me = await whoIsIt(context.queries);
    if (!me.creditors.some(({ code }) => code === params.creditor)) throw redirect({ to: "/" });
  },
  component: lazyRouteComponent(() => import("./frame/frame.tsx"), "Frame"),
});

const at = <const Path extends string>(path: Path) => ({
  getParentRoute: () => creditor,
  path,
});

const today = createRoute({
  ...at("today"),
  validateSearch: views.todaySearch,
  component: lazyRouteComponent(() => import("./pages/today/today.tsx"), "TodayPage"),
});
const start = createRoute({
  ...at("start"),
  component: lazyRouteComponent(() => import("./pages/start/start.tsx"), "StartPage"),
});
const customers = createRoute({
  ...at("customers"),
  validateSearch: views.customersSearch,
  component: lazyRouteComponent(() => import("./pages/customers/customers.tsx"), "CustomersPage"),
});
const customer = createRoute({
  ...at("customers/$customer"),
  validateSearch: views.customerSearch,
  component: lazyRouteComponent(() => import("./pages/customer/customer.tsx"), "CustomerRoute"),
});
const cases = createRoute({
  ...at("cases"),
  validateSearch: views.casesSearch,
  component: lazyRouteComponent(() => import("./pages/cases/cases.tsx"), "CasesPage"),
});
const ageing = createRoute({
  ...at("ageing"),
  validateSearch: views.ageingSearch,
  component: lazyRouteComponent(() => import("./pages/ageing/ageing.tsx"), "AgeingPage"),
});
const plan = createRoute({
  ...at("plan"),
  validateSearch: views.planSearch,
  component: lazyRouteComponent(() => import("./pages/plan/plan.tsx"), "PlanPage"),
});
const outbox = createRoute({
  ...at("outbox"),
  validateSearch: views.outboxSearch,
  component: lazyRouteComponent(() => import("./pages/outbox/outbox.tsx"), "OutboxPage"),
});
const disputes = createRoute({
  ...at("disputes"),
  validateSearch: disputesSearch,
  component: lazyRouteComponent(() => import("./pages/disputes/disputes.tsx"), "DisputesPage"),
});
const promises = createRoute({
  ...at("promises"),
  validateSearch: views.promisesSearch,
  component: lazyRouteComponent(() => import("./pages/promises/promises.tsx"), "PromisesPage"),
});
const bankLines = createRoute({
  ...at("bank-lines"),
  validateSearch: views.bankLinesSearch,
  component: lazyRouteComponent(() => import("./pages/bank-lines/bank-lines.tsx"), "BankLinesPage"),
});
const match = createRoute({
  ...at("match"),
  validateSearch: views.matchSearch,
  component: lazyRouteComponent(() => import("./pages/match/match.tsx"), "MatchPage"),
});
const receipts = createRoute({
  ...at("receipts"),
  validateSearch: views.receiptsSearch,
  component: lazyRouteComponent(() => import("./pages/receipts/receipts.tsx"), "ReceiptsPage"),
});
const claims = createRoute({
  ...at("claims"),
  validateSearch: views.claimsSearch,
  component: lazyRouteComponent(() => import("./pages/claims/claims.tsx"), "ClaimsPage"),
});
const tasks = createRoute({
  ...at("tasks"),
  validateSearch: deskViews.tasksSearch,
  component: lazyRouteComponent(() => import("./pages/tasks/tasks.tsx"), "TasksPage"),
});
const approvals = createRoute({
  ...at("approvals"),
  validateSearch: deskViews.approvalsSearch,
  component: lazyRouteComponent(() => import("./pages/approvals/approvals.tsx"), "ApprovalsPage"),
});
const meeting = createRoute({
  ...at("meeting"),
  validateSearch: deskViews.meetingSearch,
  component: lazyRouteComponent(() => import("./pages/meeting/meeting.tsx"), "MeetingPage"),
});
const bills = createRoute({
  ...at("bills"),
  validateSearch: views.billsSearch,
  component: lazyRouteComponent(() => import("./pages/bills/bills.tsx"), "BillsPage"),
});
const imports = createRoute({
  ...at("import"),
  validateSearch: views.importSearch,
  component: lazyRouteComponent(() => import("./pages/import/import.tsx"), "ImportPage"),
});
const policy = createRoute({
  ...at("policy"),
  validateSearch: views.policySearch,
  component: lazyRouteComponent(() => import("./pages/policy/policy.tsx"), "PolicyPage"),
});

const settings = createRoute({
  ...at("settings"),
  component: lazyRouteComponent(() => import("./pages/settings/settings.tsx"), "SettingsPage"),
});

const team = createRoute({
  ...at("team"),
  validateSearch: teamViews.teamSearch,
  component: lazyRouteComponent(() => import("./pages/team/team.tsx"), "TeamPage"),
});
const people = createRoute({
  ...at("people"),
  validateSearch: teamViews.peopleSearch,
  component: lazyRouteComponent(() => import("./pages/people/people.tsx"), "PeoplePage"),
});

const account = createRoute({
  ...at("account"),
  component: lazyRouteComponent(() => import("./pages/account/account.tsx"), "AccountPage"),
});

const tree = root.addChildren([
  home,
  signIn,
  firstAdministrator,
  forgotPassword,
  resetPassword,
  creditor.addChildren([
    today,
    start,
    customers,
    customer,
    cases,
    ageing,
    plan,
    outbox,
    promises,
    disputes,
    bankLines,
    match,
    receipts,
    claims,
    bills,
    tasks,
    approvals,
    meeting,
    imports,
    policy,
    settings,
    team,
    people,
    account,
  ]),
]);

export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: "intent",
    defaultPendingComponent: Loading,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: Missing,
    scrollRestoration: true,
  });
