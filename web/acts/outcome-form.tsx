/** What came of a call, visit or review; of a planned task, out of turn, or put right. */
import { Form, Input, Select } from "antd";
import { useState } from "react";
import type { Attachment } from "../../src/contract/attachment.ts";
import type { ContactEntry } from "../../src/contract/outcome.ts";
import { useSaveOutcome } from "../queries/save-outcome.ts";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";
import type { ActFormProps, TaskStep } from "./acts.tsx";
import { AttachmentsField } from "./attachments-field.tsx";
import { ContactChoice } from "./contact-choice.tsx";
import { optionsOf } from "./options.ts";
import { BeyondRules, LateReason, NextStep, WhenAndWho } from "./outcome-details.tsx";
import { type OutcomeGiven, OutcomeMore } from "./outcome-more.tsx";
import { Script, type Suggested } from "./script.tsx";
import { StageScript } from "./stage-script.tsx";

export type OutcomeFormProps = ActFormProps & {
  readonly task?: TaskStep | undefined;
  readonly onPromised?: (() => void) | undefined;
  /** The entry that this one puts right. */
  readonly corrects?: ContactEntry | undefined;
};

const REVIEW = ["approved", "declined", "done"];

/** How a planned task is done; a letter that a person follows up is a call. */
function channelOf(planned: string): OutcomeGiven["channel"] {
  if (planned === "visit" || planned === "review") return planned;
  return "call";
}

function firstOf({ customer, task, corrects }: OutcomeFormProps) {
  const usual = { direction: "out", happened: "now" } as const;
  if (corrects !== undefined) {
    const { channel, direction, outcome, contact, said, overdueReason } = corrects;
    const known = { channel, direction, outcome, contact: contact?.id };
    return { ...usual, ...known, said: said ?? "", overdueReason: overdueReason ?? undefined };
  }
  const contact = customer.contacts.find(({ may }) => may === true)?.id;
  const channel = task === undefined ? "call" : channelOf(task.channel);
  return { ...usual, channel, contact: channel === "review" ? undefined : contact };
}

function WhatCameOfIt() {
  const { acts, terms } = useWords();
  const channel = Form.useWatch("channel");
  const outcomes = Object.keys(terms.outcomes).filter(
    (code) => code === "done" || (channel === "review") === REVIEW.includes(code),
  );
  return (
    <div className="act-pair">
      <Form.Item name="channel" label={acts.channel} rules={[{ required: true }]}>
        <Select
          options={optionsOf(terms.channels, ["call", "visit", "message", "meeting", "review"])}
        />
      </Form.Item>
      <Form.Item name="outcome" label={acts.result} rules={[{ required: true }]}>
        <Select autoFocus options={optionsOf(terms.outcomes, outcomes)} />
      </Form.Item>
    </div>
  );
}

export default function OutcomeForm(props: OutcomeFormProps) {
  const { customer, task, onDone, corrects } = props;
  const { acts, contactDesk } = useWords();
  const [form] = Form.useForm<OutcomeGiven>();
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const save = useSaveOutcome(props, files);
  const channel = Form.useWatch("channel", form);
  const contact = Form.useWatch("contact", form);
  const suggest = (suggested: Suggested) => form.setFieldsValue(suggested);
  return (
    <Form
      form={form}
      className="act-form"
      layout="vertical"
      requiredMark={false}
      initialValues={firstOf(props)}
      onFinish={(given) => save.mutate(given)}
    >
      {corrects !== undefined && <p className="notice">{contactDesk.correcting(corrects.day)}</p>}
      {channel !== "review" && <StageScript customer={customer.id} contact={contact} />}
      {task !== undefined && <Script step={task.step} onAnswer={suggest} />}
      <WhatCameOfIt />
      {channel !== "review" && (
        <ContactChoice
          customer={customer.id}
          contacts={customer.contacts}
          calling={channel === "call" && corrects === undefined}
        />
      )}
      <Form.Item name="said" label={acts.said}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} placeholder={acts.saidHint} />
      </Form.Item>
      <LateReason />
      <OutcomeMore form={form} customer={customer} />
      <NextStep />
      <details className="act-more">
        <summary>{contactDesk.more}</summary>
        <WhenAndWho />
      </details>
      <BeyondRules customer={customer.id} />
      <Form.Item label={contactDesk.attachments}>
        <AttachmentsField customer={customer.id} files={files} onFiles={setFiles} />
      </Form.Item>
      <ActFoot
        error={save.error}
        pending={save.isPending}
        label={acts.saveOutcome}
        onCancel={onDone}
      />
    </Form>
  );
}
