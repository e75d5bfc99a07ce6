/** The documents of a promise, each with its own amount. */
import { Checkbox } from "antd";
import type { OpenItem } from "../../src/contract/customer.ts";
import { amountWords } from "../ui/amount.tsx";
import { AmountField, amountFault } from "../ui/amount-field.tsx";
import { useWords } from "../words.tsx";

/** The text typed for each chosen item's id. */
export type Chosen = ReadonlyMap<string, string>;

type PromisedItemsProps = {
  readonly claims: readonly OpenItem[];
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
};

export function PromisedItems({ claims, chosen, onChange }: PromisedItemsProps) {
  const set = (id: string, text: string | null) => {
    const next = new Map(chosen);
    if (text === null) next.delete(id);
    else next.set(id, text);
    onChange(next);
  };
  return (
    <div className="promised-items">
      {claims.map((item) => (
        <PromisedItem key={item.id} item={item} text={chosen.get(item.id)} onChange={set} />
      ))}
    </div>
  );
}

type PromisedItemProps = {
  readonly item: OpenItem;
  readonly text: string | undefined;
  readonly onChange: (id: string, text: string | null) => void;
};

function PromisedItem({ item, text, onChange }: PromisedItemProps) {
  const words = useWords();
  const fault = text === undefined ? null : amountFault(words, text, item.free);
  return (
    <div className="promised-item">
      <Checkbox
        checked={text !== undefined}
        onChange={({ target }) => onChange(item.id, target.checked ? amountWords(item.free) : null)}
      >
        <span className="clip">{item.number}</span>
        {item.promiseLevel > 0 && (
          <span className="tag warning">{words.promiseDesk.level(item.promiseLevel)}</span>
        )}
      </Checkbox>
      <AmountField
        currency={item.open.currency}
        label={`${words.acts.amount} ${item.number}`}
        value={text ?? amountWords(item.free)}
        disabled={text === undefined}
        onChange={(value) => onChange(item.id, value)}
      />
      {fault !== null && (
        <span className="item-fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
