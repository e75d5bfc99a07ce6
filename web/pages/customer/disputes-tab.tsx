/** The disputes of one customer: what is disputed, why, and how it ended. */
import { Dropdown } from "antd";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { Dispute } from "../../../src/contract/dispute.ts";
import { useCloseDispute } from "../../queries/agreements.ts";
import { Amount } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { useWords } from "../../words.tsx";
import { Group } from "./agreed-group.tsx";

function DisputeLine({ dispute }: { readonly dispute: Dispute }) {
  const { customer, terms } = useWords();
  const close = useCloseDispute();
  const outcomes = Object.entries(terms.disputeOutcomes).map(([key, label]) => ({ key, label }));
  const end = (key: string) =>
    close.mutate({ dispute: dispute.id, outcome: key as keyof typeof terms.disputeOutcomes });
  return (
    <li className="agreed">
      <span className="two-lines grow">
        <span className="line wrap">
          <Amount of={dispute.amount} currency strong />
          <span className="number">{dispute.item.number}</span>
          <span className="tag warning">{terms.disputeReasons[dispute.reason]}</span>
          {dispute.outcome !== null && (
            <span className="tag">{terms.disputeOutcomes[dispute.outcome]}</span>
          )}
        </span>
        <span className="quiet small">
          {customer.openedOn(dispute.openedOn)}
          {dispute.note !== null && ` · ${dispute.note}`}
        </span>
      </span>
      {dispute.closedOn === null &&
        (dispute.can.close === true ? (
          <Dropdown menu={{ items: outcomes, onClick: ({ key }) => end(key) }} trigger={["click"]}>
            <CanButton can={true} size="small" loading={close.isPending}>
              {customer.closeDispute}
            </CanButton>
          </Dropdown>
        ) : (
          <CanButton can={dispute.can.close} size="small">
            {customer.closeDispute}
          </CanButton>
        ))}
    </li>
  );
}

export function DisputesTab({ page }: { readonly page: CustomerPage }) {
  const { customer } = useWords();
  return (
    <div className="agreed-groups">
      <Group title={customer.disputes} none={customer.noDisputes}>
        {page.disputes.map((dispute) => (
          <DisputeLine key={dispute.id} dispute={dispute} />
        ))}
      </Group>
    </div>
  );
}
