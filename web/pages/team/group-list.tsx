/** Groups of companies that are worked as one: the list, and the opened one beside it. */
import { useQuery } from "@tanstack/react-query";
import type { CustomerGroup } from "../../../src/contract/portfolio.ts";
import { groupsQuery } from "../../queries/groups.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { GroupDetail } from "./group-detail.tsx";
import { useTeamView } from "./use-team-view.ts";

type LineProps = {
  readonly group: CustomerGroup;
  readonly opened: boolean;
  readonly onOpen: () => void;
};

function GroupLine({ group, opened, onOpen }: LineProps) {
  const { team: words } = useWords();
  return (
    <li>
      <button type="button" className="team-group" aria-pressed={opened} onClick={onOpen}>
        <span className="two-lines">
          <span className="clip strong">{group.name}</span>
          <span className="quiet small">{words.companies(group.customers)}</span>
        </span>
        <Amounts of={group.overdue} />
      </button>
    </li>
  );
}

export function GroupList() {
  const { team: words } = useWords();
  const { group: opened, open } = useTeamView();
  const { data, error, refetch } = useQuery(groupsQuery(useCreditor().code));
  if (data === undefined) {
    if (error === null) return <Loading />;
    return <ProblemNote error={error} onAgain={() => void refetch()} />;
  }
  if (data.rows.length === 0) {
    return (
      <section className="card">
        <Empty icon="customers" title={words.noGroups} text={words.noGroupsText} />
      </section>
    );
  }
  return (
    <div className="team-split">
      <section className="card" aria-label={words.groupList}>
        <ul>
          {data.rows.map((group) => (
            <GroupLine
              key={group.id}
              group={group}
              opened={group.id === opened}
              onOpen={() => open({ tab: "groups", group: group.id })}
            />
          ))}
        </ul>
      </section>
      {opened === undefined ? (
        <section className="card">
          <Empty icon="customers" title={words.chooseGroup} />
        </section>
      ) : (
        <GroupDetail key={opened} id={opened} />
      )}
    </div>
  );
}
