/** The acts on one customer: a button and a letter for each, the chosen one's form below. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { type KeyboardEvent, useRef, useState } from "react";
import type { CustomerPage } from "../../src/contract/customer.ts";
import type { CustomerWork } from "../../src/contract/today.ts";
import { customerQuery } from "../queries/customer.ts";
import { useCreditor } from "../queries/session.ts";
import { useKeys } from "../ui/keys.ts";
import { ProblemNote } from "../ui/states.tsx";
import { useWords } from "../words.tsx";
import { ActForm } from "./act-form.tsx";
import { ActsBar } from "./acts-bar.tsx";
import { ActFraming, clearDraft } from "./draft.ts";
import { allowedOf, NEEDS_PAGE, VERBS, type Verb } from "./verbs.ts";
import "./acts.css";

export type ActFormProps = {
  readonly customer: CustomerPage;
  readonly onDone: () => void;
};

/** The planned task that a contact carries out. */
export type TaskStep = {
  readonly id: string;
  /** The key of the policy's step. */
  readonly step: string;
  readonly channel: string;
};

export type ActsProps = {
  readonly work: CustomerWork;
  readonly task?: TaskStep | undefined;
  /** After an act was saved. */
  readonly onActed?: (verb: Verb) => void;
  /** After a form was left without saving. */
  readonly onLeft?: () => void;
};

const OPEN_POPUP =
  ".ant-select-dropdown:not(.ant-select-dropdown-hidden), .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)";

/** Ctrl+Enter saves; Escape leaves and keeps the draft, unless it closes a list of choices. */
function useFormKeys(leave: () => void) {
  const box = useRef<HTMLElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      box.current?.querySelector("form")?.requestSubmit();
      return;
    }
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    if (event.key !== "Escape" || form === null) return;
    if (document.querySelector(OPEN_POPUP) !== null) return;
    event.preventDefault();
    leave();
  };
  return { box, onKeyDown };
}

/** The whole customer is asked for when a form needs its documents. */
function usePage(customer: string, verb: Verb | null) {
  const creditor = useCreditor().code;
  const enabled = verb !== null && NEEDS_PAGE.has(verb);
  return useQuery({ ...customerQuery(creditor, customer), enabled });
}

export function Acts({ work, task, onActed, onLeft }: ActsProps) {
  const words = useWords();
  const creditor = useCreditor().code;
  const [verb, setVerb] = useState<Verb | null>(null);
  const page = usePage(work.customer.id, verb);
  const allowed = allowedOf(work);
  const draftOf = (each: Verb) => `${creditor}/${work.customer.id}/${each}`;
  const leave = () => {
    setVerb(null);
    onLeft?.();
  };
  const open = (each: Verb) => {
    if (allowed[each] === true) setVerb((now) => (now === each ? null : each));
  };
  const saved = (next: Verb | null) => {
    if (verb === null) return;
    clearDraft(draftOf(verb));
    setVerb(next);
    if (next === null) onActed?.(verb);
  };
  const keepNow = useRef<(() => void) | null>(null);
  const { box, onKeyDown } = useFormKeys(() => {
    keepNow.current?.();
    leave();
  });
  useKeys(Object.fromEntries(VERBS.map(({ verb: each, key }) => [key, () => open(each)])));
  const framing = verb !== null && {
    draftKey: draftOf(verb),
    keepNow,
    onThrowAway() {
      clearDraft(draftOf(verb));
      leave();
    },
  };
  return (
    <section ref={box} className="acts" aria-label={words.acts.title} onKeyDown={onKeyDown}>
      <ActsBar
        allowed={allowed}
        verb={verb}
        draftOf={draftOf}
        onOpen={open}
        customer={work.customer.id}
      />
      {framing !== false && verb !== null && (
        <ActFraming value={framing}>
          <ProblemNote error={page.error} onAgain={() => void page.refetch()} />
          {page.data === undefined && NEEDS_PAGE.has(verb) ? (
            page.error === null && <Skeleton active title={false} />
          ) : (
            <ActForm verb={verb} work={work} page={page.data} task={task} onSaved={saved} />
          )}
        </ActFraming>
      )}
    </section>
  );
}
