/** The navigation: pages grouped by the work they serve. */
import { Link } from "@tanstack/react-router";
import { PATHS } from "../paths.ts";
import { useApprovalCount } from "../queries/approvals.ts";
import { useMatchCount } from "../queries/match.ts";
import { useCreditor } from "../queries/session.ts";
import { useTaskCount } from "../queries/tasks.ts";
import { useTodayCount } from "../queries/today.ts";
import { Icon } from "../ui/icon.tsx";
import type { Words } from "../words/zh.ts";
import { useWords } from "../words.tsx";

type Page =
  | "start"
  | "today"
  | "tasks"
  | "approvals"
  | "meeting"
  | "customers"
  | "cases"
  | "ageing"
  | "plan"
  | "outbox"
  | "promises"
  | "disputes"
  | "bankLines"
  | "match"
  | "receipts"
  | "claims"
  | "bills"
  | "import"
  | "policy"
  | "settings"
  | "team"
  | "people";
type Group = keyof Words["frame"]["groups"];

const GROUPS: readonly { readonly group: Group; readonly pages: readonly Page[] }[] = [
  { group: "work", pages: ["today", "tasks", "approvals", "meeting"] },
  { group: "customers", pages: ["customers", "cases"] },
  { group: "money", pages: ["bankLines", "match", "receipts", "claims", "bills", "import"] },
  { group: "collection", pages: ["plan", "outbox", "promises", "disputes"] },
  { group: "reports", pages: ["ageing"] },
  { group: "settings", pages: ["policy", "settings", "team", "people"] },
];

/** How much waits on a page where people work a list down. */
function Waiting({ page }: { readonly page: Page }) {
  if (page === "today") return <TodayWaiting />;
  if (page === "tasks") return <TasksWaiting />;
  if (page === "approvals") return <ApprovalsWaiting />;
  return page === "match" ? <MatchWaiting /> : null;
}

const TodayWaiting = () => <Count of={useTodayCount(useCreditor().code)} />;
const TasksWaiting = () => <Count of={useTaskCount(useCreditor().code)} />;
const ApprovalsWaiting = () => <Count of={useApprovalCount(useCreditor().code)} />;
const MatchWaiting = () => <Count of={useMatchCount(useCreditor().code)} />;

const Count = ({ of }: { readonly of: number }) =>
  of > 0 ? <span className="nav-count number">{of}</span> : null;

type NavProps = { readonly onGone?: () => void };

function NavItem({ page, onGone }: NavProps & { readonly page: Page }) {
  const words = useWords();
  const creditor = useCreditor();
  return (
    <Link
      to={PATHS[page]}
      params={{ creditor: creditor.code }}
      className="nav-item"
      activeProps={{ className: "here", "aria-current": "page" }}
      title={words.frame.pages[page]}
      onClick={() => onGone?.()}
    >
      <Icon name={page === "start" ? "door" : page} />
      <span>{words.frame.pages[page]}</span>
      <Waiting page={page} />
    </Link>
  );
}

export function Nav({ onGone }: NavProps) {
  const words = useWords();
  const { liveOn, permissions } = useCreditor();
  // Who manages no people would meet nothing but a refusal there.
  const shown = (page: Page) => page !== "people" || permissions.includes("people:manage");
  const gone = onGone === undefined ? {} : { onGone };
  return (
    <nav aria-label={words.frame.navigation}>
      {liveOn === null && <NavItem page="start" {...gone} />}
      {GROUPS.map(({ group, pages }, index) => (
        <div key={group}>
          {index > 0 && <div className="nav-group">{words.frame.groups[group]}</div>}
          {pages.filter(shown).map((page) => (
            <NavItem key={page} page={page} {...gone} />
          ))}
        </div>
      ))}
    </nav>
  );
}

export function Mark() {
  const { code } = useCreditor();
  const words = useWords();
  return (
    <Link to={PATHS.today} params={{ creditor: code }} className="frame-mark">
      <img src="/mark.svg" alt="" />
      <span>{words.frame.product}</span>
    </Link>
  );
}
