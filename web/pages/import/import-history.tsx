/** The last imports of this creditor. */
import { useQuery } from "@tanstack/react-query";
import { importsQuery } from "../../queries/import.ts";
import { useCreditor } from "../../queries/session.ts";
import { dayAndClock } from "../../ui/moment.ts";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";

export function ImportHistory() {
  const all = useWords();
  const { imports: words, terms } = all;
  const { data } = useQuery(importsQuery(useCreditor().code));
  if (data === undefined) return null;
  return (
    <section className="card">
      <header>
        <h2>{words.history}</h2>
      </header>
      {data.length === 0 ? (
        <p className="body quiet">{words.historyEmpty}</p>
      ) : (
        <ul className="import-history">
          {data.map((line) => (
            <li key={line.id}>
              <span className="number quiet nowrap">{dayAndClock(line.importedAt)}</span>
              <span className="tag">{terms.importKinds[line.kind]}</span>
              <span className="clip grow">{line.fileName}</span>
              {line.snapshotOn !== null && (
                <span className="tag accent number">
                  {words.snapshotDay} {line.snapshotOn}
                </span>
              )}
              <span className="quiet number nowrap">
                {words.historyLine(line.stored, whoIs(all, line.importedBy))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
