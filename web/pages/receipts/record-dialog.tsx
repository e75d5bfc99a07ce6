/** Records a receipt by hand: cash, a cheque, a wallet, the bank, or a bill of exchange. */
import { Form, Input, Modal, Select } from "antd";
import { PAYMENT_METHODS } from "../../../src/domain/book/payment-method.ts";
import { type Recording, useRecordReceipt } from "../../queries/receipts.ts";
import { useCreditor } from "../../queries/session.ts";
import { AmountField, wireAmount } from "../../ui/amount-field.tsx";
import { type ChosenCustomer, CustomerChoice } from "../../ui/customer-choice.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { BillFields, type BillWritten, billGiven } from "./bill-fields.tsx";

type RecordDialogProps = {
  readonly method: Recording["method"];
  readonly onClose: () => void;
  readonly onRecorded: (recorded: { readonly id: string }) => void;
};

type Given = {
  readonly method: Recording["method"];
  readonly number?: string;
  readonly customer?: ChosenCustomer | null;
  readonly receivedOn: string;
  readonly amount: string;
  readonly payerName?: string;
  readonly payerAccount?: string;
  readonly remark?: string;
  readonly currency: string;
  readonly bill?: BillWritten;
};

const orNull = (text: string | undefined): string | null => text?.trim() || null;

const recordingOf = (given: Given): Recording => ({
  method: given.method,
  number: orNull(given.number),
  customer: given.customer?.id ?? null,
  receivedOn: given.receivedOn,
  amount: wireAmount(given.amount, given.currency.trim().toUpperCase()),
  payerName: orNull(given.payerName),
  payerAccount: orNull(given.payerAccount),
  remark: orNull(given.remark),
  bill: given.method === "bill" && given.bill !== undefined ? billGiven(given.bill) : null,
});

/** antd hands value and onChange to the field. */
function CustomerField({
  id,
  value = null,
  onChange,
}: {
  readonly id?: string;
  readonly value?: ChosenCustomer | null;
  readonly onChange?: (customer: ChosenCustomer) => void;
}) {
  return (
    <CustomerChoice
      {...(id === undefined ? {} : { id })}
      value={value}
      onChange={(customer) => onChange?.(customer)}
    />
  );
}

function MoneyFields() {
  const { receipts, bankLines } = useWords();
  const words = receipts.recording;
  const today = useCreditor().businessDay;
  const currency = Form.useWatch<string | undefined>("currency") ?? "";
  const methods = PAYMENT_METHODS.map((value) => ({ value, label: bankLines.methods[value] }));
  return (
    <>
      <Form.Item name="method" label={words.method}>
        <Select options={methods} />
      </Form.Item>
      <Form.Item name="receivedOn" label={words.receivedOn} rules={[{ required: true }]}>
        <DayField max={today} allowClear={false} />
      </Form.Item>
      <Form.Item name="amount" label={words.amount} rules={[{ required: true }]}>
        <AmountField currency={currency} />
      </Form.Item>
      <Form.Item name="currency" label={words.currency} rules={[{ required: true }]}>
        <Input maxLength={3} />
      </Form.Item>
    </>
  );
}

function PayerFields() {
  const words = useWords().receipts.recording;
  return (
    <>
      <Form.Item
        className="whole"
        name="customer"
        label={words.customer}
        extra={words.customerHint}
      >
        <CustomerField />
      </Form.Item>
      <Form.Item name="payerName" label={words.payerName}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="payerAccount" label={words.payerAccount}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="remark" label={words.remark}>
        <Input maxLength={1000} />
      </Form.Item>
      <Form.Item name="number" label={words.number} extra={words.numberHint}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  );
}

export function RecordDialog({ method, onClose, onRecorded }: RecordDialogProps) {
  const { receipts, frame } = useWords();
  const words = receipts.recording;
  const creditor = useCreditor();
  const [form] = Form.useForm<Given>();
  const chosen = Form.useWatch("method", form) ?? method;
  const record = useRecordReceipt((recorded) => {
    onClose();
    onRecorded(recorded);
  });
  return (
    <Modal
      open
      width={640}
      title={words.title}
      okText={words.act}
      cancelText={frame.cancel}
      okButtonProps={{ loading: record.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          method,
          receivedOn: creditor.businessDay,
          currency: creditor.homeCurrency,
          bill: { kind: "bank_acceptance", medium: "electronic" },
        }}
        onFinish={(given) => record.mutate(recordingOf(given))}
      >
        <div className="pair">
          <MoneyFields />
          <PayerFields />
        </div>
        {chosen === "bill" && <BillFields />}
        <ProblemNote error={record.error} />
      </Form>
    </Modal>
  );
}
