/** What some outcomes ask for besides: the disputed document, the invoices to send again. */
import { Form, type FormInstance, Select } from "antd";
import type { CustomerPage } from "../../src/contract/customer.ts";
import { amountWords } from "../ui/amount.tsx";
import { AmountField, amountRule } from "../ui/amount-field.tsx";
import { useWords } from "../words.tsx";
import { itemOptions, openClaims, optionsOf } from "./options.ts";

type DisputeReason =
  | "not_received"
  | "amount"
  | "quality"
  | "quantity"
  | "delivery"
  | "price"
  | "other";

export type OutcomeGiven = {
  readonly channel: "call" | "visit" | "message" | "meeting" | "review";
  readonly outcome:
    | "reached"
    | "no_answer"
    | "wrong_contact"
    | "promised"
    | "disputed"
    | "invoice_copy_asked"
    | "refused_to_pay"
    | "confirmed"
    | "approved"
    | "declined"
    | "done";
  readonly said?: string;
  readonly contact?: string;
  readonly overdueReason?: "oversight" | "cash" | "procedure" | "dispute" | "malice";
  readonly direction?: "out" | "in";
  readonly happened?: "now" | "before";
  readonly happenedDay?: string | null;
  readonly happenedTime?: string;
  readonly reasonWilful?: boolean;
  readonly reasonNote?: string;
  readonly nextStep?: "call" | "message" | "visit" | "meeting" | "wait_for_payment" | "ask_inside";
  readonly followUpOn?: string | null;
  readonly followUpAt?: string;
  readonly outsideReason?: string;
  readonly dispute?: {
    readonly item: string;
    readonly amount: string;
    readonly reason: DisputeReason;
  };
  readonly invoiceCopies?: string[];
};

type OutcomeMoreProps = {
  readonly form: FormInstance<OutcomeGiven>;
  readonly customer: CustomerPage;
};

function DisputedItem({ form, customer }: OutcomeMoreProps) {
  const words = useWords();
  const claims = openClaims(customer);
  const chosen = Form.useWatch(["dispute", "item"], form);
  const item = claims.find(({ id }) => id === chosen) ?? claims[0];
  const fill = (id: string) => {
    const next = claims.find((claim) => claim.id === id);
    if (next !== undefined) form.setFieldValue(["dispute", "amount"], amountWords(next.open));
  };
  if (item === undefined) return <p className="quiet">{words.acts.noItems}</p>;
  return (
    <>
      <Form.Item name={["dispute", "item"]} label={words.acts.item} rules={[{ required: true }]}>
        <Select options={itemOptions(claims)} onChange={fill} />
      </Form.Item>
      <div className="act-pair">
        <Form.Item
          name={["dispute", "amount"]}
          label={words.acts.disputedAmount}
          rules={[amountRule(words, item.open)]}
        >
          <AmountField currency={item.open.currency} />
        </Form.Item>
        <Form.Item
          name={["dispute", "reason"]}
          label={words.acts.reason}
          rules={[{ required: true }]}
        >
          <Select options={optionsOf(words.terms.disputeReasons)} />
        </Form.Item>
      </div>
    </>
  );
}

export function OutcomeMore({ form, customer }: OutcomeMoreProps) {
  const { acts } = useWords();
  const outcome = Form.useWatch("outcome", form);
  if (outcome === "disputed") return <DisputedItem form={form} customer={customer} />;
  if (outcome !== "invoice_copy_asked") return null;
  return (
    <Form.Item name="invoiceCopies" label={acts.invoiceCopies} rules={[{ required: true }]}>
      <Select mode="multiple" options={itemOptions(openClaims(customer))} />
    </Form.Item>
  );
}
