/** One agreement opened: state, parts, risk, document, what may be done, and how it came so far. */
import { useQuery } from "@tanstack/react-query";
import { Drawer, Skeleton } from "antd";
import { type AgreementAnswer, agreementQuery } from "../../queries/agreements-made.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount, amountWithCurrency } from "../../ui/amount.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";
import { CustomerLink } from "../receipts/receipt-standing.tsx";
import { AgreementActs } from "./agreement-acts.tsx";
import { AgreementHistory } from "./agreement-history.tsx";
import { CostNote, FactNotes, RiskNotes } from "./agreement-notes.tsx";
import { AgreementItems, Instalments } from "./agreement-parts.tsx";
import { AgreementTag } from "./agreement-tag.tsx";
import "./agreements.css";

type Opened = { readonly agreement: AgreementAnswer };

function Approval({ agreement: { approval } }: Opened) {
  const { agreed, terms, frame } = useWords();
  if (approval === null) return null;
  const who =
    approval.state === "requested"
      ? frame.listOf(approval.roles.map((role) => named(terms.roles, role)))
      : (approval.decidedBy ?? "–");
  return (
    <p className="quiet">
      {agreed.approval[approval.state](who)}
      {approval.reason !== null && `：${approval.reason}`}
    </p>
  );
}

function Head({ agreement }: Opened) {
  const { agreed } = useWords();
  return (
    <div className="stack tight">
      <div className="spread">
        <AgreementTag state={agreement.state} />
        <Amount of={agreement.open} currency strong />
      </div>
      <div className="spread">
        <CustomerLink customer={agreement.customer} />
        {agreement.missed > 0 && (
          <span className="tag warning">{agreed.missed(agreement.missed)}</span>
        )}
      </div>
      <Approval agreement={agreement} />
      {agreement.state === "approved" && agreement.signBy !== null && (
        <p className="quiet">{agreed.signBy(agreement.signBy)}</p>
      )}
      {agreement.replaces !== null && (
        <p className="quiet">{agreed.replaces(agreement.replaces.number)}</p>
      )}
      {agreement.replacedBy !== null && (
        <p className="quiet">{agreed.replacedBy(agreement.replacedBy.number)}</p>
      )}
    </div>
  );
}

function Facts({ agreement }: Opened) {
  const { agreed } = useWords();
  const { clauses } = agreement;
  const { guarantor } = clauses;
  return (
    <FactList
      facts={[
        [agreed.columns.total, amountWithCurrency(agreement.amount)],
        [agreed.columns.last, agreement.lastOn],
        [agreed.reason, agreement.reason],
        [
          agreed.guarantor,
          guarantor && `${guarantor.name}（${agreed.guarantorKinds[guarantor.kind]}）`,
        ],
        [agreed.jurisdiction, clauses.jurisdiction],
        [agreed.serviceAddress, clauses.serviceAddress],
        [agreed.serviceEmail, clauses.serviceEmail],
        [agreed.signedBy, agreement.signedBy],
        [agreed.position, agreement.signedPosition],
        [agreed.signedOn, agreement.signedOn],
      ]}
    />
  );
}

function Contents({ agreement }: Opened) {
  return (
    <div className="stack wide-gap">
      <Head agreement={agreement} />
      <AgreementActs agreement={agreement} />
      {agreement.instalments.length > 0 && <Instalments agreement={agreement} />}
      <AgreementItems agreement={agreement} />
      <RiskNotes risk={agreement.risk} />
      <CostNote cost={agreement.cost} />
      <FactNotes because={agreement.concessions} />
      <Facts agreement={agreement} />
      <AgreementHistory agreement={agreement} />
    </div>
  );
}

type DrawerProps = { readonly id: string | undefined; readonly onClose: () => void };

export function AgreementDrawer({ id, onClose }: DrawerProps) {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  const { data, error } = useQuery({
    ...agreementQuery(creditor, id ?? ""),
    enabled: id !== undefined,
  });
  const title = data === undefined ? agreed.drawer : `${agreed.kinds[data.kind]} ${data.number}`;
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      size={680}
      title={title}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      destroyOnHidden
    >
      <ProblemNote error={error} />
      {id !== undefined && data !== undefined && <Contents agreement={data} />}
      {data === undefined && error === null && (
        <Skeleton active title={false} paragraph={{ rows: 10 }} />
      )}
    </Drawer>
  );
}
