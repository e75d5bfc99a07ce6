/** Asks for leave to call or visit one person outside the hours; somebody else decides. */
import { Checkbox, Form, Input } from "antd";
import type { Contact } from "../../src/contract/contact.ts";
import { addDays, type PlainDate } from "../../src/domain/values/calendar.ts";
import { answerOf, api } from "../api.ts";
import { useAct } from "../queries/act.ts";
import { useCreditor } from "../queries/session.ts";
import { DayField } from "../ui/day-field.tsx";
import { ReasonDialog } from "../ui/reason-dialog.tsx";
import { useWords } from "../words.tsx";

type PermitFormProps = {
  readonly customer: string;
  readonly contact: Contact;
  readonly onClose: () => void;
};

const FURTHEST_DAYS = 31;

type Window = {
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly atHome: boolean;
};

export function PermitForm({ customer, contact, onClose }: PermitFormProps) {
  const { contactDesk } = useWords();
  const { code: creditor, businessDay } = useCreditor();
  const [form] = Form.useForm<Window>();
  const ask = useAct({
    run: (reason: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/contacts/{contact}/permit", {
          params: { path: { creditor, customer, contact: contact.id } },
          body: { ...form.getFieldsValue(), reason },
        }),
      ),
    done: () => contactDesk.leaveSent,
    after: onClose,
    shownInForm: true,
  });
  const today = businessDay as PlainDate;
  return (
    <ReasonDialog
      title={contactDesk.leaveTitle(contact.name)}
      label={contactDesk.leaveReason}
      act={contactDesk.leaveAct}
      hint={contactDesk.leaveHint}
      pending={ask.isPending}
      error={ask.error}
      onReason={(reason) => ask.mutate(reason)}
      onClose={onClose}
    >
      <Form
        form={form}
        component={false}
        layout="vertical"
        initialValues={{ day: today, from: "18:00", until: "20:00", atHome: false }}
      >
        <Form.Item name="day" label={contactDesk.leaveDay}>
          <DayField min={today} max={addDays(today, FURTHEST_DAYS)} allowClear={false} />
        </Form.Item>
        <div className="act-pair">
          <Form.Item name="from" label={contactDesk.leaveFrom}>
            <Input type="time" min="08:00" max="22:00" />
          </Form.Item>
          <Form.Item name="until" label={contactDesk.leaveUntil}>
            <Input type="time" min="08:00" max="22:00" />
          </Form.Item>
        </div>
        <Form.Item name="atHome" valuePropName="checked">
          <Checkbox>{contactDesk.leaveHome}</Checkbox>
        </Form.Item>
      </Form>
    </ReasonDialog>
  );
}
