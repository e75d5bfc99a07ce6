/** A user in one line: roles with scope, last sign-in, second factor, sessions. */
import type { Person, RoleHeld } from "../../../src/contract/person.ts";
import type { Column } from "../../ui/grid.tsx";
import { dayAndClock } from "../../ui/moment.ts";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";

type PersonProps = { readonly person: Person };

/** A role as it is held: "Collector · own customers". */
export function useRoleName() {
  const { people: words, terms } = useWords();
  return ({ role, scope, everywhere }: RoleHeld): string => {
    const name = `${named(terms.roles, role)} · ${words.scopes[scope]}`;
    return everywhere ? `${name} · ${words.everywhere}` : name;
  };
}

export function PersonName({ person }: PersonProps) {
  const { people: words } = useWords();
  return (
    <span className="two-lines">
      <span className="name-line">
        <span className="clip strong">{person.name}</span>
        {person.disabledAt !== null && <span className="tag">{words.disabled}</span>}
      </span>
      <span className="quiet small clip">{person.email}</span>
    </span>
  );
}

function Roles({ person: { roles } }: PersonProps) {
  const { people: words, frame } = useWords();
  const roleName = useRoleName();
  if (roles.length === 0) return <span className="quiet">{words.noRole}</span>;
  const all = frame.listOf(roles.map(roleName));
  return (
    <span className="clip" title={all}>
      {all}
    </span>
  );
}

export function LastSignIn({ person: { lastSignInAt } }: PersonProps) {
  const { people: words } = useWords();
  if (lastSignInAt === null) return <span className="quiet">{words.never}</span>;
  return <span className="number">{dayAndClock(lastSignInAt)}</span>;
}

export function Factor({ person: { secondFactor } }: PersonProps) {
  const { people: words } = useWords();
  return secondFactor ? (
    <span className="tag success">{words.on}</span>
  ) : (
    <span className="quiet">{words.off}</span>
  );
}

function Owned({ person: { customers, disabledAt } }: PersonProps) {
  if (customers === 0) return <span className="number">–</span>;
  const left = disabledAt !== null;
  return <span className={`number${left ? " danger-text strong" : ""}`}>{customers}</span>;
}

export function usePersonColumns(): readonly Column<Person>[] {
  const { people: words } = useWords();
  const { columns } = words;
  return [
    {
      key: "name",
      title: columns.name,
      width: "minmax(190px, 2fr)",
      cell: (row) => <PersonName person={row} />,
    },
    {
      key: "roles",
      title: columns.roles,
      width: "minmax(220px, 3fr)",
      cell: (row) => <Roles person={row} />,
    },
    {
      key: "signIn",
      title: columns.signIn,
      width: "140px",
      cell: (row) => <LastSignIn person={row} />,
    },
    {
      key: "factor",
      title: columns.factor,
      width: "112px",
      cell: (row) => <Factor person={row} />,
    },
    {
      key: "sessions",
      title: columns.sessions,
      width: "88px",
      align: "end",
      cell: ({ sessions }) => <span className="number">{sessions === 0 ? "–" : sessions}</span>,
    },
    {
      key: "customers",
      title: columns.customers,
      width: "128px",
      align: "end",
      cell: (row) => <Owned person={row} />,
    },
  ];
}

export function PersonCard({ person }: PersonProps) {
  return (
    <div className="stack tight">
      <PersonName person={person} />
      <Roles person={person} />
      <span className="spread small">
        <LastSignIn person={person} />
        <Factor person={person} />
      </span>
    </div>
  );
}
