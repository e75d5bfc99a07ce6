/** A field for an amount: text, judged by the domain; never a JavaScript number. */
import { Input } from "antd";
import type { RuleObject } from "antd/es/form";
import type { WireMoney } from "../../src/contract/scalars.ts";
import {
  amountText,
  compare,
  groupedAmount,
  isPositive,
  moneyOf,
  parseMoney,
} from "../../src/domain/values/money.ts";
import type { Words } from "../words/zh.ts";

type AmountFieldProps = {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (text: string) => void;
  readonly currency: string;
  readonly label?: string;
  readonly disabled?: boolean;
};

export function AmountField(props: AmountFieldProps) {
  const { value = "", onChange, currency } = props;
  const tidy = () => {
    const parsed = parseMoney(value, currency);
    if (parsed.ok) onChange?.(groupedAmount(parsed.value));
  };
  return (
    <Input
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.label === undefined ? {} : { "aria-label": props.label })}
      className="amount-field number"
      inputMode="decimal"
      suffix={<span className="quiet small">{currency}</span>}
      value={value}
      disabled={props.disabled === true}
      onChange={(event) => onChange?.(event.target.value)}
      onBlur={tidy}
    />
  );
}

/** The text as the wire wants it; the field's rule has seen to it that it is an amount. */
export function wireAmount(text: string, currency: string): WireMoney {
  const parsed = parseMoney(text, currency);
  return { amount: parsed.ok ? amountText(parsed.value) : text, currency };
}

/** Why a text can't be the amount, in the reader's words; null when it can. */
export function amountFault(words: Words, text: string, most: WireMoney): string | null {
  const parsed = parseMoney(text, most.currency);
  if (!parsed.ok) return words.refusal({ type: "", ...parsed.refusal });
  if (!isPositive(parsed.value)) return words.acts.amountPositive;
  if (compare(parsed.value, moneyOf(most.amount, most.currency)) <= 0) return null;
  return words.acts.amountAtMost(groupedAmount(moneyOf(most.amount, most.currency)));
}

/** The same as a rule of antd's form. */
export const amountRule = (words: Words, most: WireMoney): RuleObject => ({
  validator(_, text: string | undefined) {
    const fault = amountFault(words, text ?? "", most);
    return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
  },
});
