/** All versions of the policy, newest first, each with its text. */
import { useQuery } from "@tanstack/react-query";
import { policyVersionsQuery } from "../../queries/policy.ts";
import { useCreditor } from "../../queries/session.ts";
import { Empty, Loading, ProblemNote } from "../../ui/states.tsx";
import { whoIs } from "../../words/who.ts";
import { useWords } from "../../words.tsx";

export function PolicyVersions({ inForce }: { readonly inForce: number }) {
  const all = useWords();
  const { policy: words } = all;
  const { data, error, refetch } = useQuery(policyVersionsQuery(useCreditor().code));
  if (data === undefined) {
    if (error === null) return <Loading />;
    return <ProblemNote error={error} onAgain={() => void refetch()} />;
  }
  if (data.length === 0) return <Empty title={words.versionsEmpty} />;
  return (
    <ul className="policy-versions">
      {data.map(({ version, publishedOn, publishedBy, text }) => (
        <li key={version}>
          <details>
            <summary className="line wrap">
              <span className="strong">{words.version(version)}</span>
              {version === inForce && <span className="tag success">{words.inForce}</span>}
              <span className="quiet">{words.published(publishedOn, whoIs(all, publishedBy))}</span>
            </summary>
            <pre className="policy-text shown">{text}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}
