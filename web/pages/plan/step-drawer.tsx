/**
 * One step opened: the letter as it will leave, its documents, its reasons, and what can be done.
 */
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useState } from "react";
import type { PlannedStep } from "../../../src/contract/plan.ts";
import DropDialog from "../../acts/drop-dialog.tsx";
import { letterUrl } from "../../acts/step-acts.tsx";
import { PATHS } from "../../paths.ts";
import { useReleaseSteps, useUndo } from "../../queries/plan.ts";
import { useCreditor } from "../../queries/session.ts";
import { Amounts } from "../../ui/amount.tsx";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Reasons } from "../../ui/why.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";
import { StepName, StepState } from "./step-columns.tsx";
import { StepItems } from "./step-items.tsx";

type Stored = PlannedStep & { readonly id: string };

function Acts({ step, onClose }: { readonly step: Stored; readonly onClose: () => void }) {
  const { plan: words, today } = useWords();
  const release = useReleaseSteps();
  const undo = useUndo();
  const [dropping, setDropping] = useState(false);
  if (step.state === "released" || step.state === "dropped") {
    return (
      <CanButton
        can={step.can.undo}
        icon={<Icon name="undo" size={14} />}
        loading={undo.isPending}
        onClick={() => undo.mutate([step.id])}
      >
        {words.undo}
      </CanButton>
    );
  }
  if (step.state !== "planned") return null;
  return (
    <div className="line">
      <CanButton
        can={step.can.release}
        type="primary"
        loading={release.isPending}
        onClick={() => release.mutate([step.id])}
      >
        {today.release}
      </CanButton>
      <CanButton can={step.can.drop} onClick={() => setDropping(true)}>
        {words.drop}
      </CanButton>
      {dropping && (
        <DropDialog
          steps={[step.id]}
          names={[step.customer.name]}
          onClose={() => {
            setDropping(false);
            onClose();
          }}
        />
      )}
    </div>
  );
}

function Letter({ step }: { readonly step: Stored }) {
  const { plan: words } = useWords();
  const creditor = useCreditor().code;
  if (step.track === "task") return <p className="quiet">{words.noLetter}</p>;
  const url = letterUrl(creditor, step.id);
  const title = step.message?.state === "sent" ? words.letterSent : words.letter;
  return (
    <section className="stack tight">
      <div className="spread">
        <h2>{title}</h2>
        <a href={url} target="_blank" rel="noreferrer">
          {words.letterOpen}
        </a>
      </div>
      <iframe className="letter" title={title} src={`${url}#toolbar=0&view=FitH`} />
    </section>
  );
}

function Opened({ step, onClose }: { readonly step: Stored; readonly onClose: () => void }) {
  const { plan: words, terms } = useWords();
  const { code } = useCreditor();
  return (
    <div className="stack step-opened">
      <div className="spread">
        <span className="stack tight">
          <Link to={PATHS.customer} params={{ creditor: code, customer: step.customer.id }}>
            {step.customer.number}
          </Link>
          <span className="line wrap">
            <StepName step={step} />
            <StepState step={step} />
          </span>
        </span>
        <Amounts of={step.totals} strong />
      </div>
      <div className="line">
        <Acts step={step} onClose={onClose} />
      </div>
      {step.dropReason !== null && <p className="notice warning">{step.dropReason}</p>}
      <Reasons because={step.because} />
      {step.recipient !== null && (
        <p className="small quiet">
          {words.recipient} · {named(terms.contactRoles, step.recipient)}
        </p>
      )}
      <StepItems step={step} />
      <Letter step={step} />
    </div>
  );
}

type StepDrawerProps = { readonly step: PlannedStep | undefined; readonly onClose: () => void };

export function StepDrawer({ step, onClose }: StepDrawerProps) {
  const id = step?.id ?? null;
  return (
    <Drawer
      open={step !== undefined}
      onClose={onClose}
      size={720}
      title={step?.customer.name}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      destroyOnHidden
    >
      {step !== undefined && id !== null && <Opened step={{ ...step, id }} onClose={onClose} />}
    </Drawer>
  );
}
