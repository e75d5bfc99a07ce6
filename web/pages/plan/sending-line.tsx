/** After release: how many have left, and what failed. */
import { Link } from "@tanstack/react-router";
import { PATHS } from "../../paths.ts";
import { useCreditor } from "../../queries/session.ts";
import { useWords } from "../../words.tsx";
import type { PlanAnswer } from "./plan-answer.ts";

export function SendingLine({ sending }: { readonly sending: PlanAnswer["sending"] }) {
  const { plan: words } = useWords();
  const { code } = useCreditor();
  const { sent, failed, uncertain, queued, composed, sending: leaving } = sending;
  const all = sent + failed + uncertain + queued + composed + leaving;
  if (all === 0) return null;
  const share = (sent / all) * 100;
  return (
    <section className="card sending" aria-label={words.sending}>
      <span className="strong nowrap">{words.sending}</span>
      <div
        className="sending-bar"
        role="progressbar"
        aria-label={words.sending}
        aria-valuenow={sent}
        aria-valuemin={0}
        aria-valuemax={all}
      >
        <span style={{ width: `${share}%` }} />
      </div>
      <span className="number nowrap">{words.sendingOf(sent, all)}</span>
      {failed > 0 && <span className="tag danger">{words.failedCount(failed)}</span>}
      {uncertain > 0 && <span className="tag warning">{words.uncertainCount(uncertain)}</span>}
      <Link className="nowrap" to={PATHS.outbox} params={{ creditor: code }}>
        {words.seeOutbox}
      </Link>
    </section>
  );
}
