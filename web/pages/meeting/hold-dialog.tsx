/** Records today's meeting: who attended, the minutes, the decisions with somebody and a day. */
import { Button, Form, Input, Modal, Select } from "antd";
import type { Role } from "../../../src/domain/desk/permission.ts";
import { useHoldMeeting } from "../../queries/meetings.ts";
import { useCreditor } from "../../queries/session.ts";
import type { ChosenCustomer } from "../../ui/customer-choice.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { CustomerField } from "../approvals/request-dialog.tsx";
import { useColleagueOptions, WhoFields } from "../tasks/who-fields.tsx";

type Decision = {
  readonly title: string;
  readonly customer?: ChosenCustomer | null;
  readonly assignee?: string;
  readonly role?: Role;
  readonly dueOn: string;
};
type Given = {
  readonly attendees: string[];
  readonly note: string;
  readonly nextOn: string | null;
  readonly decisions: readonly Decision[];
};

type DecisionProps = { readonly place: number; readonly onRemove: () => void };

function DecisionFields({ place, onRemove }: DecisionProps) {
  const { meeting: words, tasks } = useWords();
  const today = useCreditor().businessDay;
  return (
    <li className="record-line">
      <Form.Item
        name={[place, "title"]}
        label={tasks.fields.title}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <WhoFields at={[place]} />
      <div className="pair">
        <Form.Item name={[place, "dueOn"]} label={tasks.fields.due} rules={[{ required: true }]}>
          <DayField min={today} />
        </Form.Item>
        <Form.Item name={[place, "customer"]} label={tasks.fields.customer}>
          <CustomerField />
        </Form.Item>
      </div>
      <Button size="small" onClick={onRemove}>
        {words.dialog.remove}
      </Button>
    </li>
  );
}

function Decisions() {
  const { meeting } = useWords();
  const words = meeting.dialog;
  return (
    <Form.List name="decisions">
      {(fields, { add, remove }) => (
        <>
          <p className="strong">{words.decisions}</p>
          <ul className="record-list">
            {fields.map(({ key, name }) => (
              <DecisionFields key={key} place={name} onRemove={() => remove(name)} />
            ))}
          </ul>
          <Button icon={<Icon name="plus" size={14} />} onClick={() => add({})}>
            {words.addDecision}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function People() {
  const { meeting } = useWords();
  const words = meeting.dialog;
  const names = useColleagueOptions().map(({ name, label }) => ({ value: name, label }));
  return (
    <Form.Item
      name="attendees"
      label={words.attendees}
      extra={words.attendeesHint}
      rules={[{ required: true }]}
    >
      <Select mode="tags" options={names} tokenSeparators={["、", ",", "，"]} />
    </Form.Item>
  );
}

export function HoldDialog({ onClose }: { readonly onClose: () => void }) {
  const { meeting, frame } = useWords();
  const words = meeting.dialog;
  const today = useCreditor().businessDay;
  const [form] = Form.useForm<Given>();
  const hold = useHoldMeeting(onClose);
  const submit = ({ attendees, note, nextOn, decisions }: Given) =>
    hold.mutate({
      ...{ attendees, note: note.trim() || null, nextOn },
      decisions: decisions.map(({ title, customer, assignee, role, dueOn }) => ({
        ...{ title, note: null, dueOn, customer: customer?.id ?? null },
        ...{ assignee: assignee ?? null, role: role ?? null },
      })),
    });
  return (
    <Modal
      open
      width={620}
      title={words.title}
      okText={words.save}
      cancelText={frame.cancel}
      okButtonProps={{ loading: hold.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ attendees: [], note: "", nextOn: null, decisions: [] }}
        onFinish={submit}
      >
        <p className="quiet">{words.hint}</p>
        <People />
        <Form.Item name="note" label={words.note}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <Form.Item name="nextOn" label={words.next}>
          <DayField min={today} width={180} />
        </Form.Item>
        <Decisions />
        <ProblemNote error={hold.error} />
      </Form>
    </Modal>
  );
}
