/** Whether the payer is remembered for the customer: yes, unless a person says no. */
import { Checkbox } from "antd";
import { useId, useState } from "react";
import { useWords } from "../../words.tsx";

type Learning = {
  readonly learn: boolean;
  readonly onLearn: (learn: boolean) => void;
};

export function useLearn(): Learning {
  const [learn, onLearn] = useState(true);
  return { learn, onLearn };
}

type LearnProps = Learning & { readonly payer: string; readonly customer: string };

/** A customer paying in its own name needs no remembering. */
export function Learn({ learn, onLearn, payer, customer }: LearnProps) {
  const { match: words } = useWords();
  const id = useId();
  if (payer.trim() === customer.trim()) return null;
  return (
    <span className="desk-learn">
      <Checkbox
        checked={learn}
        aria-describedby={id}
        onChange={({ target }) => onLearn(target.checked)}
      >
        {words.learn}
      </Checkbox>
      <span id={id} className="quiet small">
        {words.learnHint(payer, customer)}
      </span>
    </span>
  );
}
