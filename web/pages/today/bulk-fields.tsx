/** What is to be done with all chosen customers, and what that act needs to know. */
import { useQuery } from "@tanstack/react-query";
import { Form, type FormInstance, Input, Segmented, Select } from "antd";
import type { BulkAct } from "../../../src/contract/bulk-work.ts";
import type { PlainDate } from "../../../src/domain/values/calendar.ts";
import { FollowUpField } from "../../acts/follow-up-field.tsx";
import { optionsOf } from "../../acts/options.ts";
import { SoonField } from "../../acts/snooze-form.tsx";
import { colleagueNamesQuery } from "../../queries/colleagues.ts";
import { useCreditor } from "../../queries/session.ts";
import { useWords } from "../../words.tsx";

const KINDS = ["release", "snooze", "assign", "contact"] as const;

export type BulkGiven = {
  readonly kind: (typeof KINDS)[number];
  readonly until?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly channel?: "call" | "message";
  readonly outcome?: string;
  readonly said?: string;
  readonly followUpOn?: string | null;
};

const NOBODY = "nobody";
const OUTCOMES = ["reached", "no_answer", "confirmed", "refused_to_pay"];

/** The act as the server wants it. */
export function actOf(given: BulkGiven): BulkAct {
  const { kind, until = "", owner = NOBODY, channel = "call", outcome = "" } = given;
  const reason = given.reason?.trim() ?? "";
  if (kind === "release") return { kind };
  if (kind === "snooze") return { kind, until: until as PlainDate, reason };
  if (kind === "assign") {
    return { kind, owner: owner === NOBODY ? null : owner, reason } as BulkAct;
  }
  const followUpOn = (given.followUpOn ?? null) as PlainDate | null;
  return { kind, channel, outcome, said: given.said?.trim() || null, followUpOn };
}

function Owner() {
  const { work } = useWords();
  const { data } = useQuery(colleagueNamesQuery(useCreditor().code));
  const people = (data?.rows ?? []).filter(({ disabled }) => !disabled);
  return (
    <Form.Item name="owner" label={work.bulk.owner} rules={[{ required: true }]}>
      <Select
        showSearch
        optionFilterProp="label"
        options={[
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          { value: NOBODY, label: work.bulk.nobody },
        ]}
      />
    </Form.Item>
  );
}

const Reason = ({ label }: { readonly label: string }) => (
  <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true }]}>
    <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
  </Form.Item>
);

function ContactFields() {
  const { work, terms } = useWords();
  return (
    <>
      <div className="act-pair">
        <Form.Item name="channel" label={work.bulk.channel} rules={[{ required: true }]}>
          <Select options={optionsOf(terms.channels, ["call", "message"])} />
        </Form.Item>
        <Form.Item name="outcome" label={work.bulk.outcome} rules={[{ required: true }]}>
          <Select options={optionsOf(terms.outcomes, OUTCOMES)} />
        </Form.Item>
      </div>
      <Form.Item name="said" label={work.bulk.said}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="followUpOn" label={work.bulk.followUpOn}>
        <FollowUpField />
      </Form.Item>
    </>
  );
}

export function BulkFields({ form }: { readonly form: FormInstance<BulkGiven> }) {
  const { bulk } = useWords().work;
  const kind = Form.useWatch("kind", form);
  const options = KINDS.map((value) => ({ value, label: bulk.kinds[value] }));
  return (
    <>
      <Form.Item name="kind" label={bulk.kind}>
        <Segmented block options={options} />
      </Form.Item>
      {kind === "snooze" && (
        <>
          <Form.Item name="until" label={bulk.until} rules={[{ required: true }]}>
            <SoonField />
          </Form.Item>
          <Reason label={bulk.reason} />
        </>
      )}
      {kind === "assign" && (
        <>
          <Owner />
          <Reason label={bulk.reason} />
        </>
      )}
      {kind === "contact" && <ContactFields />}
    </>
  );
}
