/** Agrees on a call-back: a day, an hour where one was named, and what about. */
import { Form, Input } from "antd";
import { addDays, type PlainDate } from "../../src/domain/values/calendar.ts";
import { useScheduleCallBack } from "../queries/case-acts.ts";
import { useCreditor } from "../queries/session.ts";
import { DayField } from "../ui/day-field.tsx";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";
import type { CaseFormProps } from "./snooze-form.tsx";

type Given = { readonly on: string; readonly at?: string; readonly note?: string };

const FURTHEST_DAYS = 92;

export default function CallBackForm({ work, onDone }: CaseFormProps) {
  const { work: words } = useWords();
  const today = useCreditor().businessDay as PlainDate;
  const schedule = useScheduleCallBack(work.customer.id, onDone);
  const before = work.case?.callBack ?? null;
  return (
    <Form
      className="act-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ on: before?.on ?? today, at: before?.at ?? "", note: before?.note ?? "" }}
      onFinish={({ on, at, note }: Given) =>
        schedule.mutate({ on, at: at || null, note: note?.trim() || null })
      }
    >
      <div className="act-pair">
        <Form.Item name="on" label={words.callBackDay} rules={[{ required: true }]}>
          <DayField min={today} max={addDays(today, FURTHEST_DAYS)} allowClear={false} />
        </Form.Item>
        <Form.Item name="at" label={`${words.callBackHour} (${words.callBackHourHint})`}>
          <Input type="time" autoFocus />
        </Form.Item>
      </div>
      <Form.Item name="note" label={words.callBackNote}>
        <Input />
      </Form.Item>
      <ActFoot
        error={schedule.error}
        pending={schedule.isPending}
        label={words.callBackSave}
        onCancel={onDone}
      />
    </Form>
  );
}
