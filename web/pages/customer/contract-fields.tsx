/** The fields of a contract's form, in pairs. */
import { Form, Input, Select } from "antd";
import { optionsOf } from "../../acts/options.ts";
import { DayField } from "../../ui/day-field.tsx";
import { useWords } from "../../words.tsx";

const CREDITOR_SIZES = ["large", "medium", "small", "micro"];

function Terms() {
  const { contracts } = useWords();
  return (
    <div className="act-pair">
      <Form.Item
        name="number"
        label={contracts.number}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="signedOn" label={contracts.signedOn}>
        <DayField />
      </Form.Item>
      <Form.Item name="termsText" label={contracts.terms}>
        <Input />
      </Form.Item>
      <Form.Item name="termsDays" label={contracts.termsDays} rules={[{ pattern: /^\d{1,4}$/ }]}>
        <Input inputMode="numeric" />
      </Form.Item>
    </div>
  );
}

function Late() {
  const { contracts, terms } = useWords();
  const percent = /^\d{1,5}(\.\d{0,7})?$/;
  return (
    <>
      <Form.Item name="lateClause" label={contracts.lateClause}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
      <div className="act-pair">
        <Form.Item name="latePercent" label={contracts.lateRate} rules={[{ pattern: percent }]}>
          <Input inputMode="decimal" suffix="%" />
        </Form.Item>
        <Form.Item name="latePer" label=" " colon={false}>
          <Select aria-label={contracts.lateRate} options={optionsOf(terms.rates)} />
        </Form.Item>
      </div>
    </>
  );
}

export function ContractFields() {
  const { contracts, terms } = useWords();
  return (
    <>
      <Terms />
      <Late />
      <div className="act-pair">
        <Form.Item name="appropriation" label={contracts.appropriation}>
          <Select options={optionsOf(terms.appropriation)} />
        </Form.Item>
        <Form.Item name="debtStructure" label={contracts.debtStructure}>
          <Select options={optionsOf(terms.debtStructures)} />
        </Form.Item>
        <Form.Item name="creditorSize" label={contracts.creditorSize}>
          <Select allowClear options={optionsOf(terms.sizes, CREDITOR_SIZES)} />
        </Form.Item>
        <Form.Item name="debtorSize" label={contracts.debtorSize}>
          <Select allowClear options={optionsOf(terms.sizes)} />
        </Form.Item>
        <Form.Item name="guarantee" label={contracts.guarantee}>
          <Input />
        </Form.Item>
        <Form.Item name="serviceAddress" label={contracts.serviceAddress}>
          <Input />
        </Form.Item>
        <Form.Item name="returnChargeClause" label={contracts.returnChargeClause}>
          <Input />
        </Form.Item>
      </div>
    </>
  );
}
