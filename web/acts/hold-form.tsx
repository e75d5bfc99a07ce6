/** Places a hold on the customer or on one document. */
import { Form, Input, Select } from "antd";
import { addDays, type PlainDate } from "../../src/domain/values/calendar.ts";
import { answerOf, api } from "../api.ts";
import { useAct } from "../queries/act.ts";
import { useCreditor } from "../queries/session.ts";
import { DayField } from "../ui/day-field.tsx";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";
import type { ActFormProps } from "./acts.tsx";
import { itemOptions, openClaims, optionsOf } from "./options.ts";

type Given = {
  readonly item: string;
  readonly kind: "courtesy" | "legal" | "insolvency" | "internal" | "other";
  readonly reason: string;
  readonly until?: string | null;
};

const WHOLE = "";
/** What the server judges, said beforehand: an end within a year, but for court and insolvency. */
const FURTHEST_DAYS = 366;
const OPEN_ENDED: readonly string[] = ["legal", "insolvency"];

function usePlaceHold({ customer, onDone }: ActFormProps) {
  const words = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: ({ item, kind, reason, until }: Given) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/customers/{customer}/holds", {
          params: { path: { creditor, customer: customer.id } },
          body: { item: item === WHOLE ? null : item, kind, reason, until: until ?? null },
        }),
      ),
    done: () => words.acts.holdSaved,
    after: onDone,
    shownInForm: true,
  });
}

export default function HoldForm(props: ActFormProps) {
  const { acts, terms } = useWords();
  const today = useCreditor().businessDay as PlainDate;
  const place = usePlaceHold(props);
  const [form] = Form.useForm<Given>();
  const kind = Form.useWatch("kind", form) ?? "courtesy";
  const whole = { value: WHOLE, label: acts.wholeCustomer };
  return (
    <Form
      form={form}
      className="act-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ item: WHOLE, kind: "courtesy" }}
      onFinish={(given: Given) => place.mutate(given)}
    >
      <Form.Item name="item" label={acts.item}>
        <Select options={[whole, ...itemOptions(openClaims(props.customer))]} />
      </Form.Item>
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
      <ActFoot
        error={place.error}
        pending={place.isPending}
        label={acts.saveHold}
        onCancel={props.onDone}
      />
    </Form>
  );
}
