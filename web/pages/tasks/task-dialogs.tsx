/** The dialogs of tasks: give one, end it, hand it on, take it back. */
import { Form, Input, Modal } from "antd";
import type { DeskTask } from "../../../src/contract/task.ts";
import type { Role } from "../../../src/domain/desk/permission.ts";
import { useCreditor } from "../../queries/session.ts";
import { useAddTask, useCancelTask, useFinishTask, useReassignTask } from "../../queries/tasks.ts";
import type { ChosenCustomer } from "../../ui/customer-choice.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { CustomerField } from "../approvals/request-dialog.tsx";
import { WhoFields } from "./who-fields.tsx";

type Who = { readonly assignee?: string; readonly role?: Role };
type Added = Who & {
  readonly title: string;
  readonly note: string;
  readonly customer: ChosenCustomer | null;
  readonly dueOn: string;
};

type AddProps = { readonly customer?: ChosenCustomer; readonly onClose: () => void };

export function AddTaskDialog({ customer, onClose }: AddProps) {
  const { tasks: words, frame } = useWords();
  const today = useCreditor().businessDay;
  const [form] = Form.useForm<Added>();
  const add = useAddTask(onClose);
  const submit = (given: Added) =>
    add.mutate({
      ...{ title: given.title, note: given.note.trim() || null, dueOn: given.dueOn },
      ...{ assignee: given.assignee ?? null, role: given.role ?? null },
      customer: given.customer?.id ?? null,
    });
  return (
    <Modal
      open
      width={500}
      title={words.addTitle}
      okText={words.add}
      cancelText={frame.cancel}
      okButtonProps={{ loading: add.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ title: "", note: "", customer: customer ?? null, dueOn: today }}
        onFinish={submit}
      >
        <Form.Item
          name="title"
          label={words.fields.title}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <WhoFields />
        <div className="pair">
          <Form.Item name="dueOn" label={words.fields.due} rules={[{ required: true }]}>
            <DayField min={today} allowClear={false} />
          </Form.Item>
          <Form.Item name="customer" label={words.fields.customer} hidden={customer !== undefined}>
            <CustomerField />
          </Form.Item>
        </div>
        <Form.Item name="note" label={words.fields.note}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <ProblemNote error={add.error} />
      </Form>
    </Modal>
  );
}

export type TaskAct = "finish" | "reassign" | "cancel";
type DialogProps = { readonly task: DeskTask; readonly onClose: () => void };

function FinishDialog({ task, onClose }: DialogProps) {
  const { tasks: words } = useWords();
  const finish = useFinishTask(onClose);
  return (
    <ReasonDialog
      title={words.finishTitle}
      label={words.outcome}
      act={words.finish}
      pending={finish.isPending}
      error={finish.error}
      onReason={(outcome) => finish.mutate({ task: task.id, outcome })}
      onClose={onClose}
    />
  );
}

function CancelDialog({ task, onClose }: DialogProps) {
  const { tasks: words } = useWords();
  const cancel = useCancelTask(onClose);
  return (
    <ReasonDialog
      title={words.cancelTitle}
      label={words.reason}
      act={words.cancelTitle}
      pending={cancel.isPending}
      error={cancel.error}
      onReason={(reason) => cancel.mutate({ task: task.id, reason })}
      onClose={onClose}
    />
  );
}

type Reassigned = Who & { readonly reason: string };

function ReassignDialog({ task, onClose }: DialogProps) {
  const { tasks: words, frame } = useWords();
  const [form] = Form.useForm<Reassigned>();
  const reassign = useReassignTask(onClose);
  return (
    <Modal
      open
      width={480}
      title={words.reassignTitle}
      okText={words.reassign}
      cancelText={frame.cancel}
      okButtonProps={{ loading: reassign.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: "", ...(task.role === null ? {} : { role: task.role }) }}
        onFinish={({ assignee = null, role = null, reason }) =>
          reassign.mutate({ task: task.id, assignee, role, reason })
        }
      >
        <WhoFields />
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <ProblemNote error={reassign.error} />
      </Form>
    </Modal>
  );
}

const DIALOGS = { finish: FinishDialog, reassign: ReassignDialog, cancel: CancelDialog };

export function TaskDialog({ act, ...props }: DialogProps & { readonly act: TaskAct }) {
  const Dialog = DIALOGS[act];
  return <Dialog {...props} />;
}
