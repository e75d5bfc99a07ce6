/** Whether e-mails leave by SMTP or into a folder, and what connects them. */
import type { Settings } from "../../queries/settings.ts";
import { useWords } from "../../words.tsx";

export function Mail({ settings: { mail } }: { readonly settings: Settings }) {
  const { settings: words } = useWords();
  return (
    <section className="card" aria-label={words.mail}>
      <header>
        <h2>{words.mail}</h2>
        <span className={`tag ${mail === "smtp" ? "success" : ""}`}>{words.mailNow[mail]}</span>
      </header>
      <div className="body stack">
        <p>{words.mailText[mail]}</p>
        <p className="quiet">{words.mailHow[mail]}</p>
        <dl className="settings-variables">
          {(["SMTP_URL", "MAIL_FROM"] as const).map((name) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd className="quiet small">{words.mailVariables[name]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
