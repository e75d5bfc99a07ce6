/** One person opened: roles, signing in, and customers that need a hand-over. */
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import type { Person } from "../../../src/contract/person.ts";
import type { Can } from "../../../src/contract/scalars.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words.tsx";
import { PersonAccess } from "./person-access.tsx";
import { PersonRoles } from "./person-roles.tsx";

function Left({ person }: { readonly person: Person }) {
  const { people: words } = useWords();
  const { code } = useCreditor();
  const { id, customers, disabledAt, roles } = person;
  if (customers === 0 || (disabledAt === null && roles.length > 0)) return null;
  return (
    <div className="notice danger">
      <Icon name="warning" />
      <span className="grow">{words.needsHandOver(customers)}</span>
      <Link to={PATHS.team} params={{ creditor: code }} search={{ tab: "customers", owner: id }}>
        {words.toHandOver}
      </Link>
    </div>
  );
}

type DrawerProps = {
  readonly person: Person | undefined;
  readonly everywhere: Can;
  readonly onClose: () => void;
};

export function PersonDrawer({ person, everywhere, onClose }: DrawerProps) {
  return (
    <Drawer open={person !== undefined} title={person?.name} size={520} onClose={onClose}>
      {person !== undefined && (
        <div className="stack wide-gap">
          <Left person={person} />
          <PersonRoles key={`roles-${person.id}`} person={person} everywhere={everywhere} />
          <PersonAccess key={`access-${person.id}`} person={person} />
        </div>
      )}
    </Drawer>
  );
}
