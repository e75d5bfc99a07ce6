/** People who sign in, as an administrator asks for them, and the verbs on them. */
import { queryOptions } from "@tanstack/react-query";
import type { Role } from "../../src/domain/desk/permission.ts";
import type { Scope } from "../../src/domain/desk/scope.ts";
import { answerOf, api } from "../api.ts";
import { useWords } from "../words.tsx";
import { useAct } from "./act.ts";
import { useCreditor } from "./session.ts";

export const peopleQuery = (creditor: string) =>
  queryOptions({
    queryKey: [creditor, "people"],
    queryFn: () =>
      answerOf(api.GET("/api/creditors/{creditor}/people", { params: { path: { creditor } } })),
  });

export type Granting = { readonly role: Role; readonly scope: Scope; readonly everywhere: boolean };

export type NewPerson = {
  readonly name: string;
  readonly email: string;
  readonly language: "zh" | "en";
  readonly roles: Granting[];
};

export function useCreatePerson(after: (made: { id: string; password: string }) => void) {
  const creditor = useCreditor().code;
  return useAct({
    run: (body: NewPerson) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/people", { params: { path: { creditor } }, body }),
      ),
    after,
    shownInForm: true,
  });
}

const of = (creditor: string, person: string) => ({ params: { path: { creditor, person } } });

export function useGrantRole(person: string, after: () => void) {
  const { people: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: Granting) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/people/{person}/roles", {
          ...of(creditor, person),
          body,
        }),
      ),
    done: () => words.granted,
    after,
    shownInForm: true,
  });
}

export function useRevokeRole(person: string) {
  const { people: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (body: { readonly role: Role; readonly everywhere: boolean }) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/people/{person}/roles/revoke", {
          ...of(creditor, person),
          body,
        }),
      ),
    done: () => words.revoked,
  });
}

export function useDisablePerson(person: string, after: () => void) {
  const { people: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: (reason: string) =>
      answerOf(
        api.POST("/api/creditors/{creditor}/people/{person}/disable", {
          ...of(creditor, person),
          body: { reason },
        }),
      ),
    done: ({ customers }) => words.disabledDone(customers),
    after,
    shownInForm: true,
  });
}

export function useEnablePerson(person: string) {
  const { people: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: () =>
      answerOf(api.POST("/api/creditors/{creditor}/people/{person}/enable", of(creditor, person))),
    done: () => words.enabledDone,
  });
}

export function useEndSessions(person: string) {
  const { people: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: () =>
      answerOf(
        api.POST("/api/creditors/{creditor}/people/{person}/sessions/end", of(creditor, person)),
      ),
    done: () => words.sessionsEnded,
  });
}

export function useRemoveSecondFactor(person: string) {
  const { people: words } = useWords();
  const creditor = useCreditor().code;
  return useAct({
    run: () =>
      answerOf(
        api.POST(
          "/api/creditors/{creditor}/people/{person}/second-factor/remove",
          of(creditor, person),
        ),
      ),
    done: () => words.factorRemoved,
  });
}

/** Mails the person a link to set their password anew. */
export function useSendReset() {
  const { people: words } = useWords();
  return useAct({
    run: (email: string) => answerOf(api.POST("/api/password-reset", { body: { email } })),
    done: () => words.resetSent,
  });
}
