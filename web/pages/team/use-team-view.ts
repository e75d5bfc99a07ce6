/** What the page Team shows, from its URL, and how it is changed. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { PATHS } from "../../paths.ts";
import { useMay } from "../../queries/session.ts";
import { TEAM_TABS, type TeamTab } from "../../team-views.ts";

type TeamView = { readonly tab?: TeamTab; readonly owner?: string; readonly group?: string };

/** Tabs that show whose customers are whose: for those who may say it. */
const MANAGED: ReadonlySet<TeamTab> = new Set<TeamTab>(["members", "customers"]);

export function useTeamView() {
  const asked = useSearch({ from: "/$creditor/team" });
  const navigate = useNavigate({ from: PATHS.team });
  const manages = useMay("team:manage") === true;
  const tabs = TEAM_TABS.filter((tab) => manages || !MANAGED.has(tab));
  const tab: TeamTab = tabs.find((one) => one === asked.tab) ?? tabs[0] ?? "teams";
  const open = (search: TeamView) => void navigate({ search });
  return { ...asked, tab, tabs, open };
}
