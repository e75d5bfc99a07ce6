/** The form of one act; forms and the date picker are large, so each comes when it is opened. */
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import type { CustomerPage } from "../../src/contract/customer.ts";
import type { CustomerWork } from "../../src/contract/today.ts";
import type { TaskStep } from "./acts.tsx";
import type { Verb } from "./verbs.ts";

const OutcomeForm = lazy(() => import("./outcome-form.tsx"));
const PromiseForm = lazy(() => import("./promise-form.tsx"));
const DisputeForm = lazy(() => import("./dispute-form.tsx"));
const HoldForm = lazy(() => import("./hold-form.tsx"));
const SnoozeForm = lazy(() => import("./snooze-form.tsx"));
const CallBackForm = lazy(() => import("./call-back-form.tsx"));
const LateReasonForm = lazy(() => import("./late-reason-form.tsx"));

type ActFormProps = {
  readonly verb: Verb;
  readonly work: CustomerWork;
  /** Undefined where the verb does not need it. */
  readonly page: CustomerPage | undefined;
  readonly task: TaskStep | undefined;
  /** `next`: the form that follows at once, as a promise follows the call. */
  readonly onSaved: (next: Verb | null) => void;
};

/** A customer's documents are there whenever one of these forms is shown. */
function PageForm(props: ActFormProps & { readonly page: CustomerPage }) {
  const { verb, page: customer, task, onSaved } = props;
  const form = { customer, onDone: () => onSaved(null) };
  switch (verb) {
    case "outcome":
      return <OutcomeForm {...form} task={task} onPromised={() => onSaved("promise")} />;
    case "promise":
      return <PromiseForm {...form} />;
    case "dispute":
      return <DisputeForm {...form} />;
    default:
      return <HoldForm {...form} />;
  }
}

function CaseForm({ verb, work, onSaved }: ActFormProps) {
  const form = { work, onDone: () => onSaved(null) };
  if (verb === "snooze") return <SnoozeForm {...form} />;
  return verb === "callBack" ? <CallBackForm {...form} /> : <LateReasonForm {...form} />;
}

export function ActForm(props: ActFormProps) {
  const { page } = props;
  return (
    <Suspense fallback={<Skeleton active title={false} />}>
      {page === undefined || isOfCase(props.verb) ? (
        <CaseForm {...props} />
      ) : (
        <PageForm {...props} page={page} />
      )}
    </Suspense>
  );
}

const isOfCase = (verb: Verb): boolean =>
  verb === "snooze" || verb === "callBack" || verb === "reason";
