/** Places a hold on the customer or on one document. */
import { Form, Select } from "antd";
import { answerOf, api } from "../api.ts";
import { useAct } from "../queries/act.ts";
import { useCreditor } from "../queries/session.ts";
import { useWords } from "../words.tsx";
import { ActFoot } from "./act-foot.tsx";
import type { ActFormProps } from "./acts.tsx";
import { HoldFields, type HoldKind } from "./hold-fields.tsx";
import { itemOptions, openClaims } from "./options.ts";

type Given = {
  readonly item: string;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly until?: string | null;
};

const WHOLE = "";

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
  const { acts } = useWords();
  const place = usePlaceHold(props);
  const [form] = Form.useForm<Given>();
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
      <HoldFields />
      <ActFoot
        error={place.error}
        pending={place.isPending}
        label={acts.saveHold}
        onCancel={props.onDone}
      />
    </Form>
  );
}
