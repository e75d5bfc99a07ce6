/** Promises and holds: what was agreed, and how it ended. */
import { useState } from "react";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import type { Hold } from "../../../src/contract/hold.ts";
import type { PaymentPromise } from "../../../src/contract/promise.ts";
import { Amount, amountWithCurrency } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { LiftHold, WithdrawPromise } from "../../ui/end-dialogs.tsx";
import { endReason } from "../../ui/promise-timeline.ts";
import type { Words } from "../../words/zh.ts";
import { useWords } from "../../words.tsx";
import { Group } from "./agreed-group.tsx";
import { CustomerAgreements } from "./customer-agreements.tsx";

const PROMISE_TAG = {
  open: "accent",
  kept: "success",
  partially_kept: "warning",
  broken: "danger",
  withdrawn: "",
} as const;

/** Who promised and how, on which documents, what came, and how it ended. */
function promiseFacts(words: Words, promise: PaymentPromise): readonly string[] {
  const { customer, promiseDesk } = words;
  const { channel, takenFrom, contact, came, endReason: ended } = promise;
  return [
    contact?.name ?? takenFrom,
    channel === null ? null : promiseDesk.channels[channel],
    promise.takenOn,
    customer.judgedOn(promise.judgedOn ?? promise.judgeOn),
    /^[0.]*$/.test(came.amount) ? null : promiseDesk.came(amountWithCurrency(came)),
    ...promise.items.map(({ number }) => number),
    promise.replaces === null ? null : promiseDesk.renegotiated,
    promise.replacedBy === null ? null : promiseDesk.replaced,
    ended === null ? null : endReason(words, ended),
  ].filter((fact) => fact !== null);
}

/** How far the customer's word was good. */
function ReliabilityLine({ page }: { readonly page: CustomerPage }) {
  const { promiseDesk, frame } = useWords();
  const { byCount, byAmount, kept, judged } = page.reliability;
  if (byCount === null) return <p className="quiet small">{promiseDesk.tooFew(judged)}</p>;
  const amounts = byAmount.map((one) => promiseDesk.byAmount(one.currency, one.perMille));
  const count = promiseDesk.reliable(byCount, kept, judged);
  return <p className="quiet small">{frame.listOf([count, ...amounts])}</p>;
}

function PromiseLine({ promise }: { readonly promise: PaymentPromise }) {
  const words = useWords();
  const { customer, terms, frame, promiseDesk } = words;
  const [ending, setEnding] = useState(false);
  const level = Math.max(0, ...promise.items.map((item) => item.level));
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
          {level > 0 && <span className="tag warning">{promiseDesk.level(level)}</span>}
        </span>
        <span className="quiet small">{frame.listOf(promiseFacts(words, promise))}</span>
      </span>
      {promise.state === "open" && (
        <CanButton can={promise.can.withdraw} size="small" onClick={() => setEnding(true)}>
          {customer.withdraw}
        </CanButton>
      )}
      {ending && <WithdrawPromise id={promise.id} onClose={() => setEnding(false)} />}
    </li>
  );
}

function HoldLine({ hold }: { readonly hold: Hold }) {
  const { customer, terms, acts, promiseDesk } = useWords();
  const [ending, setEnding] = useState(false);
  const what = hold.group === null ? acts.wholeCustomer : promiseDesk.ofGroup(hold.group.name);
  return (
    <li className="agreed">
      <span className="two-lines grow">
        <span className="line wrap">
          <span className="strong">{hold.item?.number ?? what}</span>
          <span className="tag">{terms.holdKinds[hold.kind]}</span>
          {!hold.active && <span className="tag">{customer.ended}</span>}
        </span>
        <span className="quiet small">
          {customer.from(hold.from)}
          {hold.until !== null && ` ${customer.until(hold.until)}`} · {hold.reason}
        </span>
      </span>
      {hold.active && (
        <CanButton can={hold.can.lift} size="small" onClick={() => setEnding(true)}>
          {customer.lift}
        </CanButton>
      )}
      {ending && <LiftHold id={hold.id} onClose={() => setEnding(false)} />}
    </li>
  );
}

export function AgreedTab({ page }: { readonly page: CustomerPage }) {
  const { customer } = useWords();
  return (
    <div className="agreed-groups">
      {page.promises.length > 0 && <ReliabilityLine page={page} />}
      <Group title={customer.promises} none={customer.noPromises}>
        {page.promises.map((promise) => (
          <PromiseLine key={promise.id} promise={promise} />
        ))}
      </Group>
      <CustomerAgreements customer={page.id} />
      <Group title={customer.holds} none={customer.noHolds}>
        {page.holds.map((hold) => (
          <HoldLine key={hold.id} hold={hold} />
        ))}
      </Group>
    </div>
  );
}
