/** The collection policy: readable as a ladder, editable as text, with all its versions. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { PATHS } from "../../paths.ts";
import { policyQuery } from "../../queries/policy.ts";
import { useCreditor } from "../../queries/session.ts";
import { Loading, ProblemNote } from "../../ui/states.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { whoIs } from "../../words/who.ts";
import { useLanguage } from "../../words.tsx";
import { Ladder } from "./ladder.tsx";
import { PolicyText } from "./policy-text.tsx";
import { PolicyVersions } from "./policy-versions.tsx";
import "./policy.css";

type Tab = "ladder" | "text" | "versions";

export function PolicyPage() {
  const { words, language } = useLanguage();
  const creditor = useCreditor().code;
  const { tab = "ladder" } = useSearch({ from: "/$creditor/policy" });
  const navigate = useNavigate({ from: PATHS.policy });
  const { data, error, refetch } = useQuery(policyQuery(creditor));
  if (data === undefined) {
    if (error === null) return <Loading />;
    return (
      <div className="page">
        <ProblemNote error={error} onAgain={() => void refetch()} />
      </div>
    );
  }
  const { publishedOn, publishedBy } = data;
  const contents = {
    ladder: <Ladder policy={data} />,
    text: <PolicyText key={data.version} policy={data} />,
    versions: <PolicyVersions inForce={data.version} />,
  };
  const tabs = (["ladder", "text", "versions"] as const).map((key) => ({
    key,
    label: words.policy.tabs[key],
    content: <div className="tab-body">{contents[key]}</div>,
  }));
  const show = (next: Tab) => void navigate({ search: { tab: next }, replace: true });
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.policy.title}</h1>
        <span className="strong">{data.name[language]}</span>
        <span className="tag accent">{words.policy.version(data.version)}</span>
        {publishedOn !== null && (
          <span className="quiet small">
            {words.policy.published(publishedOn, whoIs(words, publishedBy))}
          </span>
        )}
      </header>
      <section className="card">
        <Tabs label={words.policy.title} tabs={tabs} chosen={tab} onChoose={show} />
      </section>
    </div>
  );
}
