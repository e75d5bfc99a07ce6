/** Who it is and how it stands: name, grade, owner, stage, why late, priority with its reasons. */
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { CustomerWork } from "../../../src/contract/today.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { CaseTags } from "../../ui/case-tags.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PriorityBar } from "../../ui/priority-bar.tsx";
import { useWords } from "../../words.tsx";
import type { WorkPaneProps } from "./work-pane.tsx";

type HeadProps = WorkPaneProps & { readonly work: CustomerWork | undefined };

function Steps({ onPrevious, onNext, onBack }: HeadProps) {
  const { today } = useWords();
  return (
    <div className="line">
      <Button size="small" className="pane-back" onClick={onBack}>
        {today.closePanel}
      </Button>
      <span className="grow" />
      <Button
        size="small"
        aria-label={today.previousCustomer}
        aria-keyshortcuts="k"
        disabled={onPrevious === undefined}
        icon={<Icon name="left" size={14} />}
        onClick={onPrevious}
      />
      <Button
        size="small"
        aria-label={today.nextCustomer}
        aria-keyshortcuts="j"
        disabled={onNext === undefined}
        icon={<Icon name="right" size={14} />}
        onClick={onNext}
      />
    </div>
  );
}

function Who({ work }: { readonly work: CustomerWork }) {
  const { customer, work: words } = useWords();
  const { grade, number } = work.customer;
  const facts = [
    number,
    grade === null ? customer.noGrade : customer.grade(grade),
    work.owner === null ? words.noOwner : `${words.owner} ${work.owner.name}`,
  ];
  return <p className="quiet small">{facts.join(" · ")}</p>;
}

export function PaneHead(props: HeadProps) {
  const { customer, work, why, onWhy } = props;
  const { code } = useCreditor();
  return (
    <header className="pane-head">
      <Steps {...props} />
      <div className="spread">
        <h2>
          <Link to={PATHS.customer} params={{ creditor: code, customer: customer.id }}>
            {customer.name}
          </Link>
        </h2>
        {work !== undefined && <PriorityBar priority={work.priority} open={why} onOpen={onWhy} />}
      </div>
      {work !== undefined && <Who work={work} />}
      {work !== undefined && <CaseTags of={work.case} />}
    </header>
  );
}
