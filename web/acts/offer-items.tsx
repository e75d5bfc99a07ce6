/** The documents of an offer: what is free of each, and how much of it goes in. */
import { Checkbox } from "antd";
import type { TermsItem } from "../queries/agreements-made.ts";
import { amountWithCurrency, amountWords } from "../ui/amount.tsx";
import { AmountField, amountFault } from "../ui/amount-field.tsx";
import { DayField } from "../ui/day-field.tsx";
import { useWords } from "../words.tsx";

/** By item: the amount typed (plan, discount) or the new due day (extension). */
export type OfferItems = ReadonlyMap<string, string>;

type ItemProps = {
  readonly item: TermsItem;
  readonly text: string | undefined;
  readonly asks: "amount" | "day";
  readonly onChange: (text: string | null) => void;
};

const isNothing = ({ amount }: TermsItem["free"]): boolean => !/[1-9]/.test(amount);
const shown = (money: TermsItem["free"]): string =>
  isNothing(money) ? "" : amountWithCurrency(money);

function Item({ item, text, asks, onChange }: ItemProps) {
  const words = useWords();
  const { agreed } = words;
  const none = isNothing(item.free);
  const fault = asks === "day" || text === undefined ? null : amountFault(words, text, item.free);
  const first = asks === "day" ? item.dueOn : amountWords(item.free);
  const rests = agreed.restingOf(shown(item.disputed), shown(item.promised), shown(item.agreed));
  return (
    <div className="offer-item">
      <span className="two-lines">
        <Checkbox
          checked={text !== undefined}
          disabled={none}
          onChange={({ target }) => onChange(target.checked ? first : null)}
        >
          <span className="number">{item.number}</span>
        </Checkbox>
        <span className="quiet small">
          {agreed.itemColumns.dueOn} {item.dueOn} · {agreed.itemColumns.free}{" "}
          {amountWithCurrency(item.free)}
          {rests !== "" && `（${rests}）`}
        </span>
      </span>
      {asks === "amount" ? (
        <AmountField
          currency={item.free.currency}
          label={`${agreed.itemColumns.amount} ${item.number}`}
          value={text ?? amountWords(item.free)}
          disabled={text === undefined}
          onChange={onChange}
        />
      ) : (
        <DayField
          label={`${agreed.itemColumns.newDueOn} ${item.number}`}
          value={text ?? null}
          min={item.dueOn}
          onChange={onChange}
        />
      )}
      {fault !== null && (
        <span className="item-fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

type OfferItemsProps = {
  readonly items: readonly TermsItem[];
  readonly chosen: OfferItems;
  readonly asks: "amount" | "day";
  readonly onChange: (chosen: OfferItems) => void;
};

export function OfferItemList({ items, chosen, asks, onChange }: OfferItemsProps) {
  const set = (id: string, text: string | null) => {
    const next = new Map(chosen);
    if (text === null) next.delete(id);
    else next.set(id, text);
    onChange(next);
  };
  return (
    <div>
      {items.map((item) => (
        <Item
          key={item.id}
          item={item}
          text={chosen.get(item.id)}
          asks={asks}
          onChange={(text) => set(item.id, text)}
        />
      ))}
    </div>
  );
}
