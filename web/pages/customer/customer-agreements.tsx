/** The agreements of one customer; each opens in the drawer beside the page. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { type AgreementRow, agreementsQuery } from "../../queries/agreements-made.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amount } from "../../ui/amount.tsx";
import { useWords } from "../../words.tsx";
import { AgreementDrawer } from "../promises/agreement-drawer.tsx";
import { AgreementTag } from "../promises/agreement-tag.tsx";
import { Group } from "./agreed-group.tsx";

type LineProps = { readonly row: AgreementRow; readonly onOpen: (id: string) => void };

function Line({ row, onOpen }: LineProps) {
  const { agreed } = useWords();
  return (
    <li className="agreed">
      <span className="two-lines grow">
        <span className="line wrap">
          <Button type="link" size="small" className="flush" onClick={() => onOpen(row.id)}>
            {agreed.kinds[row.kind]} <span className="number">{row.number}</span>
          </Button>
          <Amount of={row.amount} currency strong />
          <AgreementTag state={row.state} />
        </span>
        <span className="quiet small">
          {row.proposedOn} {row.proposedBy} · {agreed.columns.last} {row.lastOn}
          {row.next !== null && ` · ${agreed.nextPart(row.next.dueOn)}`}
        </span>
      </span>
    </li>
  );
}

export function CustomerAgreements({ customer }: { readonly customer: string }) {
  const { customer: words, agreed } = useWords();
  const creditor = useCreditor().code;
  const [opened, setOpened] = useState<string | undefined>();
  const { data } = useInfiniteQuery(agreementsQuery(creditor, { customer }));
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <Group title={words.agreements} none={agreed.noPlans}>
        {rows.map((row) => (
          <Line key={row.id} row={row} onOpen={setOpened} />
        ))}
      </Group>
      <AgreementDrawer id={opened} onClose={() => setOpened(undefined)} />
    </>
  );
}
