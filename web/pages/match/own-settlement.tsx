/** Allocating by hand: another customer, several documents, part amounts, what of the rest. */
import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useId, useState } from "react";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { groupedAmount } from "../../../src/domain/values/money.ts";
import { openClaimsQuery } from "../../queries/match.ts";
import { useCreditor } from "../../queries/session.ts";
import { type ChosenCustomer, CustomerChoice } from "../../ui/customer-choice.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { OrderOfLaw } from "./order-of-law.tsx";
import { OwnClaims, OwnCredits } from "./own-claims.tsx";
import { OwnFoot, type OwnReceipt } from "./own-foot.tsx";
import { LEFT_OPEN, OwnShort, type Short } from "./own-short.tsx";
import { filled } from "./own-sum.ts";
import { type Own, useOwn } from "./use-own.ts";

export type Beginning = {
  readonly amounts: ReadonlyMap<string, WireMoney>;
  readonly short: Short;
};

/** A clean sheet. */
export const NOTHING_CHOSEN: Beginning = { amounts: new Map(), short: LEFT_OPEN };

type OwnSettlementProps = {
  readonly receipt: OwnReceipt;
  readonly customer: ChosenCustomer | null;
  /** What a proposal would settle, to begin with. */
  readonly first: Beginning;
  /** The customer is what a person wants to change. */
  readonly asksCustomer: boolean;
  readonly onBack?: () => void;
  readonly onApplied: Parameters<typeof OwnFoot>[0]["onApplied"];
};

function Tools({ own, money }: { readonly own: Own; readonly money: WireMoney }) {
  const { match: words } = useWords();
  const fill = () => {
    const amounts = filled(money, own.claims);
    own.choose(new Map([...amounts].map(([id, amount]) => [id, groupedAmount(amount)])));
  };
  return (
    <div className="line wrap">
      <h3 className="panel-title grow">{words.claims}</h3>
      <Button size="small" onClick={fill}>
        {words.fill}
      </Button>
      <Button size="small" disabled={own.chosen.size === 0} onClick={() => own.choose(new Map())}>
        {words.clear}
      </Button>
    </div>
  );
}

function Choice({ own, money }: { readonly own: Own; readonly money: WireMoney }) {
  const { match: words } = useWords();
  const { chosen, set, sum } = own;
  const choice = { chosen, faulty: sum.faulty, onSet: set };
  return (
    <>
      {own.claims.length === 0 ? (
        <p className="notice info">{words.noClaimsIn(money.currency)}</p>
      ) : (
        <>
          <Tools own={own} money={money} />
          <OwnClaims claims={own.claims} {...choice} />
        </>
      )}
      <OwnCredits credits={own.credits} {...choice} />
      {own.isShort && <OwnShort amount={own.shortBy} short={own.short} onChange={own.setShort} />}
    </>
  );
}

type ClaimsProps = Omit<OwnSettlementProps, "customer" | "asksCustomer"> & {
  readonly customer: ChosenCustomer;
};

function Claims({ receipt, customer, first, onApplied }: ClaimsProps) {
  const creditor = useCreditor().code;
  const { rest } = receipt;
  const { data, error, refetch } = useQuery(openClaimsQuery(creditor, customer.id, rest.currency));
  const own = useOwn(rest, data?.claims ?? [], data?.credits ?? [], receipt.item, first);
  if (error !== null) return <ProblemNote error={error} onAgain={() => void refetch()} />;
  if (data === undefined) return <Skeleton active title={false} paragraph={{ rows: 5 }} />;
  return (
    <>
      <Choice own={own} money={rest} />
      <OrderOfLaw customer={customer.id} money={rest} onFill={own.choose} />
      <OwnFoot receipt={receipt} customer={customer} own={own} onApplied={onApplied} />
    </>
  );
}

export function OwnSettlement(props: OwnSettlementProps) {
  const { match: words } = useWords();
  const { onBack } = props;
  const id = useId();
  const [customer, setCustomer] = useState(props.customer);
  return (
    <section className="stack own" aria-label={words.ownTitle}>
      <div className="spread">
        <h3>{words.ownTitle}</h3>
        {onBack !== undefined && (
          <Button size="small" onClick={onBack}>
            {words.ownBack}
          </Button>
        )}
      </div>
      <div className="stack tight">
        <label htmlFor={id} className="small quiet">
          {words.customer}
        </label>
        <CustomerChoice
          id={id}
          value={customer}
          onChange={setCustomer}
          autoFocus={props.asksCustomer}
        />
      </div>
      {customer !== null && (
        <Claims
          key={customer.id}
          {...props}
          customer={customer}
          first={customer.id === props.customer?.id ? props.first : NOTHING_CHOSEN}
        />
      )}
    </section>
  );
}
