/** Counts and sums before anything is stored; problems, differences and new customers in full. */
import type { ImportReport } from "../../../src/contract/import.ts";
import { Amount, Amounts } from "../../ui/amount.tsx";
import { Icon } from "../../ui/icon.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useLanguage, useWords } from "../../words.tsx";

type ReportProps = { readonly report: ImportReport };

const SHOWN = 50;

export function PreviewCounts({ report }: ReportProps) {
  const { imports: words } = useWords();
  const always = ["rows", "good", "refused", "created", "unchanged"] as const;
  const sometimes = (["changed", "closed", "duplicates", "customersCreated"] as const).filter(
    (key) => report.counts[key] > 0,
  );
  return (
    <dl className="card import-counts">
      {[...always, ...sometimes].map((key) => (
        <div key={key}>
          <dt>{words.counts[key]}</dt>
          <dd
            className={`tile-figure number${key === "refused" && report.counts[key] > 0 ? " danger-text" : ""}`}
          >
            {report.counts[key].toLocaleString("en-US")}
          </dd>
        </div>
      ))}
      {report.sums.length > 0 && (
        <div>
          <dt>{words.sums}</dt>
          <dd className="import-sums">
            <Amounts of={report.sums} strong />
          </dd>
        </div>
      )}
    </dl>
  );
}

type ListProps = {
  readonly title: string;
  readonly tone: "danger" | "warning";
  readonly problems: ImportReport["problems"];
};

function ProblemList({ title, tone, problems }: ListProps) {
  const { words, language } = useLanguage();
  if (problems.length === 0) return null;
  return (
    <details className={`card problem-list ${tone}`} open={tone === "danger"}>
      <summary>
        <Icon name="warning" />
        {title}
      </summary>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.line}${problem.column}${problem.code}`}>
            <span className="quiet number nowrap">
              {words.imports.at(problem.line, problem.column)}
            </span>
            <span>
              {problem.heading !== null && <b>{problem.heading}　</b>}
              {problem.message[language]}
            </span>
          </li>
        ))}
        {problems.length > SHOWN && (
          <li className="quiet">{words.frame.more(problems.length - SHOWN)}</li>
        )}
      </ul>
    </details>
  );
}

export function PreviewProblems({ report }: ReportProps) {
  const { imports: words } = useWords();
  return (
    <>
      <ProblemList
        title={words.problems(report.problemCount)}
        tone="danger"
        problems={report.problems}
      />
      <ProblemList
        title={words.notes(report.notes.length)}
        tone="warning"
        problems={report.notes}
      />
    </>
  );
}

function Differences({ report }: ReportProps) {
  const { imports: words } = useWords();
  const titles = words.differenceColumns;
  return (
    <TableScroll label={words.differences(report.differenceCount)}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{titles.kind}</th>
            <th scope="col">{titles.number}</th>
            <th scope="col">{titles.customer}</th>
            <th scope="col" className="end">
              {titles.before}
            </th>
            <th scope="col" className="end">
              {titles.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.differences.slice(0, SHOWN).map((line) => (
            <tr key={`${line.customer}${line.number}`}>
              <td>
                <span className={`tag ${line.kind === "closed" ? "warning" : "accent"}`}>
                  {words[line.kind]}
                </span>
              </td>
              <td className="number">{line.number}</td>
              <td>{line.customer}</td>
              <td className="end">
                <Amount of={line.before} currency />
              </td>
              <td className="end">
                <Amount of={line.after} currency />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

export function PreviewDifferences({ report }: ReportProps) {
  const { imports: words, frame } = useWords();
  const { customersCreated, differenceCount } = report;
  return (
    <>
      {differenceCount > 0 && (
        <section className="card">
          <header>
            <h2>{words.differences(differenceCount)}</h2>
          </header>
          <Differences report={report} />
        </section>
      )}
      {customersCreated.length > 0 && (
        <section className="card">
          <header>
            <h2>{words.newCustomers(report.counts.customersCreated)}</h2>
          </header>
          <p className="body">
            {frame.listOf(customersCreated.slice(0, SHOWN).map(({ name }) => name))}
            {customersCreated.length > SHOWN && ` ${frame.more(customersCreated.length - SHOWN)}`}
          </p>
        </section>
      )}
    </>
  );
}
