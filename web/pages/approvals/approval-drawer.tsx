/** One approval opened: what is asked, what to look at, who decides and why they. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Drawer } from "antd";
import type { Approval } from "../../../src/contract/approval.ts";
import { PATHS } from "../../paths.ts";
import { Amount } from "../../ui/amount.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { Reasons } from "../../ui/why.tsx";
import { named } from "../../words/named.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";
import { ApprovalActs } from "./approval-acts.tsx";
import { ApprovalState } from "./approval-columns.tsx";
import { type ApprovalRow, isOwnPage, kindName } from "./approval-rows.ts";

function Facts({ line }: { readonly line: Approval }) {
  const words = useWords();
  const { approvals } = words;
  const { columns } = approvals;
  const decided =
    line.decidedAt === null
      ? null
      : `${whoIs(words, line.decidedBy)} · ${dayAndClock(line.decidedAt)}`;
  return (
    <FactList
      facts={[
        [columns.customer, <CustomerLink key="customer" customer={line.customer} />],
        [columns.reason, line.reason],
        [approvals.asked, `${whoIs(words, line.requestedBy)} · ${dayAndClock(line.requestedAt)}`],
        [approvals.decided, decided],
        [approvals.decision, line.decisionReason],
        [approvals.deciders, line.roles.map((role) => named(words.terms.roles, role)).join(" / ")],
      ]}
    />
  );
}

function Opened({ row, line }: { readonly row: ApprovalRow; readonly line: Approval }) {
  const { approvals: words } = useWords();
  return (
    <div className="stack wide-gap">
      <div className="spread">
        <ApprovalState row={row} />
        <Amount of={line.amount} currency strong />
      </div>
      <Facts line={line} />
      {line.facts.length > 0 && (
        <section className="drawer-part">
          <h2>{words.facts}</h2>
          <Reasons because={line.facts} />
        </section>
      )}
      <section className="drawer-part">
        <h2>{words.why}</h2>
        <Reasons because={line.because} />
      </section>
      <ApprovalActs row={row} whole />
    </div>
  );
}

type DrawerProps = { readonly rows: readonly ApprovalRow[]; readonly loaded: boolean };

export function ApprovalDrawer({ rows, loaded }: DrawerProps) {
  const words = useWords();
  const { approval: id } = useSearch({ from: "/$creditor/approvals" });
  const navigate = useNavigate({ from: PATHS.approvals });
  const row = rows.find((each) => each.id === id);
  const line = row === undefined || !isOwnPage(row.line) ? undefined : row.line;
  const close = () => void navigate({ search: ({ approval: _, ...rest }) => rest, replace: true });
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      size={560}
      title={row === undefined ? words.approvals.title : kindName(words, row)}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      destroyOnHidden
    >
      {row !== undefined && line !== undefined && <Opened row={row} line={line} />}
      {line === undefined && loaded && <p className="notice info">{words.approvals.gone}</p>}
    </Drawer>
  );
}
