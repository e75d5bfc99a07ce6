/** The fields of a role to be given: which, whose customers it reaches, at which companies. */
import { Form, Segmented, Select } from "antd";
import type { Can } from "../../../src/contract/scalars.ts";
import { ROLES, type Role } from "../../../src/domain/desk/permission.ts";
import { SCOPES, type Scope } from "../../../src/domain/desk/scope.ts";
import type { Granting } from "../../queries/people.ts";
import { useWords } from "../../words.tsx";

export type GivenRole = {
  readonly role: Role;
  readonly scope: Scope;
  readonly where: "here" | "everywhere";
};

export const FIRST_ROLE: GivenRole = { role: "collector", scope: "own", where: "here" };

export const grantOf = ({ role, scope, where }: GivenRole): Granting => ({
  role,
  scope,
  everywhere: where === "everywhere",
});

/** `everywhere`: whether the reader may give roles that hold at every creditor. */
export function RoleFields({ everywhere }: { readonly everywhere: Can }) {
  const { people: words, terms } = useWords();
  const where = [
    { value: "here", label: words.onlyHere },
    { value: "everywhere", label: words.everywhere, disabled: everywhere !== true },
  ];
  return (
    <>
      <div className="pair">
        <Form.Item name="role" label={words.role} rules={[{ required: true }]}>
          <Select options={ROLES.map((value) => ({ value, label: terms.roles[value] }))} />
        </Form.Item>
        <Form.Item name="scope" label={words.scope} rules={[{ required: true }]}>
          <Select options={SCOPES.map((value) => ({ value, label: words.scopes[value] }))} />
        </Form.Item>
      </div>
      <Form.Item name="where" label={words.where} extra={words.scopeHint}>
        <Segmented options={where} />
      </Form.Item>
    </>
  );
}
