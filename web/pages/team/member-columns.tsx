/** A colleague in one line: roles, teams, and what they answer for. */
import type { Member } from "../../../src/contract/team.ts";
import { Amounts } from "../../ui/amount.tsx";
import type { Column } from "../../ui/grid.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";

type MemberProps = { readonly member: Member };

export function MemberName({ member }: MemberProps) {
  const { team: words } = useWords();
  const { name, disabled, needsHandOver, sells } = member;
  return (
    <span className="two-lines">
      <span className="name-line">
        <span className="clip strong">{name}</span>
        {disabled && <span className="tag">{words.disabled}</span>}
        {needsHandOver && <span className="tag danger">{words.needsHandOver}</span>}
      </span>
      {sells > 0 && <span className="quiet small">{words.sells(sells)}</span>}
    </span>
  );
}

function Roles({ member: { roles } }: MemberProps) {
  const { team: words, terms, frame } = useWords();
  if (roles.length === 0) return <span className="quiet">{words.noRole}</span>;
  const said = roles.map(
    ({ role, scope }) => `${named(terms.roles, role)} · ${words.scopes[scope]}`,
  );
  const all = frame.listOf(said);
  return (
    <span className="clip" title={all}>
      {all}
    </span>
  );
}

function Teams({ member: { teams } }: MemberProps) {
  const { team: words, frame } = useWords();
  if (teams.length === 0) return <span className="quiet">–</span>;
  const all = frame.listOf(
    teams.map(({ name, leads }) => (leads ? `${name} · ${words.lead}` : name)),
  );
  return (
    <span className="clip" title={all}>
      {all}
    </span>
  );
}

function Tasks({ member: { openTasks, lateTasks } }: MemberProps) {
  const { team: words } = useWords();
  return (
    <span className="two-lines">
      <span className="number">{openTasks === 0 ? "–" : openTasks}</span>
      {lateTasks > 0 && <span className="danger-text small">{words.late(lateTasks)}</span>}
    </span>
  );
}

export function Presence({ member: { absent, disabled } }: MemberProps) {
  const { team: words } = useWords();
  if (disabled) return <span className="quiet">{words.disabled}</span>;
  if (absent === null) return <span className="quiet">{words.here}</span>;
  const said = words.awayUntil(absent.substitute.name, absent.until);
  return (
    <span className="clip" title={said}>
      {said}
    </span>
  );
}

/** The columns but the last, which holds the acts. */
export function useMemberColumns(): readonly Column<Member>[] {
  const { team: words } = useWords();
  const { columns } = words;
  return [
    {
      key: "name",
      title: columns.name,
      width: "minmax(170px, 2fr)",
      cell: (row) => <MemberName member={row} />,
    },
    {
      key: "roles",
      title: columns.roles,
      width: "minmax(170px, 2fr)",
      cell: (row) => <Roles member={row} />,
    },
    {
      key: "teams",
      title: columns.teams,
      width: "minmax(120px, 1fr)",
      cell: (row) => <Teams member={row} />,
    },
    {
      key: "customers",
      title: columns.customers,
      width: "88px",
      align: "end",
      cell: ({ customers }) => <span className="number">{customers === 0 ? "–" : customers}</span>,
    },
    {
      key: "overdue",
      title: columns.overdue,
      width: "170px",
      align: "end",
      cell: ({ overdue }) => <Amounts of={overdue} />,
    },
    {
      key: "tasks",
      title: columns.tasks,
      width: "96px",
      align: "end",
      cell: (row) => <Tasks member={row} />,
    },
    {
      key: "today",
      title: columns.today,
      width: "minmax(130px, 2fr)",
      cell: (row) => <Presence member={row} />,
    },
  ];
}

export function MemberCard({ member }: MemberProps) {
  const { team: words } = useWords();
  return (
    <div className="stack tight">
      <MemberName member={member} />
      <Roles member={member} />
      <span className="spread">
        <span className="number">{words.gets(member.customers)}</span>
        <Amounts of={member.overdue} strong />
      </span>
      <span className="small clip">
        <Presence member={member} />
      </span>
    </div>
  );
}
