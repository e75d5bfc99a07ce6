/** The line as the bank wrote it: payer, amount, remark at a glance; every field on asking. */
import { Button } from "antd";
import type { ReactNode } from "react";
import type { BankLine } from "../../../src/contract/bank-line.ts";
import { Amount } from "../../ui/amount.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words.tsx";
import { LineFacts } from "../bank-lines/line-facts.tsx";

type LineHeadProps = {
  readonly line: BankLine;
  readonly onBack: () => void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  /** What can be done with the line as such. */
  readonly children?: ReactNode;
};

function Turns({ onBack, onPrevious, onNext }: Omit<LineHeadProps, "line" | "children">) {
  const { match: words } = useWords();
  return (
    <div className="spread desk-turns">
      <Button type="text" icon={<Icon name="left" size={14} />} onClick={onBack}>
        {words.backToList}
      </Button>
      <span className="line">
        <Button type="text" disabled={onPrevious === undefined} onClick={onPrevious}>
          {words.previous}
        </Button>
        <Button type="text" disabled={onNext === undefined} onClick={onNext}>
          {words.next}
        </Button>
      </span>
    </div>
  );
}

export function LineHead({ line, children, ...turns }: LineHeadProps) {
  const { match: words, bankLines } = useWords();
  const { payerName, payerAccount, payerBank, remark, bookedOn, amount } = line;
  return (
    <header className="desk-line">
      <Turns {...turns} />
      <div className="desk-line-top">
        <h2>{payerName ?? bankLines.noName}</h2>
        <span className="tile-figure">
          <Amount of={amount} currency />
        </span>
      </div>
      <div className="line wrap quiet small number">
        <span>{bookedOn}</span>
        {payerAccount !== null && <span>{payerAccount}</span>}
        {payerBank !== null && <span>{payerBank}</span>}
        {line.returned !== null && <span className="tag danger">{bankLines.facts.returned}</span>}
        <span className="grow" />
        {children}
      </div>
      <p className="desk-remark">
        <span className="seen-by-readers">{words.remark}</span>
        {remark ?? <span className="quiet">{bankLines.noRemark}</span>}
      </p>
      <details className="desk-more">
        <summary>{words.more}</summary>
        <LineFacts line={line} />
      </details>
    </header>
  );
}
