/** The acts a collector does on a customer: four buttons, the chosen one's form below. */
import { Skeleton } from "antd";
import { lazy, Suspense, useState } from "react";
import type { CustomerPage } from "../../src/contract/customer.ts";
import type { TodayLine } from "../../src/contract/today.ts";
import { CanButton } from "../ui/can-button.tsx";
import { useKeys } from "../ui/keys.ts";
import { useWords } from "../words.tsx";
import "./acts.css";

/** Forms and the date picker are large, and nobody fills one in within the first second. */
const OutcomeForm = lazy(() => import("./outcome-form.tsx"));
const PromiseForm = lazy(() => import("./promise-form.tsx"));
const DisputeForm = lazy(() => import("./dispute-form.tsx"));
const HoldForm = lazy(() => import("./hold-form.tsx"));

type Verb = "outcome" | "promise" | "dispute" | "hold";

export type ActFormProps = {
  readonly customer: CustomerPage;
  readonly onDone: () => void;
};

type ActsProps = {
  readonly customer: CustomerPage;
  /** The task this contact carries out, when it was planned. */
  readonly task?: TodayLine | undefined;
};

const LETTERS: Readonly<Record<Verb, string>> = {
  outcome: "c",
  promise: "p",
  dispute: "d",
  hold: "h",
};
const VERBS = Object.keys(LETTERS) as readonly Verb[];

export function Acts({ customer, task }: ActsProps) {
  const words = useWords();
  const [verb, setVerb] = useState<Verb | null>(null);
  const { can } = customer;
  const allowed = {
    outcome: task === undefined ? can.logContact : task.can.logOutcome,
    promise: can.takePromise,
    dispute: can.raiseDispute,
    hold: can.placeHold,
  };
  const open = (chosen: Verb) => {
    if (allowed[chosen] === true) setVerb((now) => (now === chosen ? null : chosen));
  };
  useKeys(Object.fromEntries(VERBS.map((each) => [LETTERS[each], () => open(each)])));
  const form = { customer, onDone: () => setVerb(null) };
  return (
    <section className="acts" aria-label={words.acts.title}>
      <div className="acts-bar">
        {VERBS.map((each) => (
          <CanButton
            key={each}
            can={allowed[each]}
            type={verb === each ? "primary" : "default"}
            aria-expanded={verb === each}
            onClick={() => open(each)}
          >
            {words.acts[each]}
          </CanButton>
        ))}
      </div>
      <Suspense fallback={<Skeleton active title={false} />}>
        {verb === "outcome" && (
          <OutcomeForm {...form} task={task} onPromised={() => setVerb("promise")} />
        )}
        {verb === "promise" && <PromiseForm {...form} />}
        {verb === "dispute" && <DisputeForm {...form} />}
        {verb === "hold" && <HoldForm {...form} />}
      </Suspense>
    </section>
  );
}
