/** A line as the bank wrote it, every field that it filled. */
import { Fragment, type ReactNode } from "react";
import type { BankLine } from "../../../src/contract/bank-line.ts";
import { dayAndClock } from "../../ui/moment.ts";
import { named } from "../../words/named.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";

type LineFactsProps = { readonly line: BankLine };

function useFacts(line: BankLine): readonly (readonly [string, ReactNode])[] {
  const all = useWords();
  const { bankLines: words } = all;
  const { facts } = words;
  const out = line.amount.amount.startsWith("-");
  const { returned } = line;
  return [
    [facts.bookedOn, line.bookedOn],
    [facts.valueOn, line.valueOn === line.bookedOn ? null : line.valueOn],
    [out ? facts.payeeName : facts.payerName, line.payerName],
    [facts.payerAccount, line.payerAccount],
    [facts.payerBank, line.payerBank],
    [facts.remark, line.remark],
    [facts.bankReference, line.bankReference],
    [facts.payerReference, line.payerReference],
    [facts.method, line.method === "bank" ? null : words.methods[line.method]],
    [facts.returned, returned && [returned.code, returned.text, returned.of].join(" ").trim()],
    [facts.account, line.account],
    [
      facts.source,
      `${named(words.formats, line.statement.format)} ${line.statement.number ?? ""} · ${words.place(line.place)}`,
    ],
    [
      facts.decided,
      line.decidedAt && words.decidedBy(whoIs(all, line.decidedBy), dayAndClock(line.decidedAt)),
    ],
  ];
}

export function LineFacts({ line }: LineFactsProps) {
  const facts = useFacts(line).filter(([, value]) => value !== null && value !== "");
  return (
    <dl className="line-facts">
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
