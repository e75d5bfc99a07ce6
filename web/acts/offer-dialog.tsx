/** Draws up a repayment plan, an extension or a discount, with what it comes to beside it. */
import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Form, Input, Skeleton } from "antd";
import { useState } from "react";
import { type OfferKind, type Terms, termsQuery, usePropose } from "../queries/agreements-made.ts";
import { useCreditor } from "../queries/session.ts";
import { amountWords } from "../ui/amount.tsx";
import { AmountField } from "../ui/amount-field.tsx";
import { CanButton } from "../ui/can-button.tsx";
import { DayField } from "../ui/day-field.tsx";
import { ProblemNote } from "../ui/states.tsx";
import { useWords } from "../words.tsx";
import { type OfferFields, offerOf } from "./offer-body.ts";
import { OfferClauses } from "./offer-clauses.tsx";
import { OfferItemList, type OfferItems } from "./offer-items.tsx";
import { OfferResult } from "./offer-result.tsx";
import { OfferSchedule } from "./offer-schedule.tsx";
import "./offers.css";
import "../pages/promises/agreements.css";

type OfferProps = {
  readonly kind: OfferKind;
  readonly customer: string;
  /** The agreement that this one takes the place of. */
  readonly replaces?: string;
  readonly onClose: () => void;
};

/** Everything past due in the first currency: what is usually agreed about. */
function firstChoice({ items }: Terms, kind: OfferKind): OfferItems {
  if (kind === "extension") return new Map();
  const free = items.filter(({ free: { amount } }) => /[1-9]/.test(amount));
  const late = free.filter(({ daysPastDue }) => daysPastDue > 0);
  const currency = (late[0] ?? free[0])?.free.currency;
  const usual = (late.length > 0 ? late : free).filter(({ free: of }) => of.currency === currency);
  return new Map(usual.map((item) => [item.id, amountWords(item.free)]));
}

function Discount({ currency }: { readonly currency: string }) {
  const { agreed } = useWords();
  const { businessDay } = useCreditor();
  return (
    <div className="offer-pair">
      <Form.Item name="forgiven" label={agreed.forgiven} rules={[{ required: true }]}>
        <AmountField currency={currency} />
      </Form.Item>
      <Form.Item name="payBy" label={agreed.payBy} rules={[{ required: true }]}>
        <DayField min={businessDay} allowClear={false} />
      </Form.Item>
    </div>
  );
}

const FIRST: OfferFields = {
  scheduleKind: "equal",
  count: 3,
  every: "month",
  parts: [{}],
  interestPer: "none",
  rollToWorkingDay: true,
  reservePenalty: true,
  acceleration: "by_person",
  guarantorKind: "joint",
  guarantorMonths: 6,
};

function OfferForm({ terms, ...props }: OfferProps & { readonly terms: Terms }) {
  const { agreed, frame } = useWords();
  const { kind, customer, replaces = null, onClose } = props;
  const [form] = Form.useForm<OfferFields>();
  const [chosen, setChosen] = useState<OfferItems>(() => firstChoice(terms, kind));
  const fields = (Form.useWatch([], form) as OfferFields | undefined) ?? FIRST;
  const propose = usePropose(customer, onClose);
  const taken = terms.items.find(({ id }) => chosen.has(id)) ?? terms.items[0];
  const currency = taken?.free.currency ?? "CNY";
  const typed = { kind, currency, chosen, replaces };
  const { limits } = terms;
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={FIRST}
      onFinish={() => {
        const offer = offerOf({ ...typed, fields: form.getFieldsValue(true) as OfferFields });
        if (offer !== null) propose.mutate(offer);
      }}
    >
      <div className="offer-grid">
        <div>
          <h3>{agreed.items}</h3>
          <OfferItemList
            items={terms.items}
            chosen={chosen}
            asks={kind === "extension" ? "day" : "amount"}
            onChange={setChosen}
          />
          <br />
          {kind === "repayment_plan" && <OfferSchedule currency={currency} />}
          {kind === "discount" && <Discount currency={currency} />}
          {kind === "repayment_plan" && (
            <p className="quiet small">{agreed.limits(limits.longestDays, limits.mostParts)}</p>
          )}
          <Form.Item
            name="reason"
            label={agreed.reason}
            rules={[{ required: true, whitespace: true, max: 2000 }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
          <OfferClauses kind={kind} />
        </div>
        <OfferResult customer={customer} offer={offerOf({ ...typed, fields })} />
      </div>
      <ProblemNote error={propose.error} />
      <div className="act-foot">
        <span className="grow" />
        <Button onClick={onClose}>{frame.cancel}</Button>
        <CanButton
          can={terms.can.propose}
          type="primary"
          htmlType="submit"
          loading={propose.isPending}
        >
          {agreed.submit}
        </CanButton>
      </div>
    </Form>
  );
}

export function OfferDialog(props: OfferProps) {
  const { agreed } = useWords();
  const creditor = useCreditor().code;
  const { data, error, refetch } = useQuery(termsQuery(creditor, props.customer, props.replaces));
  return (
    <Drawer
      open
      size={980}
      onClose={props.onClose}
      title={agreed.propose[props.kind]}
      styles={{ wrapper: { maxWidth: "100vw" } }}
    >
      <ProblemNote error={error} onAgain={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined && data.items.length === 0 && (
        <p className="quiet">{agreed.nothingFree}</p>
      )}
      {data !== undefined && data.items.length > 0 && <OfferForm {...props} terms={data} />}
    </Drawer>
  );
}
