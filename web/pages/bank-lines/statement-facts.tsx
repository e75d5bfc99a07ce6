/** Each statement of a file: whose, from when to when, and whether its balances tie. */
import type { ReactNode } from "react";
import type { StatementPreview } from "../../../src/contract/bank-line.ts";
import type { WireMoney } from "../../../src/contract/scalars.ts";
import { isZero, moneyOf } from "../../../src/domain/values/money.ts";
import { Amount, amountWithCurrency } from "../../ui/amount.tsx";
import { Icon } from "../../ui/icon.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";

type Statement = StatementPreview["statements"][number];

const SHOWN = 12;

export const isSomething = (amount: WireMoney | null): amount is WireMoney =>
  amount !== null && !isZero(moneyOf(amount.amount, amount.currency));

/** Balances or totals that don't tie: a person may insist on booking them. */
export const differs = ({ difference, toldWrong }: Statement): boolean =>
  isSomething(difference) || toldWrong.length > 0;

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Opening, in and out make the expected closing; beside it what the file says. */
function Sum({ statement }: { readonly statement: Statement }) {
  const { bankLines: words } = useWords();
  const { opening, moneyIn, moneyOut, expected, closing, difference } = statement;
  const off = isSomething(difference);
  return (
    <dl className="statement-sum">
      {opening !== null && (
        <Fact name={words.opening}>
          <Amount of={opening} />
        </Fact>
      )}
      <Fact name={words.moneyIn}>
        {opening !== null && <i aria-hidden="true">+</i>}
        <Amount of={moneyIn} />
      </Fact>
      <Fact name={words.moneyOut}>
        <Amount of={moneyOut} />
      </Fact>
      {expected !== null && (
        <Fact name={words.expected}>
          <i aria-hidden="true">=</i>
          <Amount of={expected} strong />
        </Fact>
      )}
      {closing !== null && (
        <Fact name={words.closing}>
          <Amount of={closing} strong />
        </Fact>
      )}
      {off && (
        <div className="danger-text">
          <dt>{words.difference}</dt>
          <dd>
            <Amount of={difference} strong />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Ties({ statement }: { readonly statement: Statement }) {
  const { bankLines: words } = useWords();
  const { difference, toldWrong } = statement;
  const told = (value: unknown): string =>
    typeof value === "object" && value !== null
      ? amountWithCurrency(value as WireMoney)
      : String(value);
  if (!differs(statement)) {
    return difference === null ? (
      <p className="quiet small">{words.nothingToCompare}</p>
    ) : (
      <p className="line success-text small">
        <Icon name="check" size={14} />
        {words.even}
      </p>
    );
  }
  return (
    <div className="notice danger" role="alert">
      <Icon name="warning" />
      <div className="stack tight">
        {isSomething(difference) && (
          <span className="strong">{words.differs(amountWithCurrency(difference))}</span>
        )}
        {toldWrong.map((wrong) => (
          <span key={String(wrong["of"])}>
            {words.toldWrong(
              named(words.told, String(wrong["of"])),
              told(wrong["told"]),
              told(wrong["read"]),
            )}
          </span>
        ))}
        <span>{words.differsHint}</span>
      </div>
    </div>
  );
}

type HeadProps = { readonly statement: Statement; readonly asked: string };

function Head({ statement, asked }: HeadProps) {
  const { bankLines: words } = useWords();
  const { account, owner, currency, number, fromOn, toOn, lines, known } = statement;
  return (
    <header className="statement-head">
      <h2 className="number">{account ?? (asked || words.accountUnknown)}</h2>
      {owner !== null && <span>{owner}</span>}
      <span className="tag">{currency}</span>
      {fromOn !== null && (
        <span className="number quiet">{words.days(fromOn, toOn ?? fromOn)}</span>
      )}
      {number !== null && (
        <span className="quiet small">
          {words.number} {number}
        </span>
      )}
      <span className="statement-lines number">{words.linesOf(lines, known)}</span>
    </header>
  );
}

type FactsProps = {
  readonly preview: StatementPreview;
  /** Our account as a person named it. */
  readonly asked: string;
};

export function StatementFacts({ preview, asked }: FactsProps) {
  const { bankLines: words } = useWords();
  // What does not tie comes first: it decides whether the file can be booked.
  const sorted = preview.statements.toSorted((a, b) => Number(differs(b)) - Number(differs(a)));
  const more = sorted.length - SHOWN;
  return (
    <>
      {sorted.slice(0, SHOWN).map((statement, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: statements of a file have no other name
        <section className="card" key={index}>
          <Head statement={statement} asked={asked} />
          <div className="body stack">
            <Sum statement={statement} />
            <Ties statement={statement} />
          </div>
        </section>
      ))}
      {more > 0 && <p className="quiet small">{words.moreStatements(more)}</p>}
      {preview.notices > 0 && <p className="notice info">{words.notices(preview.notices)}</p>}
    </>
  );
}
