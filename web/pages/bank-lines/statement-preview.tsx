/** What a bank's file holds before anything is booked; then it is booked, and one sees how far. */
import { useQuery } from "@tanstack/react-query";
import { AutoComplete, Skeleton } from "antd";
import { useId } from "react";
import type {
  StatementPreview as Preview,
  StatementOutcome,
} from "../../../src/contract/bank-line.ts";
import { type StatementAsked, statementPreviewQuery } from "../../queries/bank-lines.ts";
import { useCreditor } from "../../queries/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";
import { FirstLines } from "./first-lines.tsx";
import { StatementFacts } from "./statement-facts.tsx";
import { StatementTake } from "./statement-take.tsx";
import { useStatementWords } from "./statement-words.ts";
import { StatementInput } from "./statement-zone.tsx";

type StatementPreviewProps = {
  readonly asked: StatementAsked;
  readonly turn: number;
  readonly accounts: readonly string[];
  readonly onAccount: (account: string) => void;
  readonly onFile: (file: File) => void;
  readonly onBooked: (outcome: StatementOutcome) => void;
};

function FileLine({ asked, onFile, format }: FileLineProps) {
  const { bankLines: words } = useWords();
  const id = useId();
  return (
    <div className="line wrap file-line">
      <Icon name="file" />
      <span className="strong clip">{asked.file.name}</span>
      {format !== undefined && <span className="tag accent">{named(words.formats, format)}</span>}
      <span className="grow" />
      <label htmlFor={id} className="ant-like-button">
        {words.other}
      </label>
      <StatementInput id={id} onFile={onFile} />
    </div>
  );
}

type FileLineProps = Pick<StatementPreviewProps, "asked" | "onFile"> & {
  readonly format: string | undefined;
};

/** Our own account, asked for only where the file is silent about it. */
function AccountField({ asked, accounts, onAccount }: StatementPreviewProps) {
  const { bankLines: words } = useWords();
  const id = useId();
  return (
    <div className="line wrap">
      <label htmlFor={id}>{words.account}</label>
      <AutoComplete
        id={id}
        className="account-field"
        defaultValue={asked.account}
        options={accounts.map((value) => ({ value }))}
        placeholder={words.accountHint}
        onSelect={onAccount}
        onBlur={({ target }) => onAccount((target as HTMLInputElement).value)}
      />
    </div>
  );
}

const tellsAccount = (preview: Preview): boolean =>
  preview.statements.every(({ account }) => account !== null && account !== "");

export function StatementPreview(props: StatementPreviewProps) {
  const { bankLines: words } = useWords();
  const creditor = useCreditor().code;
  const say = useStatementWords();
  const { asked, turn, onFile, onBooked } = props;
  const { data, error, isFetching } = useQuery(statementPreviewQuery(creditor, asked, turn));
  const askAccount = data !== undefined && (asked.account !== "" || !tellsAccount(data));
  return (
    <div className={`stack wide-gap statement-preview${isFetching ? " reading" : ""}`}>
      <section className="card">
        <div className="body stack">
          <FileLine asked={asked} onFile={onFile} format={data?.format} />
          {askAccount && <AccountField {...props} />}
        </div>
      </section>
      <ProblemNote error={error} say={say} />
      {data === undefined && error === null && (
        <section className="card">
          <div className="body" role="status">
            <p className="quiet">{words.reading}</p>
            <Skeleton active title={false} paragraph={{ rows: 5 }} />
          </div>
        </section>
      )}
      {data !== undefined && error === null && (
        <>
          <StatementFacts preview={data} asked={asked.account} />
          <FirstLines lines={data.firstLines} />
          <StatementTake asked={asked} preview={data} pending={isFetching} onBooked={onBooked} />
        </>
      )}
    </div>
  );
}
