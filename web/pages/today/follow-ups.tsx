/**
 * Contacts that were to be followed up by today: folded, one line each, a press from the customer.
 */
import { Link } from "@tanstack/react-router";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import type { TodayAnswer } from "../../queries/today.ts";
import { named } from "../../words/named.ts";
import { useWords } from "../../words.tsx";

type FollowUpsProps = { readonly followUps: TodayAnswer["followUps"] };

export function FollowUps({ followUps }: FollowUpsProps) {
  const { today, terms } = useWords();
  const { code } = useCreditor();
  if (followUps.length === 0) return null;
  return (
    <details className="follow-ups">
      <summary>
        {today.followUps} <b className="number">{followUps.length}</b>
      </summary>
      <ul>
        {followUps.map(({ customer, followUpOn, outcome, said }) => (
          <li key={`${customer.id}${followUpOn}`}>
            <span className="number quiet">{followUpOn}</span>
            <Link to={PATHS.customer} params={{ creditor: code, customer: customer.id }}>
              {customer.name}
            </Link>
            <span className="clip quiet">{said ?? named(terms.outcomes, outcome)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
