/** How one person signs in, and the acts on it: disable, sign out, second factor, password. */
import { Button } from "antd";
import { useState } from "react";
import type { Person } from "../../../src/contract/person.ts";
import {
  useDisablePerson,
  useEnablePerson,
  useEndSessions,
  useRemoveSecondFactor,
  useSendReset,
} from "../../queries/people.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { SureButton } from "../../ui/sure-button.tsx";
import { useWords } from "../../words.tsx";
import { Factor, LastSignIn } from "./person-columns.tsx";

type PersonProps = { readonly person: Person };

function DisableAct({ person }: PersonProps) {
  const { people: words } = useWords();
  const [open, setOpen] = useState(false);
  const disable = useDisablePerson(person.id, () => setOpen(false));
  return (
    <>
      <CanButton danger can={person.can.disable} onClick={() => setOpen(true)}>
        {words.disable}
      </CanButton>
      {open && (
        <ReasonDialog
          title={words.disableTitle(person.name)}
          label={words.reason}
          act={words.disable}
          hint={words.disableHint}
          pending={disable.isPending}
          error={disable.error}
          onReason={(reason) => disable.mutate(reason)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function EnableAct({ person }: PersonProps) {
  const { people: words } = useWords();
  const enable = useEnablePerson(person.id);
  return (
    <CanButton
      can={person.can.enable}
      loading={enable.isPending}
      onClick={() => enable.mutate(undefined)}
    >
      {words.enable}
    </CanButton>
  );
}

function Acts({ person }: PersonProps) {
  const { people: words } = useWords();
  const sessions = useEndSessions(person.id);
  const factor = useRemoveSecondFactor(person.id);
  const reset = useSendReset();
  return (
    <div className="line wrap">
      {person.sessions > 0 && (
        <SureButton
          can={person.can.endSessions}
          act={words.endSessions}
          sure={words.endSessionsSure}
          pending={sessions.isPending}
          onSure={() => sessions.mutate(undefined)}
        />
      )}
      {person.secondFactor && (
        <SureButton
          can={person.can.endSessions}
          act={words.removeFactor}
          sure={words.removeFactorSure}
          pending={factor.isPending}
          onSure={() => factor.mutate(undefined)}
        />
      )}
      {person.disabledAt === null && (
        <Button loading={reset.isPending} onClick={() => reset.mutate(person.email)}>
          {words.sendReset}
        </Button>
      )}
      {person.disabledAt === null ? <DisableAct person={person} /> : <EnableAct person={person} />}
    </div>
  );
}

export function PersonAccess({ person }: PersonProps) {
  const { people: words, terms } = useWords();
  const { columns } = words;
  return (
    <section className="drawer-part stack" aria-label={words.access}>
      <h2>{words.access}</h2>
      <FactList
        facts={[
          [words.email, person.email],
          [words.language, terms.languages[person.language]],
          [columns.signIn, <LastSignIn key="s" person={person} />],
          [columns.factor, <Factor key="f" person={person} />],
          [columns.sessions, words.sessionCount(person.sessions)],
        ]}
      />
      <Acts person={person} />
    </section>
  );
}
