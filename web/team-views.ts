/** What the pages Team and People keep in their URLs. */
import { oneOf, only, type Raw, text } from "./search-values.ts";

export const TEAM_TABS = ["members", "customers", "teams", "substitutes", "groups"] as const;
export type TeamTab = (typeof TEAM_TABS)[number];

/** `owner` left out on the tab of customers: those that nobody owns. */
export const teamSearch = (raw: Raw) =>
  only({
    tab: oneOf(raw["tab"], TEAM_TABS),
    owner: text(raw["owner"]),
    group: text(raw["group"]),
  });

export const PEOPLE_TABS = ["people", "roles"] as const;

export const peopleSearch = (raw: Raw) =>
  only({ tab: oneOf(raw["tab"], PEOPLE_TABS), person: text(raw["person"]) });
