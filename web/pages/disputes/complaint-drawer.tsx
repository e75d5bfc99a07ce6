/** One complaint opened: what was said, about whom, who looks into it, and its answer. */
import { useQuery } from "@tanstack/react-query";
import { Drawer, Select, Skeleton } from "antd";
import { useState } from "react";
import type { Complaint } from "../../../src/contract/complaint.ts";
import { complaintQuery, useAssignComplaint } from "../../queries/complaints.ts";
import { disputeDeskQuery } from "../../queries/disputes.ts";
import { useCreditor } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { AnswerComplaintForm } from "./answer-complaint-form.tsx";
import { aboutWhom, ComplaintDue, ComplaintStanding } from "./complaint-columns.tsx";
import { CustomerOf } from "./dispute-columns.tsx";

/** Who looks into it; chosen by whoever may answer. */
function Owner({ complaint }: { readonly complaint: Complaint }) {
  const { complaints } = useWords().disputes;
  const { data } = useQuery(disputeDeskQuery(useCreditor().code));
  const assign = useAssignComplaint(complaint.id, () => undefined);
  const name = complaint.owner?.name ?? complaints.whoever;
  if (complaint.can.assign !== true) return name;
  const people = (data?.complaintOwners ?? [])
    .filter(({ id }) => id !== complaint.about?.id)
    .map(({ id, name: label }) => ({ value: id, label }));
  return (
    <Select
      aria-label={complaints.assign}
      style={{ minWidth: 160 }}
      value={complaint.owner?.id ?? null}
      placeholder={complaints.whoever}
      loading={assign.isPending}
      options={people}
      onChange={(owner) => {
        if (owner !== null) assign.mutate(owner);
      }}
    />
  );
}

function Facts({ complaint }: { readonly complaint: Complaint }) {
  const words = useWords();
  const { complaints } = words.disputes;
  const complainant = complaint.contact?.name ?? complaint.complainant;
  return (
    <FactList
      facts={[
        [complaints.complainant, complainant],
        [complaints.about, aboutWhom(complaint) ?? complaints.nobody],
        [complaints.channel, complaints.channels[complaint.channel]],
        [complaints.receivedOn, complaint.receivedOn],
        [complaints.loggedBy, `${whoIs(words, complaint.loggedBy)} · ${complaint.loggedOn}`],
        [complaints.owner, <Owner key="owner" complaint={complaint} />],
        [
          complaints.answerBy,
          complaint.state === "closed" ? null : <ComplaintDue key="due" complaint={complaint} />,
        ],
        [complaints.answer, complaint.answer],
        [complaints.measures, complaint.measures],
        [
          complaints.closedBy,
          complaint.closedOn && `${whoIs(words, complaint.closedBy)} · ${complaint.closedOn}`,
        ],
      ]}
    />
  );
}

function Opened({ complaint }: { readonly complaint: Complaint }) {
  const { complaints } = useWords().disputes;
  const [answering, setAnswering] = useState(false);
  return (
    <div className="stack wide-gap">
      <div className="line wrap">
        <ComplaintStanding complaint={complaint} />
        <span className="tag">{complaints.kinds[complaint.kind]}</span>
      </div>
      <CustomerOf customer={complaint.customer} />
      <p className="said">{complaint.said}</p>
      {complaint.state === "open" && !answering && (
        <div>
          <CanButton can={complaint.can.answer} type="primary" onClick={() => setAnswering(true)}>
            {complaints.answerAct}
          </CanButton>
        </div>
      )}
      {answering && (
        <div className="dispute-act">
          <AnswerComplaintForm complaint={complaint.id} onDone={() => setAnswering(false)} />
        </div>
      )}
      <Facts complaint={complaint} />
    </div>
  );
}

type DrawerProps = { readonly id: string | undefined; readonly onClose: () => void };

export function ComplaintDrawer({ id, onClose }: DrawerProps) {
  const { complaints } = useWords().disputes;
  const creditor = useCreditor().code;
  const { data, error } = useQuery({
    ...complaintQuery(creditor, id ?? ""),
    enabled: id !== undefined,
  });
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      size={560}
      title={complaints.opened}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      destroyOnHidden
    >
      <ProblemNote error={error} />
      {id !== undefined && data !== undefined && <Opened key={data.id} complaint={data} />}
      {data === undefined && error === null && (
        <Skeleton active title={false} paragraph={{ rows: 6 }} />
      )}
    </Drawer>
  );
}
