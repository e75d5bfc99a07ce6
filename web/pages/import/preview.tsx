/**
 * What a file would do: columns over first rows, problems in place, counts and sums; then store.
 */
import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useId } from "react";
import type { ImportReport } from "../../../src/contract/import.ts";
import { isFileRefusal, refusalWords } from "../../../src/contract/import-refusals.ts";
import type { Problem } from "../../../src/contract/scalars.ts";
import { type ImportAsked, previewQuery, useStoreImport } from "../../queries/import.ts";
import { useCreditor } from "../../queries/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useLanguage, useWords } from "../../words.tsx";
import { TableInput } from "./drop-zone.tsx";
import { PreviewColumns } from "./preview-columns.tsx";
import { PreviewCounts, PreviewDifferences, PreviewProblems } from "./preview-counts.tsx";
import { PreviewOptions } from "./preview-options.tsx";

type PreviewProps = {
  readonly asked: ImportAsked;
  readonly turn: number;
  readonly onChange: (asked: ImportAsked) => void;
  readonly onFile: (file: File) => void;
  readonly onStored: (report: ImportReport) => void;
};

function FileLine({ asked, report, onFile }: Partial<PreviewProps> & Wanted) {
  const { imports: words } = useWords();
  const id = useId();
  return (
    <div className="line wrap file-line">
      <Icon name="file" />
      <span className="strong clip">{asked.file.name}</span>
      {report !== undefined && (
        <span className="quiet small">
          {report.sheet !== null && `${words.sheet(report.sheet)} · `}
          {words.headerLine(report.headerLine)}
        </span>
      )}
      <span className="grow" />
      <label htmlFor={id} className="ant-like-button">
        {words.other}
      </label>
      <TableInput id={id} onFile={onFile} />
    </div>
  );
}

type Wanted = {
  readonly asked: ImportAsked;
  readonly report: ImportReport | undefined;
  readonly onFile: (file: File) => void;
};

/** Rows that storing would touch. */
const touched = ({ counts }: ImportReport): number =>
  counts.created + counts.changed + counts.closed;

type StoreProps = {
  readonly asked: ImportAsked;
  readonly report: ImportReport;
  readonly pending: boolean;
  readonly onStored: (report: ImportReport) => void;
};

function Store({ asked, report, pending, onStored }: StoreProps) {
  const { imports: words } = useWords();
  const store = useStoreImport(onStored);
  const count = touched(report);
  const why = !report.storable ? words.cannotStore : count === 0 ? words.nothingToDo : null;
  return (
    <div className="stack store-line">
      <ProblemNote error={store.error} say={useFileWords()} />
      <div className="line wrap">
        <span className="quiet grow">{why ?? words.lead}</span>
        <Button
          type="primary"
          size="large"
          disabled={why !== null || pending}
          loading={store.isPending}
          onClick={() => store.mutate(asked)}
        >
          {store.isPending ? words.storing : words.store(count)}
        </Button>
      </div>
    </div>
  );
}

/** What is wrong with a file as a whole is said in the same words on the command line. */
function useFileWords() {
  const { language } = useLanguage();
  return (problem: Problem): string | null =>
    isFileRefusal(problem) ? refusalWords(problem)[language] : null;
}

export function Preview({ asked, turn, onChange, onFile, onStored }: PreviewProps) {
  const { imports: words } = useWords();
  const creditor = useCreditor().code;
  const fileWords = useFileWords();
  const { data, error, isFetching, isPlaceholderData } = useQuery(
    previewQuery(creditor, asked, turn),
  );
  return (
    <>
      <section className="card">
        <div className="body stack">
          <FileLine asked={asked} report={data} onFile={onFile} />
          <PreviewOptions asked={asked} onChange={onChange} />
        </div>
      </section>
      <ProblemNote error={error} say={fileWords} />
      {data === undefined && error === null && (
        <section className="card">
          <div className="body" role="status">
            <p className="quiet">{words.reading}</p>
            <Skeleton active title={false} paragraph={{ rows: 5 }} />
          </div>
        </section>
      )}
      {data !== undefined && error === null && (
        <div className={`stack wide-gap${isFetching && isPlaceholderData ? " reading" : ""}`}>
          <PreviewCounts report={data} />
          <PreviewProblems report={data} />
          <PreviewColumns report={data} asked={asked} onChange={onChange} />
          <PreviewDifferences report={data} />
          <Store asked={asked} report={data} pending={isFetching} onStored={onStored} />
        </div>
      )}
    </>
  );
}
