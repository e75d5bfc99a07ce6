/** One dispute opened: what became of its amount, who answers by when, its thread, its acts. */
import { useQuery } from "@tanstack/react-query";
import { Drawer, Skeleton } from "antd";
import type { DisputePage } from "../../../src/contract/dispute.ts";
import { disputeQuery } from "../../queries/disputes.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import { AttachmentList } from "../../ui/attachment-list.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { DisputeActs } from "./dispute-acts.tsx";
import { CustomerOf } from "./dispute-columns.tsx";
import { DisputeParts } from "./dispute-parts.tsx";
import { DisputeDue, DisputeStanding } from "./dispute-standing.tsx";
import { DisputeThread } from "./dispute-thread.tsx";

function Facts({ dispute }: { readonly dispute: DisputePage }) {
  const words = useWords();
  const { disputes, departments } = words;
  const department = departments[dispute.department];
  const by = dispute.openedBy === null ? null : ` · ${whoIs(words, dispute.openedBy)}`;
  return (
    <FactList
      facts={[
        [disputes.raisedOn, `${dispute.openedOn}${by ?? ""}`],
        [disputes.assignee, dispute.assignee?.name ?? disputes.anyone(department)],
        [
          dispute.state === "answered" ? disputes.decideBy : disputes.answerBy,
          dispute.state === "closed" ? null : <DisputeDue key="due" dispute={dispute} />,
        ],
        [disputes.answeredOn, dispute.answeredOn],
        [
          disputes.closedOn,
          dispute.closedOn && `${dispute.closedOn} · ${whoIs(words, dispute.closedBy)}`,
        ],
        [disputes.creditMemo, dispute.creditMemo],
        [disputes.opened, dispute.splitFrom && disputes.splitFrom],
      ]}
    />
  );
}

function Files({ dispute }: { readonly dispute: DisputePage }) {
  const { disputes } = useWords();
  if (dispute.attachments.length === 0) return null;
  return (
    <section className="drawer-part">
      <h2>{disputes.attachments}</h2>
      <AttachmentList files={dispute.attachments} />
    </section>
  );
}

function Opened({ dispute }: { readonly dispute: DisputePage }) {
  const { disputes, terms } = useWords();
  return (
    <div className="stack wide-gap">
      <div className="spread">
        <span className="line wrap">
          <DisputeStanding dispute={dispute} />
          <span className="tag">{terms.disputeReasons[dispute.reason]}</span>
        </span>
        <Amount of={dispute.amount} currency strong />
      </div>
      <CustomerOf customer={dispute.customer} />
      <DisputeActs dispute={dispute} />
      <section className="drawer-part">
        <h2>{disputes.partsTitle}</h2>
        <DisputeParts dispute={dispute} />
      </section>
      <Facts dispute={dispute} />
      <section className="drawer-part">
        <h2>{disputes.thread}</h2>
        <DisputeThread dispute={dispute} />
      </section>
      <Files dispute={dispute} />
    </div>
  );
}

type DrawerProps = { readonly id: string | undefined; readonly onClose: () => void };

export function DisputeDrawer({ id, onClose }: DrawerProps) {
  const { disputes } = useWords();
  const creditor = useCreditor().code;
  const { data, error } = useQuery({
    ...disputeQuery(creditor, id ?? ""),
    enabled: id !== undefined,
  });
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      size={600}
      title={data === undefined ? disputes.opened : `${disputes.opened} ${data.item.number}`}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      destroyOnHidden
    >
      <ProblemNote error={error} />
      {id !== undefined && data !== undefined && <Opened key={data.id} dispute={data} />}
      {data === undefined && error === null && (
        <Skeleton active title={false} paragraph={{ rows: 8 }} />
      )}
    </Drawer>
  );
}
