/** Which department answers, and who for it; without a choice the policy's. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { type Department, type DisputeReason, disputeDeskQuery } from "../../queries/disputes.ts";
import { useCreditor } from "../../queries/session.ts";
import { useWords } from "../../words.tsx";

type FieldsProps = {
  /** The reason chosen so far: its route is the usual one. */
  readonly reason: DisputeReason | undefined;
  /** Whether a department must be named. */
  readonly named?: boolean;
};

/** Fields `department` and `assignee` of the form around them. */
export function DepartmentFields({ reason, named = false }: FieldsProps) {
  const { disputes, departments } = useWords();
  const creditor = useCreditor().code;
  const { data } = useQuery(disputeDeskQuery(creditor));
  const chosen = Form.useWatch<Department | undefined>("department");
  const route = data?.reasons.find((each) => each.reason === reason);
  const usual =
    route === undefined
      ? undefined
      : disputes.byPolicy(departments[route.department], route.answerDays);
  const answers = chosen ?? route?.department;
  const hint =
    route === undefined || answers === undefined
      ? null
      : disputes.routed(departments[answers], route.answerBy);
  const options = Object.entries(departments).map(([value, label]) => ({ value, label }));
  const people = (data?.answerers ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <div className="pair">
        <Form.Item
          name="department"
          label={disputes.department}
          {...(named ? { rules: [{ required: true }] } : {})}
        >
          <Select
            allowClear={!named}
            options={options}
            {...(usual === undefined ? {} : { placeholder: usual })}
          />
        </Form.Item>
        <Form.Item name="assignee" label={disputes.assignee}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            options={people}
            placeholder={disputes.nobodyNamed}
          />
        </Form.Item>
      </div>
      {hint !== null && <p className="small quiet">{hint}</p>}
    </>
  );
}
