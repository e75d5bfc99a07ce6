/** The creditor's settings: what its letters say of it, whether they leave, which years are known. */
import { useQuery } from "@tanstack/react-query";
import { useCreditor } from "../../queries/session.ts";
import { type Settings, settingsQuery } from "../../queries/settings.ts";
import { Loading, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { Letterhead } from "./letterhead.tsx";
import { SendingMode } from "./sending-mode.tsx";

type SettingsProps = { readonly settings: Settings };

function General({ settings }: SettingsProps) {
  const { settings: words } = useWords();
  const lines = [
    [words.code, settings.code],
    [words.timeZone, settings.timeZone],
    [words.homeCurrency, settings.homeCurrency],
  ] as const;
  return (
    <section className="card">
      <header>
        <h2>{words.general}</h2>
      </header>
      <dl className="body facts">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Calendar({ settings }: SettingsProps) {
  const { settings: words } = useWords();
  return (
    <section className="card">
      <header>
        <h2>{words.calendar}</h2>
      </header>
      <div className="body stack">
        <p className="quiet">{words.calendarHint}</p>
        <ul className="stack tight">
          {settings.calendar.map(({ year, source, verifiedOn }) => (
            <li key={year}>
              <span className="strong number">{words.calendarYear(year, verifiedOn)}</span>
              <span className="quiet small settings-source">
                {words.source}　{source}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

export function SettingsPage() {
  const { settings: words } = useWords();
  const { data, error, refetch } = useQuery(settingsQuery(useCreditor().code));
  if (data === undefined && error === null) return <Loading />;
  return (
    <div className="page settings-page">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <ProblemNote error={error} onAgain={() => void refetch()} />
      {data !== undefined && (
        <div className="settings-split">
          <Letterhead settings={data} />
          <div className="stack wide-gap">
            <SendingMode settings={data} />
            <Calendar settings={data} />
            <General settings={data} />
          </div>
        </div>
      )}
    </div>
  );
}
