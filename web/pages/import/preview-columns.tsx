/** The recognised columns over the first rows of the file; problems are marked in their cells. */
import { Select } from "antd";
import type { ImportReport } from "../../../src/contract/import.ts";
import type { ImportAsked } from "../../queries/import.ts";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { useLanguage } from "../../words.tsx";

type ColumnsProps = {
  readonly report: ImportReport;
  readonly asked: ImportAsked;
  readonly onChange: (asked: ImportAsked) => void;
};

const NONE = "";

/** The map after a person says what a column is; a field is one column's only. */
function remapped(report: ImportReport, heading: string, field: string) {
  const now = report.columns.flatMap((column) =>
    column.field === null || column.heading === heading || column.field === field
      ? []
      : [[column.field, column.heading] as const],
  );
  return Object.fromEntries(field === NONE ? now : [...now, [field, heading] as const]);
}

function useFields({ fields }: ImportReport) {
  const { words, language } = useLanguage();
  return [
    { value: NONE, label: words.imports.notUsed },
    ...fields.map(({ field, name, required }) => ({
      value: field,
      label: required ? `${name[language]} *` : name[language],
    })),
  ];
}

function Missing({ report }: { readonly report: ImportReport }) {
  const { words, language } = useLanguage();
  const found = new Set(report.columns.map(({ field }) => field));
  const missing = report.fields.filter(({ field, required }) => required && !found.has(field));
  if (missing.length === 0) return null;
  const names = words.frame.listOf(missing.map(({ name }) => name[language]));
  return (
    <p className="notice danger" role="alert">
      {words.imports.missing(names)}
    </p>
  );
}

function Head({ report, asked, onChange }: ColumnsProps) {
  const { words } = useLanguage();
  const fields = useFields(report);
  return (
    <thead>
      <tr>
        <th scope="col" className="end">
          {words.imports.line}
        </th>
        {report.columns.map(({ letter, heading, field }) => (
          <th key={letter} scope="col">
            <span className="line">
              <span className="quiet">{letter}</span>
              <span className="clip">{heading}</span>
            </span>
            <Select
              size="small"
              className={field === null ? "unused" : "used"}
              aria-label={`${letter} ${heading}`}
              value={field ?? NONE}
              options={fields}
              popupMatchSelectWidth={180}
              onChange={(next: string) =>
                onChange({ ...asked, columns: remapped(report, heading, next) })
              }
            />
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function PreviewColumns(props: ColumnsProps) {
  const { report } = props;
  const { words, language } = useLanguage();
  const wrong = new Map(
    report.problems.map(({ line, column, message }) => [`${line}${column}`, message[language]]),
  );
  return (
    <section className="card">
      <header>
        <h2>{words.imports.columns}</h2>
        <span className="quiet small">{words.imports.columnsHint}</span>
      </header>
      <Missing report={report} />
      <TableScroll label={words.imports.columns}>
        <table className="table first-rows">
          <Head {...props} />
          <tbody>
            {report.firstRows.map(({ line, cells }) => (
              <tr key={line}>
                <td className="end quiet number">{line}</td>
                {report.columns.map(({ letter, field }, index) => {
                  const problem = wrong.get(`${line}${letter}`);
                  const style = `${problem === undefined ? "" : "wrong"}${field === null ? " unused" : ""}`;
                  return (
                    <td key={letter} className={style} title={problem}>
                      <span className="clip cell-text">{cells[index]}</span>
                      {problem !== undefined && <span className="cell-fault">{problem}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
