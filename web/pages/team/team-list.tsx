/** Teams with their members. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Team } from "../../../src/contract/team.ts";
import { useCreditor } from "../../queries/session.ts";
import { teamsQuery, useRemoveTeam } from "../../queries/team.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { SureButton } from "../../ui/sure-button.tsx";
import { useWords } from "../../words.tsx";
import { TeamDialog } from "./team-dialog.tsx";

function Members({ team: { members } }: { readonly team: Team }) {
  const { team: words } = useWords();
  if (members.length === 0) return <p className="quiet">{words.emptyTeam}</p>;
  return (
    <ul className="line wrap">
      {members.map(({ id, name, leads, disabled }) => (
        <li key={id} className={`tag${leads ? " accent" : ""}`}>
          {name}
          {leads && ` · ${words.lead}`}
          {disabled && ` · ${words.disabled}`}
        </li>
      ))}
    </ul>
  );
}

function TeamLine({ team }: { readonly team: Team }) {
  const { team: words } = useWords();
  const [editing, setEditing] = useState(false);
  const remove = useRemoveTeam(() => undefined);
  return (
    <li className="record-line">
      <div className="line wrap">
        <h2 className="grow">
          {team.name} <span className="quiet small">{words.members(team.members.length)}</span>
        </h2>
        <CanButton size="small" can={team.can.edit} onClick={() => setEditing(true)}>
          {words.edit}
        </CanButton>
        <SureButton
          size="small"
          can={team.can.remove}
          act={words.removeTeam}
          sure={words.removeTeamSure(team.name)}
          pending={remove.isPending}
          onSure={() => remove.mutate(team.id)}
        />
      </div>
      <Members team={team} />
      {editing && <TeamDialog team={team} onClose={() => setEditing(false)} />}
    </li>
  );
}

export function TeamList() {
  const { team: words } = useWords();
  const { data, error, refetch } = useQuery(teamsQuery(useCreditor().code));
  if (data === undefined) {
    if (error === null) return <Loading />;
    return <ProblemNote error={error} onAgain={() => void refetch()} />;
  }
  return (
    <section className="card" aria-label={words.tabs.teams}>
      {data.rows.length === 0 ? (
        <Empty icon="customers" title={words.noTeams} text={words.noTeamsText} />
      ) : (
        <ul className="record-list body">
          {data.rows.map((team) => (
            <TeamLine key={team.id} team={team} />
          ))}
        </ul>
      )}
    </section>
  );
}
