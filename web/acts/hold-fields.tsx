/** The fields of every hold: why dunning rests, until when. */
import { Form, Input, Select } from "antd";
import { addDays, type PlainDate } from "../../src/domain/values/calendar.ts";
import { useCreditor } from "../queries/session.ts";
import { DayField } from "../ui/day-field.tsx";
import { useWords } from "../words.tsx";
import { optionsOf } from "./options.ts";

export type HoldKind = "courtesy" | "legal" | "insolvency" | "internal" | "other";

/** What the server judges, said beforehand: an end within a year, but for court and insolvency. */
const FURTHEST_DAYS = 366;
const OPEN_ENDED: readonly string[] = ["legal", "insolvency"];

/** Inside a form with `kind`, `until` and `reason`. */
export function HoldFields() {
  const { acts, terms } = useWords();
  const today = useCreditor().businessDay as PlainDate;
  const kind = Form.useWatch<HoldKind>("kind") ?? "courtesy";
  return (
    <>
      <div className="act-pair">
        <Form.Item name="kind" label={acts.holdKind} rules={[{ required: true }]}>
          <Select autoFocus options={optionsOf(terms.holdKinds)} />
        </Form.Item>
        <Form.Item
          name="until"
          label={acts.holdUntil}
          tooltip={acts.holdUntilHint}
          rules={[{ required: !OPEN_ENDED.includes(kind) }]}
        >
          <DayField min={addDays(today, 1)} max={addDays(today, FURTHEST_DAYS)} />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={acts.reason} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}
