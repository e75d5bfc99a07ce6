/** Says who owns, or sells to, the chosen customers. */
import { Form, Segmented } from "antd";
import { type Assigning, useAssign } from "../../queries/portfolio.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useWords } from "../../words.tsx";
import { PersonChoice } from "./person-choice.tsx";
import { ReasonField } from "./reason-field.tsx";

const NOBODY = "nobody";

type Given = {
  readonly as: Assigning["as"];
  readonly to: string;
  readonly reason: string;
};

type AssignProps = {
  readonly customers: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** As what they are given: the field both ways of giving customers share. */
export function AsField() {
  const { team: words } = useWords();
  const options = [
    { value: "owner", label: words.asOwner },
    { value: "sales", label: words.asSales },
  ];
  return (
    <Form.Item name="as" label={words.as}>
      <Segmented options={options} />
    </Form.Item>
  );
}

export function AssignDialog({ customers, onDone, onClose }: AssignProps) {
  const { team: words } = useWords();
  const [form] = Form.useForm<Given>();
  const assign = useAssign(() => {
    onDone();
    onClose();
  });
  return (
    <FormDialog
      form={form}
      title={words.assignTitle}
      act={words.assignChosen(customers.length)}
      initial={{ as: "owner", reason: "" }}
      pending={assign.isPending}
      error={assign.error}
      onGiven={({ as, to, reason }) =>
        assign.mutate({
          ...{ as, customers: [...customers], reason: reason.trim() },
          to: to === NOBODY ? null : to,
        })
      }
      onClose={onClose}
    >
      <AsField />
      <Form.Item name="to" label={words.to} rules={[{ required: true }]}>
        <PersonChoice first={[{ value: NOBODY, label: words.takeAway }]} />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  );
}
