/** Team: who works here, whose customers are whose, teams, substitutes, groups of customers. */
import { Segmented } from "antd";
import type { TeamTab } from "../../team-views.ts";
import { useLanguage } from "../../words.tsx";
import { GroupList } from "./group-list.tsx";
import { MemberList } from "./member-list.tsx";
import { PortfolioList } from "./portfolio-list.tsx";
import { SubstituteList } from "./substitute-list.tsx";
import { TabAct } from "./team-acts.tsx";
import { TeamList } from "./team-list.tsx";
import { useTeamView } from "./use-team-view.ts";
import "../../ui/money-pages.css";
import "./team.css";

const PARTS = {
  members: MemberList,
  customers: PortfolioList,
  teams: TeamList,
  substitutes: SubstituteList,
  groups: GroupList,
} as const;

const FILLED: ReadonlySet<TeamTab> = new Set<TeamTab>(["members", "customers"]);

export function TeamPage() {
  const { words, language } = useLanguage();
  const { tab, tabs, open } = useTeamView();
  const Part = PARTS[tab];
  const options = tabs.map((value) => ({ value, label: words.team.tabs[value] }));
  return (
    <div className={`page money-page team-page${FILLED.has(tab) ? " filled" : ""}`}>
      <header className="page-head">
        <h1>{words.team.title}</h1>
        <Segmented
          key={language}
          className="scrolls"
          options={options}
          value={tab}
          onChange={(next) => open({ tab: next })}
        />
        <TabAct />
      </header>
      <Part />
    </div>
  );
}
