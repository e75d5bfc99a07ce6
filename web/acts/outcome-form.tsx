/** What came of a call, visit or review; of a planned task, or out of turn. */
import { Form, Input, Select } from "antd";
import { answerOf, api } from "../api.ts";
import { useAct } from "../queries/act.ts";
import { useCreditor } from "../queries/session.ts";
import { wireAmount } from "../ui/amount-field.tsx";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";
import type { ActFormProps, TaskStep } from "./acts.tsx";
import { FollowUpField } from "./follow-up-field.tsx";
import { optionsOf } from "./options.ts";
import { type OutcomeGiven, OutcomeMore } from "./outcome-more.tsx";
import { Script, type Suggested } from "./script.tsx";

type OutcomeFormProps = ActFormProps & {
  readonly task?: TaskStep | undefined;
  readonly onPromised: () => void;
};

const REVIEW = ["approved", "declined", "done"];

function bodyOf(given: OutcomeGiven, currency: string) {
  const { dispute } = given;
  return {
    channel: given.channel,
    outcome: given.outcome,
    said: given.said?.trim() || null,
    contact: given.contact ?? null,
    overdueReason: given.overdueReason ?? null,
    followUpOn: given.followUpOn ?? null,
    dispute:
      given.outcome === "disputed" && dispute !== undefined
        ? { ...dispute, amount: wireAmount(dispute.amount, currency) }
        : null,
    invoiceCopies: given.outcome === "invoice_copy_asked" ? (given.invoiceCopies ?? []) : [],
  };
}

function useSaveOutcome({ customer, task, onDone, onPromised }: OutcomeFormProps) {
  const words = useWords();
  const creditor = useCreditor().code;
  return useAct({
    async run(given: OutcomeGiven) {
      const item = customer.items.find(({ id }) => id === given.dispute?.item);
      const body = bodyOf(given, item?.open.currency ?? "CNY");
      await (task === undefined
        ? answerOf(
            api.POST("/api/creditors/{creditor}/customers/{customer}/outcomes", {
              params: { path: { creditor, customer: customer.id } },
              body,
            }),
          )
        : answerOf(
            api.POST("/api/creditors/{creditor}/steps/{step}/outcome", {
              params: { path: { creditor, step: task.id } },
              body,
            }),
          ));
      return given.outcome;
    },
    done: () => words.acts.outcomeSaved,
    after: (outcome) => (outcome === "promised" ? onPromised() : onDone()),
    shownInForm: true,
  });
}

export default function OutcomeForm(props: OutcomeFormProps) {
  const { customer, task, onDone } = props;
  const { acts, terms } = useWords();
  const [form] = Form.useForm<OutcomeGiven>();
  const save = useSaveOutcome(props);
  const channel = Form.useWatch("channel", form);
  const people = customer.contacts.map(({ id, name, role }) => ({
    value: id,
    label: `${name} · ${terms.contactRoles[role]}`,
  }));
  const outcomes = Object.keys(terms.outcomes).filter(
    (code) => code === "done" || (channel === "review") === REVIEW.includes(code),
  );
  const suggest = (suggested: Suggested) => form.setFieldsValue(suggested);
  const first = { channel: task === undefined ? "call" : channelOf(task.channel) };
  return (
    <Form
      form={form}
      className="act-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...first, contact: people[0]?.value }}
      onFinish={(given) => save.mutate(given)}
    >
      {task !== undefined && <Script step={task.step} onAnswer={suggest} />}
      <div className="act-pair">
        <Form.Item name="channel" label={acts.channel} rules={[{ required: true }]}>
          <Select
            options={optionsOf(terms.channels, ["call", "visit", "message", "meeting", "review"])}
          />
        </Form.Item>
        <Form.Item name="outcome" label={acts.result} rules={[{ required: true }]}>
          <Select autoFocus options={optionsOf(terms.outcomes, outcomes)} />
        </Form.Item>
        <Form.Item name="contact" label={acts.withWhom}>
          <Select allowClear options={people} />
        </Form.Item>
        <Form.Item name="overdueReason" label={acts.overdueReason}>
          <Select allowClear options={optionsOf(terms.overdueReasons)} />
        </Form.Item>
      </div>
      <Form.Item name="said" label={acts.said}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} placeholder={acts.saidHint} />
      </Form.Item>
      <OutcomeMore form={form} customer={customer} />
      <Form.Item name="followUpOn" label={acts.followUpOn} tooltip={acts.followUpHint}>
        <FollowUpField />
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

/** How a planned task is done; a letter that a person follows up is a call. */
function channelOf(planned: string): OutcomeGiven["channel"] {
  if (planned === "visit" || planned === "review") return planned;
  return "call";
}
