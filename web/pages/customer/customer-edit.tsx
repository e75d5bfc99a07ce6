/** Changes the master record; when somebody else was faster, shows what they changed. */
import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import type { CustomerPage } from "../../../src/contract/customer.ts";
import { optionsOf } from "../../acts/options.ts";
import { answerOf, api, Refused } from "../../api.ts";
import { useAct } from "../../queries/act.ts";
import { useCreditor } from "../../queries/session.ts";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";

const FIELDS = [
  "name",
  "nameEn",
  "uscc",
  "address",
  "language",
  "grade",
  "salesperson",
  "note",
] as const;
type Field = (typeof FIELDS)[number];
type Given = Pick<CustomerPage, Field>;
type EditProps = { readonly page: CustomerPage; readonly onClose: () => void };

const GRADES = ["A", "B", "C", "D", "E"].map((value) => ({ value, label: value }));

const tidy = (value: string | null | undefined): string | null => value?.trim() || null;

/** Only what the user changed; an emptied field is cleared. */
function changesOf(given: Given, seen: Given) {
  const changed = FIELDS.filter((field) => tidy(given[field]) !== seen[field]);
  return Object.fromEntries(changed.map((field) => [field, tidy(given[field])])) as Partial<Given>;
}

function useUpdate(page: CustomerPage, seen: CustomerPage, onClose: () => void) {
  const { customer } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ given, version }: { readonly given: Given; readonly version: number }) =>
      answerOf(
        api.PATCH("/api/creditors/{creditor}/customers/{customer}", {
          params: { path: { creditor, customer: page.id } },
          body: { version, changes: changesOf(given, seen) },
        }),
      ),
    done: () => customer.saved,
    after: onClose,
    shownInForm: true,
  });
}

function Differences({ page, seen }: { readonly page: CustomerPage; readonly seen: CustomerPage }) {
  const { customer } = useWords();
  const changed = FIELDS.filter((field) => page[field] !== seen[field]);
  if (changed.length === 0) return null;
  return (
    <ul className="notice warning stack tight">
      <li className="strong">{customer.differences}</li>
      {changed.map((field) => (
        <li key={field}>{customer.difference(customer.fields[field], page[field] ?? "–")}</li>
      ))}
    </ul>
  );
}

export function CustomerEdit({ page, onClose }: EditProps) {
  const { customer, frame } = useWords();
  const [seen] = useState(page);
  const [form] = Form.useForm<Given>();
  const update = useUpdate(page, seen, onClose);
  const stale = update.error instanceof Refused && update.error.status === 409;
  const save = (given: Given) =>
    update.mutate({ given, version: stale ? page.version : seen.version });
  return (
    <Modal
      open
      width={640}
      title={customer.editTitle}
      okText={frame.save}
      cancelText={frame.cancel}
      okButtonProps={{ loading: update.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={seen} onFinish={save}>
        <Fields />
        <div className="stack">
          <ProblemNote error={update.error} />
          {stale && <Differences page={page} seen={seen} />}
        </div>
      </Form>
    </Modal>
  );
}

function Fields() {
  const { customer, terms } = useWords();
  const { fields } = customer;
  return (
    <div className="act-pair">
      <Form.Item name="name" label={fields.name} rules={[{ required: true, whitespace: true }]}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="nameEn" label={fields.nameEn}>
        <Input />
      </Form.Item>
      <Form.Item name="uscc" label={fields.uscc}>
        <Input className="number" />
      </Form.Item>
      <Form.Item name="grade" label={fields.grade}>
        <Select allowClear options={GRADES} />
      </Form.Item>
      <Form.Item name="salesperson" label={fields.salesperson}>
        <Input />
      </Form.Item>
      <Form.Item name="language" label={fields.language}>
        <Select options={optionsOf(terms.languages)} />
      </Form.Item>
      <Form.Item name="address" label={fields.address} className="wide">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
      <Form.Item name="note" label={fields.note} className="wide">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </div>
  );
}
