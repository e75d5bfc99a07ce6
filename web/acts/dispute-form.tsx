/** Raises a dispute on one document; its part is no longer chased. */
import { Form, Input, Select } from "antd";
import { answerOf, api } from "../api.ts";
import { DepartmentFields } from "../pages/disputes/department-fields.tsx";
import { useAct } from "../queries/act.ts";
import type { Department } from "../queries/disputes.ts";
import { useCreditor } from "../queries/session.ts";
import { amountWords } from "../ui/amount.tsx";
import { AmountField, amountRule, wireAmount } from "../ui/amount-field.tsx";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";
import type { ActFormProps } from "./acts.tsx";
import { itemOptions, openClaims, optionsOf } from "./options.ts";
import type { OutcomeGiven } from "./outcome-more.tsx";

type Given = NonNullable<OutcomeGiven["dispute"]> & {
  readonly note?: string;
  readonly department?: Department;
  readonly assignee?: string;
};

function useRaiseDispute({ customer, onDone }: ActFormProps) {
  const words = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run({ item, amount, reason, note, department, assignee }: Given) {
      const currency = customer.items.find(({ id }) => id === item)?.open.currency ?? "CNY";
      return answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/disputes", {
          params: { path: { creditor, customer: customer.id } },
          body: {
            ...{ item, amount: wireAmount(amount, currency), reason, note: note?.trim() || null },
            ...{ department: department ?? null, assignee: assignee ?? null },
          },
        }),
      );
    },
    done: () => words.acts.disputeSaved,
    after: onDone,
    shownInForm: true,
  });
}

export default function DisputeForm(props: ActFormProps) {
  const words = useWords();
  const { acts } = words;
  const [form] = Form.useForm<Given>();
  const raise = useRaiseDispute(props);
  const claims = openClaims(props.customer);
  const chosen = Form.useWatch("item", form);
  const reason = Form.useWatch("reason", form);
  const item = claims.find(({ id }) => id === chosen) ?? claims[0];
  if (item === undefined) return <p className="act-form quiet">{acts.noItems}</p>;
  const fill = (id: string) => {
    const next = claims.find((claim) => claim.id === id);
    if (next !== undefined) form.setFieldValue("amount", amountWords(next.open));
  };
  return (
    <Form
      form={form}
      className="act-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ item: item.id, amount: amountWords(item.open) }}
      onFinish={(given) => raise.mutate(given)}
    >
      <Form.Item name="item" label={acts.item} rules={[{ required: true }]}>
        <Select options={itemOptions(claims)} onChange={fill} />
      </Form.Item>
      <div className="act-pair">
        <Form.Item name="amount" label={acts.disputedAmount} rules={[amountRule(words, item.open)]}>
          <AmountField currency={item.open.currency} />
        </Form.Item>
        <Form.Item name="reason" label={acts.reason} rules={[{ required: true }]}>
          <Select autoFocus options={optionsOf(words.terms.disputeReasons)} />
        </Form.Item>
      </div>
      <DepartmentFields reason={reason} />
      <Form.Item name="note" label={acts.note}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <ActFoot
        error={raise.error}
        pending={raise.isPending}
        label={acts.saveDispute}
        onCancel={props.onDone}
      />
    </Form>
  );
}
