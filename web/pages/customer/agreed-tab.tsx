/** Promises and holds: what was agreed, and how it ended. */
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { Hold } from "../../../src/contract/hold.ts";
import type { PaymentPromise } from "../../../src/contract/promise.ts";
import { useLiftHold, useWithdrawPromise } from "../../queries/agreements.ts";
import { Amount } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { useWords } from "../../words.tsx";
import { Group } from "./agreed-group.tsx";

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

export function AgreedTab({ page }: { readonly page: CustomerPage }) {
  const { customer } = useWords();
  return (
    <div className="agreed-groups">
      <Group title={customer.promises} none={customer.noPromises}>
        {page.promises.map((promise) => (
          <PromiseLine key={promise.id} promise={promise} />
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
