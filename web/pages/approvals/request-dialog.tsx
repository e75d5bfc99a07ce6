/** Asks for something that another person has to decide. */
import { Form, Input, Modal, Select } from "antd";
import { isPositive, parseMoney } from "../../../src/domain/values/money.ts";
import { type Requesting, useRequestApproval } from "../../queries/approvals.ts";
import { useCreditor } from "../../queries/session.ts";
import { AmountField, wireAmount } from "../../ui/amount-field.tsx";
import { type ChosenCustomer, CustomerChoice } from "../../ui/customer-choice.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

const KINDS = [
  "write_off",
  "credit_limit",
  "delivery_stop",
  "third_party",
  "sale",
  "blacklist",
] as const satisfies readonly Requesting["kind"][];
const WITH_AMOUNT: ReadonlySet<string> = new Set(["write_off", "credit_limit", "sale"]);

type Given = {
  readonly kind: Requesting["kind"];
  readonly customer: ChosenCustomer | null;
  readonly amount: string;
  readonly reason: string;
  readonly evidence: string;
  readonly until: string | null;
};

type FieldProps = { readonly value?: ChosenCustomer | null };
type ChoiceProps = FieldProps & { readonly onChange?: (customer: ChosenCustomer) => void };

/** The choice of a customer as a field of a form. */
export const CustomerField = ({ value = null, onChange }: ChoiceProps) => (
  <CustomerChoice value={value} onChange={(customer) => onChange?.(customer)} />
);

function KindFields({ kind, currency }: { readonly kind: string; readonly currency: string }) {
  const { approvals } = useWords();
  const words = approvals.request;
  const today = useCreditor().businessDay;
  const isAmount = {
    validator(_: unknown, text = "") {
      const parsed = parseMoney(text, currency);
      const fits = parsed.ok && isPositive(parsed.value);
      return fits ? Promise.resolve() : Promise.reject(new Error(words.amountWrong));
    },
  };
  return (
    <>
      {WITH_AMOUNT.has(kind) && (
        <Form.Item name="amount" label={words.amount} rules={[isAmount]}>
          <AmountField currency={currency} />
        </Form.Item>
      )}
      {kind === "blacklist" && (
        <Form.Item name="until" label={words.until} rules={[{ required: true }]}>
          <DayField min={today} />
        </Form.Item>
      )}
    </>
  );
}

/** `customer`: asked for on a customer's page. */
type RequestProps = { readonly customer?: ChosenCustomer; readonly onClose: () => void };

export function RequestDialog({ customer, onClose }: RequestProps) {
  const { approvals, deskNames, frame } = useWords();
  const words = approvals.request;
  const currency = useCreditor().homeCurrency;
  const [form] = Form.useForm<Given>();
  const kind = Form.useWatch("kind", form) ?? "write_off";
  const ask = useRequestApproval(onClose);
  const submit = (given: Given) =>
    ask.mutate({
      customer: given.customer?.id ?? "",
      kind: given.kind,
      amount: WITH_AMOUNT.has(given.kind) ? wireAmount(given.amount, currency) : null,
      reason: given.reason.trim(),
      evidence: given.evidence.trim() || null,
      until: given.kind === "blacklist" ? given.until : null,
    });
  return (
    <Modal
      open
      width={480}
      title={words.title}
      okText={words.submit}
      cancelText={frame.cancel}
      okButtonProps={{ loading: ask.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...{ kind: "write_off", customer: customer ?? null, amount: "", until: null },
          ...{ reason: "", evidence: "" },
        }}
        onFinish={submit}
      >
        <Form.Item name="kind" label={words.kind} extra={words.later}>
          <Select
            options={KINDS.map((value) => ({ value, label: deskNames.approvalKinds[value] }))}
          />
        </Form.Item>
        <Form.Item
          name="customer"
          label={approvals.columns.customer}
          rules={[{ required: true }]}
          hidden={customer !== undefined}
        >
          <CustomerField />
        </Form.Item>
        <KindFields kind={kind} currency={currency} />
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Form.Item name="evidence" label={words.evidence}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
        </Form.Item>
        <ProblemNote error={ask.error} />
      </Form>
    </Modal>
  );
}
