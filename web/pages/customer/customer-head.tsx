/** The header strip: who it is, whose, how its case stands, and the figures by which one judges. */
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { CustomerWork } from "../../../src/contract/today.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { CaseTags } from "../../ui/case-tags.tsx";
import { CustomerAgeing } from "../../ui/customer-ageing.tsx";
import { PriorityBar } from "../../ui/priority-bar.tsx";
import { useWords } from "../../words.tsx";
import { CaseHistory } from "./case-history.tsx";
import { CustomerEdit } from "./customer-edit.tsx";
import { CustomerFigures } from "./customer-figures.tsx";

type HeadProps = { readonly page: CustomerPage; readonly work: CustomerWork | undefined };

function Facts({ page, work }: HeadProps) {
  const { customer, terms, work: words } = useWords();
  const facts = [
    `${customer.number} ${page.number}`,
    page.uscc,
    work && (work.owner === null ? words.noOwner : `${words.owner} ${work.owner.name}`),
    page.salesperson && `${customer.owner} ${page.salesperson}`,
    `${customer.language} ${terms.languages[page.language]}`,
    page.address,
  ].filter((fact) => fact !== null && fact !== undefined && fact !== "");
  return (
    <p className="quiet customer-facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      <Group work={work} />
    </p>
  );
}

function Group({ work }: Pick<HeadProps, "work">): ReactNode {
  const { work: words } = useWords();
  const { code } = useCreditor();
  const group = work?.group ?? null;
  if (group === null) return null;
  return (
    <span>
      {words.group}{" "}
      <Link
        to={PATHS.cases}
        params={{ creditor: code }}
        search={{ view: "groups", group: group.id }}
      >
        {words.groupLine(group.name, group.companies)}
      </Link>
    </span>
  );
}

/** Tasks and escalations that are open, and chasing that rests. */
function Badges({ page, work }: HeadProps) {
  const { customer, work: words } = useWords();
  const tasks = (work?.work ?? []).filter(({ kind }) => kind === "desk_task");
  const escalations = tasks.filter(({ task }) => task?.kind === "escalation").length;
  const others = tasks.length - escalations;
  return (
    <>
      {page.holds.some(({ active }) => active) && <span className="tag">{customer.holds}</span>}
      {escalations > 0 && (
        <span className="tag danger">{words.counted(words.taskKinds.escalation, escalations)}</span>
      )}
      {others > 0 && (
        <span className="tag warning">{words.counted(words.kinds.desk_task, others)}</span>
      )}
    </>
  );
}

export function CustomerHead(props: HeadProps) {
  const { page, work } = props;
  const { customer, frame } = useWords();
  const [editing, setEditing] = useState(false);
  return (
    <header className="card customer-head">
      <div className="line wrap">
        <h1>{page.name}</h1>
        <span className="tag accent">
          {page.grade === null ? customer.noGrade : customer.grade(page.grade)}
        </span>
        <Badges {...props} />
        <span className="grow" />
        {work !== undefined && work.priority.points > 0 && <PriorityBar priority={work.priority} />}
        <CanButton can={page.can.edit} onClick={() => setEditing(true)}>
          {frame.edit}
        </CanButton>
      </div>
      <div className="line wrap">
        <CaseTags of={work?.case ?? null} />
        <CaseHistory customer={page.id} />
      </div>
      <Facts {...props} />
      <CustomerFigures page={page} />
      <CustomerAgeing ageing={page.ageing} />
      {editing && <CustomerEdit page={page} onClose={() => setEditing(false)} />}
    </header>
  );
}
