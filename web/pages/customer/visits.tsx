/** The visits of a customer: planned, made, called off. */
import { useQuery } from "@tanstack/react-query";
import { Modal, Skeleton } from "antd";
import { lazy, Suspense, useState } from "react";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import { visitsQuery } from "../../queries/contacts.ts";
import { useCreditor } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Empty, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { VisitCard } from "./visit-card.tsx";
import "./log.css";

const VisitForm = lazy(() => import("../../acts/visit-form.tsx"));

type PageProps = { readonly page: CustomerPage };

export function Visits({ page }: PageProps) {
  const { contactDesk } = useWords();
  const { data, error } = useQuery(visitsQuery(useCreditor().code, page.id));
  const [planning, setPlanning] = useState(false);
  if (data === undefined) return <ProblemNote error={error} />;
  const plan = (
    <CanButton
      can={data.can.plan}
      icon={<Icon name="visit" size={14} />}
      onClick={() => setPlanning(true)}
    >
      {contactDesk.planVisit}
    </CanButton>
  );
  return (
    <section className="stack">
      <div className="spread">
        <h3 className="pane-title">{contactDesk.visits}</h3>
        {data.visits.length > 0 && plan}
      </div>
      {data.visits.length === 0 ? (
        <Empty icon="visit" title={contactDesk.visitsEmpty} text={contactDesk.visitsEmptyText}>
          {plan}
        </Empty>
      ) : (
        <ul className="log-list">
          {data.visits.map((visit) => (
            <VisitCard key={visit.id} visit={visit} page={page} />
          ))}
        </ul>
      )}
      {planning && (
        <Modal
          open
          title={contactDesk.visitTitle}
          footer={null}
          onCancel={() => setPlanning(false)}
          width={620}
        >
          <Suspense fallback={<Skeleton active title={false} />}>
            <VisitForm customer={page} onDone={() => setPlanning(false)} />
          </Suspense>
        </Modal>
      )}
    </section>
  );
}
