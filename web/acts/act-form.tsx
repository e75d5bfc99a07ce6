/** The form of one act; forms and the date picker are large, so each comes when it is opened. */
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import type { CustomerPage } from "../../src/contract/customer.ts";
import type { CustomerWork } from "../../src/contract/today.ts";
import type { TaskStep } from "./acts.tsx";
import type { Verb } from "./verbs.ts";

const OutcomeForm = lazy(() => import("./outcome-form.tsx"));
const VisitForm = lazy(() => import("./visit-form.tsx"));
const PromiseForm = lazy(() => import("./promise-form.tsx"));
const DisputeForm = lazy(() => import("./dispute-form.tsx"));
const HoldForm = lazy(() => import("./hold-form.tsx"));
const SnoozeForm = lazy(() => import("./snooze-form.tsx"));
const CallBackForm = lazy(() => import("./call-back-form.tsx"));
const EscalateForm = lazy(() => import("./escalate-form.tsx"));
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
    case "visit":
      return <VisitForm {...form} task={task} />;
    case "promise":
      return <PromiseForm {...form} />;
    case "dispute":
      return <DisputeForm {...form} />;
    default:
      return <HoldForm {...form} />;
  }
}

/** Forms about the case itself: they need no documents. */
const CASE_FORMS = {
  snooze: SnoozeForm,
  callBack: CallBackForm,
  reason: LateReasonForm,
  escalate: EscalateForm,
};

const isOfCase = (verb: Verb): verb is keyof typeof CASE_FORMS => Object.hasOwn(CASE_FORMS, verb);

export function ActForm(props: ActFormProps) {
  const { verb, page, work, onSaved } = props;
  const OfCase = isOfCase(verb) ? CASE_FORMS[verb] : null;
  return (
    <Suspense fallback={<Skeleton active title={false} />}>
      {OfCase !== null && <OfCase work={work} onDone={() => onSaved(null)} />}
      {OfCase === null && page !== undefined && <PageForm {...props} page={page} />}
    </Suspense>
  );
}
