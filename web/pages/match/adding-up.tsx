/** The money of a settlement, visibly adding up: what there is on the left, where it goes right. */
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { Amounts } from "../../ui/amount.tsx";

export type Part = {
  readonly name: string;
  readonly amounts: readonly WireMoney[];
  /** Shown in the colour of danger: more than there is. */
  readonly wrong?: boolean;
};

type AddingUpProps = { readonly have: readonly Part[]; readonly goes: readonly Part[] };

function Side({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ name, amounts, wrong }, index) => (
    <span key={name} className={`adding-part${wrong === true ? " danger-text" : ""}`}>
      {index > 0 && <i>+</i>}
      <span>
        <span className="adding-name">{name}</span>
        <Amounts of={amounts} strong />
      </span>
    </span>
  ));
}

export function AddingUp({ have, goes }: AddingUpProps) {
  return (
    <div className="adding-up number">
      <Side parts={have} />
      <i>=</i>
      <Side parts={goes} />
    </div>
  );
}
