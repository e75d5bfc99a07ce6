/** The facts of a bill of exchange, as they are recorded together with its receipt. */
import { Form, Input, Select } from "antd";
import type { BillGiven } from "../../queries/receipts.ts";
import { DayField } from "../../ui/day-field.tsx";
import { useWords } from "../../words.tsx";

export type BillWritten = Omit<BillGiven, "payee" | "endorsers"> & {
  readonly payee?: string;
  /** One a line. */
  readonly endorsers?: string;
};

export const billGiven = ({ payee, endorsers = "", ...bill }: BillWritten): BillGiven => ({
  ...bill,
  payee: payee?.trim() || null,
  endorsers: endorsers
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
});

const REQUIRED = [{ required: true, whitespace: true }];

function Kinds() {
  const words = useWords().receipts.recording;
  const optionsOf = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Form.Item name={["bill", "kind"]} label={words.billKind}>
        <Select options={optionsOf(words.billKinds)} />
      </Form.Item>
      <Form.Item name={["bill", "medium"]} label={words.medium}>
        <Select options={optionsOf(words.media)} />
      </Form.Item>
    </>
  );
}

export function BillFields() {
  const words = useWords().receipts.recording;
  return (
    <fieldset className="bill-fields">
      <legend className="strong">{words.bill}</legend>
      <div className="pair">
        <Kinds />
        <Form.Item
          className="whole"
          name={["bill", "number"]}
          label={words.billNumber}
          rules={REQUIRED}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={["bill", "drawer"]} label={words.drawer} rules={REQUIRED}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={["bill", "acceptor"]} label={words.acceptor} rules={REQUIRED}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={["bill", "issuedOn"]} label={words.issuedOn} rules={[{ required: true }]}>
          <DayField />
        </Form.Item>
        <Form.Item
          name={["bill", "maturesOn"]}
          label={words.maturesOn}
          rules={[{ required: true }]}
        >
          <DayField />
        </Form.Item>
        <Form.Item name={["bill", "payee"]} label={words.payee}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={["bill", "endorsers"]} label={words.endorsers} extra={words.endorsersHint}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
        </Form.Item>
      </div>
    </fieldset>
  );
}
