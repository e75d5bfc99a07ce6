/** The company's page: what its letters say of it, whether they leave, which years are known. */
import { useQuery } from "@tanstack/react-query";
import { useCreditor } from "../../queries/session.ts";
import { type Settings, settingsQuery } from "../../queries/settings.ts";
import { Loading, ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { Letterhead } from "./letterhead.tsx";
import { Mail } from "./mail.tsx";
import "./settings.css";
import { TestMode } from "./test-mode.tsx";
import { WorkingDays } from "./working-days.tsx";

function General({ settings }: { readonly settings: Settings }) {
  const { settings: words } = useWords();
  const lines = [
    [words.code, settings.code],
    [words.timeZone, settings.timeZone],
    [words.homeCurrency, settings.homeCurrency],
  ] as const;
  return (
    <section className="card" aria-label={words.general}>
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

export function SettingsPage() {
  const { settings: words } = useWords();
  const { code, businessDay } = useCreditor();
  const { data, error, refetch } = useQuery(settingsQuery(code));
  if (data === undefined && error === null) return <Loading />;
  return (
    <div className="page settings-page">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <ProblemNote error={error} onAgain={() => void refetch()} />
      {data !== undefined && (
        <div className="settings-split">
          <Letterhead key={code} settings={data} />
          <div className="stack wide-gap">
            <TestMode settings={data} />
            <Mail settings={data} />
            <WorkingDays settings={data} thisYear={Number(businessDay.slice(0, 4))} />
            <General settings={data} />
          </div>
        </div>
      )}
    </div>
  );
}
