/** The one act of each tab of the page Team, in the page's head. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Can } from "../../../src/contract/scalars.ts";
import { groupsQuery } from "../../queries/groups.ts";
import { useCreditor } from "../../queries/session.ts";
import { membersQuery, substitutionsQuery, teamsQuery } from "../../queries/team.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words.tsx";
import { CreateGroup } from "./group-dialog.tsx";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { SubstituteDialog } from "./substitute-dialog.tsx";
import { TeamDialog } from "./team-dialog.tsx";
import { useTeamView } from "./use-team-view.ts";

type HeadProps = {
  readonly can: Can | undefined;
  readonly label: string;
  /** Whether it makes something new. */
  readonly adds?: boolean;
  readonly dialog: (close: () => void) => ReactNode;
};

function HeadButton({ can, label, adds = true, dialog }: HeadProps) {
  const [open, setOpen] = useState(false);
  if (can === undefined) return null;
  return (
    <>
      <CanButton
        can={can}
        type="primary"
        icon={adds ? <Icon name="plus" size={14} /> : undefined}
        onClick={() => setOpen(true)}
      >
        {label}
      </CanButton>
      {open && dialog(() => setOpen(false))}
    </>
  );
}

function HandOverAct() {
  const { team: words } = useWords();
  const can = useQuery(membersQuery(useCreditor().code)).data?.can.handOver;
  return (
    <HeadButton
      can={can}
      label={words.handOver}
      adds={false}
      dialog={(close) => <HandOverDialog onClose={close} />}
    />
  );
}

function TeamAct() {
  const { team: words } = useWords();
  const can = useQuery(teamsQuery(useCreditor().code)).data?.can.create;
  return (
    <HeadButton
      can={can}
      label={words.makeTeam}
      dialog={(close) => <TeamDialog team={null} onClose={close} />}
    />
  );
}

function SubstituteAct() {
  const { team: words } = useWords();
  const can = useQuery(substitutionsQuery(useCreditor().code)).data?.can.add;
  return (
    <HeadButton
      can={can}
      label={words.addSubstitute}
      dialog={(close) => <SubstituteDialog onClose={close} />}
    />
  );
}

function GroupAct() {
  const { team: words } = useWords();
  const { open } = useTeamView();
  const can = useQuery(groupsQuery(useCreditor().code)).data?.can.create;
  const made = (group: string) => open({ tab: "groups", group });
  return (
    <HeadButton
      can={can}
      label={words.makeGroup}
      dialog={(close) => <CreateGroup onMade={made} onClose={close} />}
    />
  );
}

/** The tab of customers has its acts beside what is chosen. */
const ACTS = {
  members: HandOverAct,
  customers: null,
  teams: TeamAct,
  substitutes: SubstituteAct,
  groups: GroupAct,
} as const;

export function TabAct() {
  const { tab } = useTeamView();
  const Act = ACTS[tab];
  return Act === null ? null : <Act />;
}
