/** The fields of a complaint: what, how it came, who complains, about whom, who looks into it. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import type { ComplaintChannel, ComplaintKind } from "../../../src/domain/desk/complaint.ts";
import { optionsOf } from "../../acts/options.ts";
import { disputeDeskQuery } from "../../queries/disputes.ts";
import { useCreditor } from "../../queries/session.ts";
import { DayField } from "../../ui/day-field.tsx";
import { useWords } from "../../words.tsx";

export type GivenComplaint = {
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly said: string;
  readonly contact?: string;
  readonly complainant?: string;
  readonly about?: string;
  readonly aboutName?: string;
  readonly receivedOn: string;
  readonly owner?: string;
};

type Named = { readonly id: string; readonly name: string };
const optionsFrom = (people: readonly Named[]) =>
  people.map(({ id, name }) => ({ value: id, label: name }));

/** Who complains: one of the customer's contacts, or a name as told. */
function Complainant({ contacts }: { readonly contacts: readonly Named[] }) {
  const { complaints } = useWords().disputes;
  return (
    <div className="pair">
      {contacts.length > 0 && (
        <Form.Item name="contact" label={complaints.contact}>
          <Select allowClear options={optionsFrom(contacts)} placeholder={complaints.noContact} />
        </Form.Item>
      )}
      <Form.Item name="complainant" label={complaints.complainant}>
        <Input maxLength={200} />
      </Form.Item>
    </div>
  );
}

export function ComplaintFields({ contacts }: { readonly contacts: readonly Named[] }) {
  const { complaints } = useWords().disputes;
  const { data } = useQuery(disputeDeskQuery(useCreditor().code));
  const about = Form.useWatch<string | undefined>("about");
  const owners = (data?.complaintOwners ?? []).filter(({ id }) => id !== about);
  return (
    <>
      <div className="pair">
        <Form.Item name="kind" label={complaints.kind} rules={[{ required: true }]}>
          <Select autoFocus options={optionsOf(complaints.kinds)} />
        </Form.Item>
        <Form.Item name="channel" label={complaints.channel} rules={[{ required: true }]}>
          <Select options={optionsOf(complaints.channels)} />
        </Form.Item>
      </div>
      <Form.Item name="said" label={complaints.said} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
      <Complainant contacts={contacts} />
      <div className="pair">
        <Form.Item name="about" label={complaints.about}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            options={optionsFrom(data?.colleagues ?? [])}
            placeholder={complaints.nobody}
          />
        </Form.Item>
        <Form.Item name="aboutName" label={complaints.aboutName}>
          <Input maxLength={200} disabled={about !== undefined} />
        </Form.Item>
        <Form.Item name="receivedOn" label={complaints.receivedOn} rules={[{ required: true }]}>
          <ReceivedOn />
        </Form.Item>
        <Form.Item name="owner" label={complaints.owner}>
          <Select allowClear options={optionsFrom(owners)} placeholder={complaints.whoever} />
        </Form.Item>
      </div>
    </>
  );
}

type DayProps = { readonly value?: string; readonly onChange?: (day: string | null) => void };

function ReceivedOn({ value, onChange }: DayProps) {
  const { complaints } = useWords().disputes;
  return (
    <DayField
      label={complaints.receivedOn}
      allowClear={false}
      value={value ?? null}
      onChange={(day) => onChange?.(day)}
    />
  );
}
