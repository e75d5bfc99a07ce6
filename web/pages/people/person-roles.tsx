/** The roles of one person: given, and taken away. */
import { Form } from "antd";
import { useState } from "react";
import type { Person, RoleHeld } from "../../../src/contract/person.ts";
import type { Can } from "../../../src/contract/scalars.ts";
import { useGrantRole, useRevokeRole } from "../../queries/people.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { SureButton } from "../../ui/sure-button.tsx";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";
import { useRoleName } from "./person-columns.tsx";
import { FIRST_ROLE, type GivenRole, grantOf, RoleFields } from "./role-fields.tsx";

type RoleProps = { readonly person: string; readonly held: RoleHeld };

function RoleLine({ person, held }: RoleProps) {
  const words = useWords();
  const { people } = words;
  const roleName = useRoleName();
  const revoke = useRevokeRole(person);
  const { role, everywhere, grantedBy, grantedAt, byOneself } = held;
  const given =
    grantedBy === null || grantedAt === null
      ? people.grantedAtConsole
      : people.grantedBy(whoIs(words, grantedBy), dayAndClock(grantedAt));
  return (
    <li className="record-line">
      <div className="spread">
        <span className="strong">{roleName(held)}</span>
        <SureButton
          size="small"
          can={held.can.revoke}
          act={people.revoke}
          sure={people.revokeSure(words.terms.roles[role])}
          pending={revoke.isPending}
          onSure={() => revoke.mutate({ role, everywhere })}
        />
      </div>
      <span className="quiet small">{given}</span>
      {byOneself && <span className="danger-text small">{people.byOneself}</span>}
    </li>
  );
}

type GrantProps = {
  readonly person: string;
  readonly everywhere: Can;
  readonly onClose: () => void;
};

function GrantDialog({ person, everywhere, onClose }: GrantProps) {
  const { people: words } = useWords();
  const [form] = Form.useForm<GivenRole>();
  const grant = useGrantRole(person, onClose);
  return (
    <FormDialog
      form={form}
      title={words.grant}
      act={words.grant}
      initial={FIRST_ROLE}
      pending={grant.isPending}
      error={grant.error}
      onGiven={(given) => grant.mutate(grantOf(given))}
      onClose={onClose}
    >
      <RoleFields everywhere={everywhere} />
    </FormDialog>
  );
}

type PersonRolesProps = { readonly person: Person; readonly everywhere: Can };

export function PersonRoles({ person, everywhere }: PersonRolesProps) {
  const { people: words } = useWords();
  const [granting, setGranting] = useState(false);
  return (
    <section className="drawer-part stack" aria-label={words.roles}>
      <div className="spread">
        <h2>{words.roles}</h2>
        <CanButton size="small" can={person.can.grant} onClick={() => setGranting(true)}>
          {words.grant}
        </CanButton>
      </div>
      {person.roles.length === 0 && <p className="quiet">{words.noRole}</p>}
      <ul className="record-list">
        {person.roles.map((held) => (
          <RoleLine key={`${held.role}-${held.everywhere}`} person={person.id} held={held} />
        ))}
      </ul>
      {granting && (
        <GrantDialog
          person={person.id}
          everywhere={everywhere}
          onClose={() => setGranting(false)}
        />
      )}
    </section>
  );
}
