/** Promises, disputes and holds: what was agreed, and how it ended. */
import { Dropdown } from "antd";
import type { ReactNode } from "react";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { Dispute } from "../../../src/contract/dispute.ts";
import type { Hold } from "../../../src/contract/hold.ts";
import type { PaymentPromise } from "../../../src/contract/promise.ts";
import { useCloseDispute, useLiftHold, useWithdrawPromise } from "../../queries/agreements.ts";
import { Amount } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { useWords } from "../../words.tsx";

const PROMISE_TAG = {
  open: "accent",
  kept: "success",
  partially_kept: "warning",
  broken: "danger",
  withdrawn: "",
} as const;

function PromiseLine({ promise }: { readonly promise: PaymentPromise }) {
  const { customer, terms, frame } = useWords();
  const withdraw = useWithdrawPromise();
  return (
    <li className="agreed">
      <span className="two-lines grow">
        <span className="line wrap">
          <Amount of={promise.amount} currency strong />
          <span className="number">
            {customer.itemColumns.due} {promise.payOn}
          </span>
          <span className={`tag ${PROMISE_TAG[promise.state]}`}>
            {terms.promiseStates[promise.state]}
          </span>
        </span>
        <span className="quiet small">
          {frame.listOf([
            ...(promise.takenFrom === null ? [] : [promise.takenFrom]),
            promise.takenOn,
            customer.judgedOn(promise.judgedOn ?? promise.judgeOn),
            ...promise.items.map(({ number }) => number),
          ])}
        </span>
      </span>
      {promise.state === "open" && (
        <CanButton
          can={promise.can.withdraw}
          size="small"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(promise.id)}
        >
          {customer.withdraw}
        </CanButton>
      )}
    </li>
  );
}

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

function HoldLine({ hold }: { readonly hold: Hold }) {
  const { customer, terms, acts } = useWords();
  const lift = useLiftHold();
  return (
    <li className="agreed">
      <span className="two-lines grow">
        <span className="line wrap">
          <span className="strong">{hold.item?.number ?? acts.wholeCustomer}</span>
          <span className="tag">{terms.holdKinds[hold.kind]}</span>
          {!hold.active && <span className="tag">{customer.ended}</span>}
        </span>
        <span className="quiet small">
          {customer.from(hold.from)}
          {hold.until !== null && ` ${customer.until(hold.until)}`} · {hold.reason}
        </span>
      </span>
      {hold.active && (
        <CanButton
          can={hold.can.lift}
          size="small"
          loading={lift.isPending}
          onClick={() => lift.mutate(hold.id)}
        >
          {customer.lift}
        </CanButton>
      )}
    </li>
  );
}

type GroupProps = {
  readonly title: string;
  readonly none: string;
  readonly children: readonly ReactNode[];
};

function Group({ title, none, children }: GroupProps) {
  return (
    <section>
      <h3>{title}</h3>
      {children.length === 0 ? <p className="quiet">{none}</p> : <ul>{children}</ul>}
    </section>
  );
}

export function AgreedTab({ page }: { readonly page: CustomerPage }) {
  const { customer } = useWords();
  return (
    <div className="agreed-groups">
      <Group title={customer.promises} none={customer.noPromises}>
        {page.promises.map((promise) => (
          <PromiseLine key={promise.id} promise={promise} />
        ))}
      </Group>
      <Group title={customer.disputes} none={customer.noDisputes}>
        {page.disputes.map((dispute) => (
          <DisputeLine key={dispute.id} dispute={dispute} />
        ))}
      </Group>
      <Group title={customer.holds} none={customer.noHolds}>
        {page.holds.map((hold) => (
          <HoldLine key={hold.id} hold={hold} />
        ))}
      </Group>
    </div>
  );
}
