/** Who works here with what each answers for; who left and still owns customers comes first. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Member } from "../../../src/contract/team.ts";
import { useCreditor } from "../../queries/session.ts";
import { membersQuery } from "../../queries/team.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { type Column, Grid } from "../../ui/grid.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { MemberCard, useMemberColumns } from "./member-columns.tsx";
import { useTeamView } from "./use-team-view.ts";

type NotesProps = { readonly rows: readonly Member[]; readonly unowned: number };

/** What somebody must see to: customers of people who left, and of nobody. */
function Notes({ rows, unowned }: NotesProps) {
  const { team: words } = useWords();
  const { open } = useTeamView();
  const left = rows.filter(({ needsHandOver }) => needsHandOver).length;
  return (
    <>
      {left > 0 && (
        <div className="notice danger">
          <Icon name="warning" />
          <span>{words.needsHandOverText(left)}</span>
        </div>
      )}
      {unowned > 0 && (
        <div className="notice warning">
          <Icon name="info" />
          <span className="grow">{words.unownedText(unowned)}</span>
          <Button size="small" onClick={() => open({ tab: "customers" })}>
            {words.giveOut}
          </Button>
        </div>
      )}
    </>
  );
}

export function MemberList() {
  const { team: words } = useWords();
  const { open } = useTeamView();
  const { data, error, refetch } = useQuery(membersQuery(useCreditor().code));
  const [from, setFrom] = useState<string>();
  const columns = useMemberColumns();
  if (data === undefined) {
    if (error === null) return <Loading />;
    return <ProblemNote error={error} onAgain={() => void refetch()} />;
  }
  const acts: Column<Member> = {
    key: "acts",
    title: <span className="seen-by-readers">{words.handOver}</span>,
    width: "112px",
    cell: ({ id, customers }) =>
      customers > 0 && (
        <CanButton size="small" can={data.can.handOver} onClick={() => setFrom(id)}>
          {words.handOver}
        </CanButton>
      ),
  };
  return (
    <>
      <Notes rows={data.rows} unowned={data.unowned} />
      <section className="card fills">
        <Grid
          label={words.memberList}
          columns={[...columns, acts]}
          rows={data.rows}
          total={data.rows.length}
          rowKey={({ id }) => id}
          rowHeight={52}
          cardHeight={116}
          card={(row) => <MemberCard member={row} />}
          onOpen={({ id }) => open({ tab: "customers", owner: id })}
          empty={<Empty icon="person" title={words.noMembers} text={words.noMembersText} />}
        />
      </section>
      {from !== undefined && <HandOverDialog from={from} onClose={() => setFrom(undefined)} />}
    </>
  );
}
