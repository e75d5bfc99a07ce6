/** What becomes of the difference when less money came than the chosen documents ask for. */
import { Input, Radio, Select } from "antd";
import { useId } from "react";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import type { DisputeReason, Settling } from "../../queries/match.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { useWords } from "../../words.tsx";

const KINDS = ["open", "dispute", "bank_fee", "cash_discount", "rounding"] as const;

export type Short = {
  readonly kind: (typeof KINDS)[number];
  readonly reason: string;
  readonly dispute: DisputeReason;
};

export const LEFT_OPEN: Short = { kind: "open", reason: "", dispute: "other" };

/** The difference as the server takes it; a deduction stays open or becomes a dispute. */
export function shortfallOf(short: Short, amount: WireMoney) {
  const reason = short.reason.trim() === "" ? null : short.reason.trim();
  const disputed = short.kind === "dispute";
  const kind = disputed || short.kind === "open" ? ("deduction" as const) : short.kind;
  return {
    shortfall: { kind, amount, reason } satisfies Settling["shortfall"],
    dispute: disputed ? { reason: short.dispute, note: reason } : null,
  };
}

type OwnShortProps = {
  readonly amount: WireMoney;
  readonly short: Short;
  readonly onChange: (short: Short) => void;
};

export function OwnShort({ amount, short, onChange }: OwnShortProps) {
  const { match: words, terms } = useWords();
  const id = useId();
  const reasons = Object.entries(terms.disputeReasons).map(([value, label]) => ({ value, label }));
  const disputed = short.kind === "dispute";
  return (
    <fieldset className="own-short">
      <legend>{words.short(amountWithCurrency(amount))}</legend>
      <Radio.Group
        className="own-short-kinds"
        value={short.kind}
        onChange={({ target }) => onChange({ ...short, kind: target.value })}
        options={KINDS.map((value) => ({ value, label: words.shortKinds[value] }))}
      />
      {disputed && (
        <Select
          aria-label={words.disputeReason}
          value={short.dispute}
          options={reasons}
          onChange={(dispute) => onChange({ ...short, dispute: dispute as DisputeReason })}
        />
      )}
      {short.kind !== "open" && (
        <div className="stack tight">
          <label htmlFor={id} className="small quiet">
            {disputed ? words.disputeNote : words.shortReason}
          </label>
          <Input
            id={id}
            value={short.reason}
            onChange={({ target }) => onChange({ ...short, reason: target.value })}
          />
        </div>
      )}
    </fieldset>
  );
}
