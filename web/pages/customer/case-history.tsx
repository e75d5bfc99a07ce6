/** The cases that the customer had before: when, how far they went, and why it was late. */
import { useQuery } from "@tanstack/react-query";
import { Popover } from "antd";
import type { CollectionCase } from "../../../src/contract/case.ts";
import { customerCasesQuery } from "../../queries/cases.ts";
import { useCreditor } from "../../queries/session.ts";
import { LateReasonTag, StageTag } from "../../ui/case-tags.tsx";
import { useWords } from "../../words.tsx";

function Earlier({ cases }: { readonly cases: readonly CollectionCase[] }) {
  const { cases: words } = useWords();
  return (
    <ul className="stack tight">
      {cases.map(({ id, openedOn, closedOn, stage, reason }) => (
        <li key={id} className="line">
          <span className="number">{words.from(openedOn, closedOn)}</span>
          <StageTag stage={stage} />
          <LateReasonTag reason={reason} />
        </li>
      ))}
    </ul>
  );
}

export function CaseHistory({ customer }: { readonly customer: string }) {
  const { cases: words } = useWords();
  const { data } = useQuery(customerCasesQuery(useCreditor().code, customer));
  const closed = (data?.cases ?? []).filter(({ closedOn }) => closedOn !== null);
  if (closed.length === 0) return null;
  return (
    <Popover trigger="click" placement="bottom" content={<Earlier cases={closed} />}>
      <button type="button" className="why">
        {words.earlier} <b className="number">{closed.length}</b>
      </button>
    </Popover>
  );
}
