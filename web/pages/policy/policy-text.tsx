/** The policy's text: edit, check with the place of each fault, publish as a new version. */
import { Button, Modal } from "antd";
import { useState } from "react";
import { Refused } from "../../api.ts";
import { type PolicyFaults, useCheckPolicy, usePublishPolicy } from "../../queries/policy-acts.ts";
import { CanButton } from "../../ui/can-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";
import type { PolicyAnswer } from "./policy-answer.ts";

function Faults({ faults }: { readonly faults: PolicyFaults }) {
  const { policy: words, frame } = useWords();
  return (
    <div className="notice danger stack tight" role="alert">
      <span className="strong">{words.faults(faults.length)}</span>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.path}${fault.reason}${fault.found ?? ""}`}>
            <b className="number">{words.faultAt(fault.line, fault.path)}</b>{" "}
            {named(words.faultReasons, fault.reason)}
            {fault.found !== undefined && ` · ${words.found(fault.found)}`}
            {fault.allowed !== undefined && ` · ${words.allowed(frame.listOf(fault.allowed))}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The faults a refusal to publish carries. */
function faultsOf(error: unknown): PolicyFaults {
  const faults = error instanceof Refused ? error.problem["faults"] : undefined;
  return Array.isArray(faults) ? (faults as PolicyFaults) : [];
}

type TextProps = { readonly policy: PolicyAnswer };

export function PolicyText({ policy }: TextProps) {
  const { policy: words, frame } = useWords();
  const [text, setText] = useState(policy.text);
  const [dialog, holder] = Modal.useModal();
  const check = useCheckPolicy();
  const publish = usePublishPolicy();
  const changed = text !== policy.text;
  const faults = [...(check.data?.faults ?? []), ...faultsOf(publish.error)];
  const edit = (next: string) => {
    setText(next);
    check.reset();
    publish.reset();
  };
  const ask = async () => {
    const { faults: found } = await check.mutateAsync(text);
    if (found.length > 0) return;
    await dialog.confirm({
      title: words.publish,
      content: words.publishSure,
      okText: words.publish,
      cancelText: frame.cancel,
      icon: null,
      onOk: () => publish.mutateAsync({ text, version: policy.version }).catch(() => undefined),
    });
  };
  return (
    <div className="stack">
      {holder}
      <p className="quiet">{words.textHint}</p>
      <textarea
        className="policy-text"
        aria-label={words.text}
        spellCheck={false}
        value={text}
        onChange={(event) => edit(event.target.value)}
      />
      {faults.length > 0 && <Faults faults={faults} />}
      {check.data !== undefined && faults.length === 0 && (
        <p className="notice success" role="status">
          <Icon name="check" />
          {words.sound}
        </p>
      )}
      <ProblemNote error={check.error ?? (faults.length > 0 ? null : publish.error)} />
      <div className="line">
        <Button loading={check.isPending} onClick={() => check.mutate(text)}>
          {words.check}
        </Button>
        <CanButton
          can={policy.can.publish}
          type="primary"
          disabled={!changed}
          loading={publish.isPending}
          onClick={() => void ask().catch(() => undefined)}
        >
          {words.publish}
        </CanButton>
        {!changed && <span className="quiet small">{words.unchanged}</span>}
      </div>
    </div>
  );
}
