/** The reasons of matching as sentences: a list, one headline, or behind a small *why*. */
import { Popover } from "antd";
import type { Reason, WireMoney } from "../../../src/contract/scalars.ts";
import { groupedAmount, parseMoney } from "../../../src/domain/values/money.ts";
import { amountWithCurrency } from "../../ui/amount.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Words } from "../../words/zh.ts";
import { useWords } from "../../words.tsx";
import "../../ui/why.css";

type Because = readonly Reason[];

/** Amounts among the facts are text in the line's currency, or money as on the wire. */
function amountFact(value: unknown, unit: string): unknown {
  if (typeof value === "object" && value !== null && "amount" in value) {
    return amountWithCurrency(value as WireMoney);
  }
  const parsed = parseMoney(String(value ?? ""), unit);
  return parsed.ok ? `${unit} ${groupedAmount(parsed.value)}` : value;
}

/** One reason of matching in the reader's words. `unit`: the line's currency. */
export const matchSentence = (words: Words, reason: Reason, unit: string): string =>
  words.matchReason({ ...reason, amount: amountFact(reason["amount"], unit) });

type ReasonsProps = { readonly because: Because; readonly unit: string };

export function MatchReasons({ because, unit }: ReasonsProps) {
  const words = useWords();
  if (because.length === 0) return null;
  const sentences = new Set(because.map((reason) => matchSentence(words, reason, unit)));
  return (
    <ul className="reasons">
      {[...sentences].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Who paid is seen beside it; what it paid says more. */
const TELLS_WHO = /^(account|name|payer)_/;

const headlineOf = (because: Because): Reason | undefined =>
  because.find(({ code }) => !TELLS_WHO.test(code)) ?? because[0];

/** The most telling reason in one line, all of them behind the question mark. */
export function MatchWhy({ because, unit }: ReasonsProps) {
  const words = useWords();
  const first = headlineOf(because);
  if (first === undefined) return <span className="quiet">–</span>;
  const sentence = matchSentence(words, first, unit);
  return (
    <span className="line reason-line">
      <span className="clip quiet" title={sentence}>
        {sentence}
      </span>
      <Popover
        trigger="click"
        placement="bottom"
        title={words.frame.why}
        content={<MatchReasons because={because} unit={unit} />}
      >
        <button type="button" className="why">
          <Icon name="question" size={14} />
          <span className="seen-by-readers">{words.frame.why}</span>
        </button>
      </Popover>
    </span>
  );
}
