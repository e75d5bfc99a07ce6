/** Leaves a line out: it is no receivable, or it repeats another line, which is then named. */
import { useQuery } from "@tanstack/react-query";
import { Form, Radio, Select } from "antd";
import { useState } from "react";
import type { BankLine } from "../../../src/contract/bank-line.ts";
import { likeLinesQuery, useIgnoreLine } from "../../queries/bank-lines.ts";
import { useCreditor } from "../../queries/session.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWords } from "../../words.tsx";

type IgnoreDialogProps = {
  readonly line: BankLine;
  readonly onClose: () => void;
  readonly onDone?: () => void;
};

type OriginalProps = {
  readonly line: BankLine;
  readonly value: string | null;
  readonly onChange: (line: string) => void;
};

/** Other lines of the same amount, of which this one may be the repetition. */
function Original({ line, value, onChange }: OriginalProps) {
  const { bankLines: words } = useWords();
  const creditor = useCreditor().code;
  const { data } = useQuery(likeLinesQuery(creditor, line));
  const options = (data ?? []).map(({ id, bookedOn, payerName, remark }) => ({
    value: id,
    label: `${bookedOn} · ${payerName ?? words.noName} · ${remark ?? words.noRemark}`,
  }));
  return (
    <Form.Item label={words.original} required>
      <Select
        aria-label={words.original}
        placeholder={words.chooseOriginal}
        notFoundContent={words.noOriginal}
        options={options}
        value={value}
        onChange={(id) => onChange(id ?? "")}
      />
    </Form.Item>
  );
}

const KINDS = ["not_receivable", "duplicate"] as const;

export function IgnoreDialog({ line, onClose, onDone }: IgnoreDialogProps) {
  const { bankLines: words } = useWords();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("not_receivable");
  const [original, setOriginal] = useState<string | null>(null);
  const ignore = useIgnoreLine(() => {
    onClose();
    onDone?.();
  });
  const duplicate = kind === "duplicate";
  return (
    <ReasonDialog
      title={words.ignoreTitle}
      label={words.ignoreReason}
      hint={words.ignoreHint}
      act={words.ignore}
      pending={ignore.isPending}
      error={ignore.error}
      onReason={(reason) => {
        if (duplicate && original === null) return;
        ignore.mutate({ line: line.id, reason, duplicateOf: duplicate ? original : null });
      }}
      onClose={onClose}
    >
      <Form.Item label={words.ignoreAs}>
        <Radio.Group
          value={kind}
          onChange={({ target }) => setKind(target.value)}
          options={KINDS.map((value) => ({ value, label: words.ignoreKinds[value] }))}
        />
      </Form.Item>
      {duplicate && <Original line={line} value={original} onChange={setOriginal} />}
    </ReasonDialog>
  );
}
