/** A receipt as it came: who paid, how, with which words, by which line of the bank. */
import { Link } from "@tanstack/react-router";
import type { ReceiptPage } from "../../../src/contract/receipt.ts";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";

type FactsProps = { readonly receipt: ReceiptPage };

function FromBank({ receipt }: FactsProps) {
  const { receipts: words } = useWords();
  const { code } = useCreditor();
  const { bankLine } = receipt;
  if (bankLine === null) return <span className="quiet">{words.notFromBank}</span>;
  return (
    <Link to={PATHS.bankLines} params={{ creditor: code }} search={{ line: bankLine.id }}>
      {words.bankLineOf(bankLine.account, bankLine.bookedOn)}
    </Link>
  );
}

export function ReceiptFacts({ receipt }: FactsProps) {
  const all = useWords();
  const { receipts: words, bankLines } = all;
  const { facts } = words;
  return (
    <FactList
      facts={[
        [facts.number, receipt.number],
        [facts.receivedOn, receipt.receivedOn],
        [facts.method, bankLines.methods[receipt.method]],
        [facts.payerName, receipt.payerName],
        [facts.payerAccount, receipt.payerAccount],
        [facts.remark, receipt.remark],
        [facts.recordedBy, receipt.recordedBy && whoIs(all, receipt.recordedBy)],
        [words.bankLine, <FromBank key="line" receipt={receipt} />],
      ]}
    />
  );
}
