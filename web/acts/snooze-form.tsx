/** Takes a customer off the list until a day, with the reason. */
import { Form, Input } from "antd";
import type { CustomerWork } from "../../src/contract/today.ts";
import { addDays, type PlainDate } from "../../src/domain/values/calendar.ts";
import { useSnooze } from "../queries/case-acts.ts";
import { useCreditor } from "../queries/session.ts";
import { DayField } from "../ui/day-field.tsx";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";

export type CaseFormProps = { readonly work: CustomerWork; readonly onDone: () => void };

type Given = { readonly until: string; readonly reason: string };

/** What the server judges, said beforehand. */
const LONGEST_SNOOZE_DAYS = 14;

export default function SnoozeForm({ work, onDone }: CaseFormProps) {
  const { work: words } = useWords();
  const snooze = useSnooze(work.customer.id, onDone);
  return (
    <Form
      className="act-form"
      layout="vertical"
      requiredMark={false}
      onFinish={({ until, reason }: Given) => snooze.mutate({ until, reason: reason.trim() })}
    >
      <Form.Item
        name="until"
        label={words.snoozeUntil}
        extra={words.snoozeHint}
        rules={[{ required: true }]}
      >
        <SoonField />
      </Form.Item>
      <Form.Item
        name="reason"
        label={words.snoozeReason}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <ActFoot
        error={snooze.error}
        pending={snooze.isPending}
        label={words.snoozeSave}
        onCancel={onDone}
      />
    </Form>
  );
}

type SoonProps = {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
};

/** Tomorrow, in three days, in a week, or a day within a fortnight. */
export function SoonField(props: SoonProps) {
  const { soon } = useWords().acts;
  const today = useCreditor().businessDay as PlainDate;
  const days: readonly (readonly [string, number])[] = [
    [soon.tomorrow, 1],
    [soon.threeDays, 3],
    [soon.week, 7],
  ];
  return (
    <>
      <DayField {...props} min={addDays(today, 1)} max={addDays(today, LONGEST_SNOOZE_DAYS)} />
      <div className="quick-days">
        {days.map(([label, count]) => (
          <button key={label} type="button" onClick={() => props.onChange?.(addDays(today, count))}>
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
