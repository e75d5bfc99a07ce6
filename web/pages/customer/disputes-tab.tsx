/** The disputes and complaints of one customer; each opens with its thread and acts. */
import { Button } from "antd";
import { useState } from "react";
import type { Complaint } from "../../../src/contract/complaint.ts";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { Dispute } from "../../../src/contract/dispute.ts";
import { Amount } from "../../ui/amount.tsx";
import { useWords } from "../../words.tsx";
import { ComplaintDue, ComplaintStanding } from "../disputes/complaint-columns.tsx";
import { ComplaintDrawer } from "../disputes/complaint-drawer.tsx";
import { DisputeDrawer } from "../disputes/dispute-drawer.tsx";
import { DisputeDue, DisputeStanding } from "../disputes/dispute-standing.tsx";
import { LogComplaint } from "../disputes/log-complaint.tsx";
import { Group } from "./agreed-group.tsx";
import "../../ui/money-pages.css";
import "../disputes/disputes.css";

type LineProps<Row> = { readonly row: Row; readonly onOpen: () => void };

function DisputeLine({ row, onOpen }: LineProps<Dispute>) {
  const { customer, terms, departments, disputes } = useWords();
  return (
    <li className="agreed">
      <span className="two-lines grow">
        <span className="line wrap">
          <Amount of={row.amount} currency strong />
          <span className="number">{row.item.number}</span>
          <span className="tag">{terms.disputeReasons[row.reason]}</span>
          <DisputeStanding dispute={row} />
        </span>
        <span className="quiet small">
          {customer.openedOn(row.openedOn)} · {departments[row.department]}
          {row.note !== null && ` · ${row.note}`}
        </span>
      </span>
      <DisputeDue dispute={row} />
      <Button size="small" onClick={onOpen}>
        {disputes.listShort}
      </Button>
    </li>
  );
}

function ComplaintLine({ row, onOpen }: LineProps<Complaint>) {
  const { complaints } = useWords().disputes;
  return (
    <li className="agreed">
      <span className="two-lines grow">
        <span className="line wrap">
          <span className="strong">{complaints.kinds[row.kind]}</span>
          <ComplaintStanding complaint={row} />
        </span>
        <span className="quiet small">
          {row.receivedOn} · {row.said}
        </span>
      </span>
      <ComplaintDue complaint={row} />
      <Button size="small" onClick={onOpen}>
        {complaints.see}
      </Button>
    </li>
  );
}

export function DisputesTab({ page }: { readonly page: CustomerPage }) {
  const { customer, disputes } = useWords();
  const [dispute, setDispute] = useState<string>();
  const [complaint, setComplaint] = useState<string>();
  return (
    <div className="agreed-groups">
      <Group title={customer.disputes} none={customer.noDisputes}>
        {page.disputes.map((row) => (
          <DisputeLine key={row.id} row={row} onOpen={() => setDispute(row.id)} />
        ))}
      </Group>
      <Group title={disputes.tabs.complaints} none={disputes.complaints.empty}>
        {page.complaints.map((row) => (
          <ComplaintLine key={row.id} row={row} onOpen={() => setComplaint(row.id)} />
        ))}
      </Group>
      <div>
        <LogComplaint
          customer={{ id: page.id, name: page.name }}
          contacts={page.contacts}
          can={page.can.logComplaint}
        />
      </div>
      <DisputeDrawer id={dispute} onClose={() => setDispute(undefined)} />
      <ComplaintDrawer id={complaint} onClose={() => setComplaint(undefined)} />
    </div>
  );
}
