/** Colleagues with what they answer for, teams, substitutes: asked for, and the verbs on them. */
import { queryOptions } from "@tanstack/react-query";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

const at = (creditor: string) => ({ params: { path: { creditor } } });

export const membersQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "members"],
    queryFn: () => answerOf(api.GET("/api/creditors/{creditor}/members", at(creditor))),
  });

export const teamsQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "teams"],
    queryFn: () => answerOf(api.GET("/api/creditors/{creditor}/teams", at(creditor))),
  });

export const substitutionsQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "substitutions"],
    queryFn: () => answerOf(api.GET("/api/creditors/{creditor}/substitutions", at(creditor))),
  });

export type TeamBody = {
  readonly name: string;
  readonly members: { readonly user: string; readonly leads: boolean }[];
};

/** `team` null: a new one. */
export function useSaveTeam(team: string | null, after: () => void) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: TeamBody) =>
      team === null
        ? answerOf(api.POST("/api/creditors/{creditor}/teams", { ...at(creditor), body }))
        : answerOf(
            api.PATCH("/api/creditors/{creditor}/teams/{team}", {
              params: { path: { creditor, team } },
              body,
            }),
          ),
    done: () => (team === null ? words.teamMade : words.saved),
    after,
    shownInForm: true,
  });
}

export function useRemoveTeam(after: () => void) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (team: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/teams/{team}/remove", {
          params: { path: { creditor, team } },
        }),
      ),
    done: () => words.teamRemoved,
    after,
  });
}

export type SubstitutionBody = {
  readonly absent: string;
  readonly substitute: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
};

export function useAddSubstitution(after: () => void) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: SubstitutionBody) =>
      answerOf(api.POST("/api/creditors/{creditor}/substitutions", { ...at(creditor), body })),
    done: () => words.substituteMade,
    after,
    shownInForm: true,
  });
}

export function useEndSubstitution(after: () => void) {
  const { team: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (substitution: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/substitutions/{substitution}/end", {
          params: { path: { creditor, substitution } },
        }),
      ),
    done: () => words.substituteEnded,
    after,
  });
}
