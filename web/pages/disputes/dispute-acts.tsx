/** The acts on a dispute: a button each, the chosen one's form below. */
import { useState } from "react";
import type { DisputePage } from "../../../src/contract/dispute.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { useWords } from "../../words.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { CloseForm } from "./close-form.tsx";
import { CreditForm } from "./credit-form.tsx";
import { ReopenForm } from "./reopen-form.tsx";
import { RerouteForm } from "./reroute-form.tsx";
import { SplitForm } from "./split-form.tsx";

export type DisputeFormProps = {
  readonly dispute: DisputePage;
  readonly onDone: () => void;
};

const FORMS = {
  answer: AnswerForm,
  reroute: RerouteForm,
  split: SplitForm,
  credit: CreditForm,
  close: CloseForm,
  reopen: ReopenForm,
} as const;
type Verb = keyof typeof FORMS;

const OPEN: readonly Verb[] = ["answer", "credit", "close", "reroute", "split"];

/** What should happen next is the one primary button: an answer, then the decision. */
function nextOf({ state, can }: DisputePage): Verb | null {
  if (state === "open") return can.answer === true ? "answer" : null;
  if (state === "answered") return can.credit === true ? "credit" : "close";
  return null;
}

export function DisputeActs({ dispute }: { readonly dispute: DisputePage }) {
  const { acts } = useWords().disputes;
  const [verb, setVerb] = useState<Verb | null>(null);
  const verbs: readonly Verb[] = dispute.state === "closed" ? ["reopen"] : OPEN;
  const Form = verb === null ? null : FORMS[verb];
  const next = verb === null ? nextOf(dispute) : null;
  return (
    <div className="stack">
      <div className="line wrap">
        {verbs.map((each) => (
          <CanButton
            key={each}
            can={dispute.can[each]}
            type={each === next ? "primary" : "default"}
            aria-pressed={each === verb}
            onClick={() => setVerb((now) => (now === each ? null : each))}
          >
            {acts[each]}
          </CanButton>
        ))}
      </div>
      {Form !== null && (
        <div className="dispute-act">
          <Form dispute={dispute} onDone={() => setVerb(null)} />
        </div>
      )}
    </div>
  );
}
