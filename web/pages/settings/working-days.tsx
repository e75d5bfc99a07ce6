/** The years whose working days are known, and what counts beyond them. */
import type { Settings } from "../../queries/settings.ts";
import { useWords } from "../../words.tsx";

type Years = Settings["calendar"];

/** The first year of which nothing is known, gaps counted; null when none is known at all. */
function firstUnknown(years: Years): number | null {
  const first = years[0]?.year;
  if (first === undefined) return null;
  const gap = years.findIndex(({ year }, at) => year !== first + at);
  return first + (gap === -1 ? years.length : gap);
}

function KnownYears({ years }: { readonly years: Years }) {
  const { calendarColumns: columns } = useWords().settings;
  return (
    <table className="table settings-years">
      <thead>
        <tr>
          <th scope="col">{columns.year}</th>
          <th scope="col">{columns.source}</th>
          <th scope="col">{columns.verified}</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, source, verifiedOn }) => (
          <tr key={year}>
            <td className="number strong">{year}</td>
            <td className="settings-source">{source}</td>
            <td className="number">{verifiedOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type WorkingDaysProps = { readonly settings: Settings; readonly thisYear: number };

export function WorkingDays({ settings: { calendar }, thisYear }: WorkingDaysProps) {
  const { settings: words } = useWords();
  const unknown = firstUnknown(calendar);
  return (
    <section className="card" aria-label={words.calendar}>
      <header>
        <h2>{words.calendar}</h2>
      </header>
      <div className="body stack">
        <p>{unknown === null ? words.calendarNone : words.calendarHint}</p>
        {unknown !== null && <KnownYears years={calendar} />}
        <p className="quiet">
          {unknown === null ? words.calendarAlways : words.calendarBeyond(unknown)}
        </p>
        <pre className="settings-command">{words.calendarCommand(unknown ?? thisYear)}</pre>
      </div>
    </section>
  );
}
