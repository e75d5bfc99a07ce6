/** What the document says beyond the figures; most of it stays folded. */
import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import type { OfferKind } from "../queries/agreements-made.ts";
import { useWords } from "../words.tsx";

function Guarantor() {
  const { agreed } = useWords();
  const name = Form.useWatch("guarantor") as string | undefined;
  const kinds = (["joint", "general"] as const).map((value) => ({
    value,
    label: agreed.guarantorKinds[value],
  }));
  return (
    <>
      <Form.Item name="guarantor" label={agreed.guarantor}>
        <Input maxLength={200} />
      </Form.Item>
      {name?.trim() && (
        <div className="offer-pair">
          <Form.Item name="guarantorKind" label={agreed.guarantor}>
            <Select options={kinds} />
          </Form.Item>
          <Form.Item name="guarantorMonths" label={agreed.guarantorMonths}>
            <InputNumber min={1} max={36} precision={0} style={{ width: "100%" }} />
          </Form.Item>
        </div>
      )}
    </>
  );
}

function Acceleration() {
  const { agreed } = useWords();
  const options = (["by_person", "by_itself"] as const).map((value) => ({
    value,
    label: agreed.accelerations[value],
  }));
  return (
    <Form.Item name="acceleration" label={agreed.acceleration}>
      <Select options={options} />
    </Form.Item>
  );
}

export function OfferClauses({ kind }: { readonly kind: OfferKind }) {
  const { agreed } = useWords();
  return (
    <details className="offer-more">
      <summary>{agreed.moreClauses}</summary>
      {kind !== "discount" && (
        <Form.Item name="reservePenalty" valuePropName="checked">
          <Checkbox>{agreed.reservation}</Checkbox>
        </Form.Item>
      )}
      {kind === "repayment_plan" && <Acceleration />}
      {kind === "repayment_plan" && <Guarantor />}
      <Form.Item name="jurisdiction" label={agreed.jurisdiction}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="serviceAddress" label={agreed.serviceAddress}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="serviceEmail" label={agreed.serviceEmail} rules={[{ type: "email" }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="waivesLimitation" valuePropName="checked">
        <Checkbox>{agreed.waivesLimitation}</Checkbox>
      </Form.Item>
    </details>
  );
}
