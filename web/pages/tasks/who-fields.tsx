/** The fields of who has a task: a person, a department, or both. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import type { NamePath } from "antd/es/form/interface";
import { ROLES } from "../../../src/domain/desk/permission.ts";
import { useCreditor } from "../../queries/session.ts";
import { colleaguesQuery } from "../../queries/tasks.ts";
import { useWords } from "../../words.tsx";

/** Those who can work: an administrator manages, an auditor reads. */
export const WORKING_ROLES = ROLES.filter((role) => role !== "administrator" && role !== "auditor");

export function useColleagueOptions() {
  const { terms } = useWords();
  const { data = [] } = useQuery(colleaguesQuery(useCreditor().code));
  return data.map(({ id, name, roles }) => ({
    value: id,
    label: `${name}（${roles.map((role) => terms.roles[role]).join("、")}）`,
    name,
  }));
}

type WhoProps = { readonly at?: readonly (string | number)[] };

/** `at`: where the two stand in the form, for fields of a list. */
export function WhoFields({ at = [] }: WhoProps) {
  const { tasks: words, terms } = useWords();
  const people = useColleagueOptions();
  const nameOf = (field: string): NamePath => [...at, field];
  return (
    <div className="pair">
      <Form.Item name={nameOf("role")} label={words.fields.role} extra={words.whoHint}>
        <Select
          allowClear
          placeholder={words.nobody}
          options={WORKING_ROLES.map((role) => ({ value: role, label: terms.roles[role] }))}
        />
      </Form.Item>
      <Form.Item name={nameOf("assignee")} label={words.fields.assignee}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={words.nobody}
          options={people}
        />
      </Form.Item>
    </div>
  );
}
