/** Where I am signed in, and how to end it. */
import { Button } from "antd";
import type { AccountSession } from "../../../src/contract/account.ts";
import { answerOf, api } from "../../api.ts";
import { useAct } from "../../queries/act.ts";

import { dayAndClock } from "../../ui/moment.ts";
import { useWords } from "../../words.tsx";
import { deviceName } from "./device-name.ts";

function Session({ session }: { readonly session: AccountSession }) {
  const { account: words } = useWords();
  const end = useAct({
    run: () =>
      answerOf(
        api.POST("/api/me/sessions/{session}/end", { params: { path: { session: session.id } } }),
      ),
    done: () => words.ended,
  });
  return (
    <div className="session-row">
      <div>
        <div>
          {deviceName(session.device) ?? words.unknownDevice}{" "}
          {session.current && <span className="tag">{words.thisOne}</span>}
        </div>
        <div className="quiet small">
          {session.address !== null && `${session.address} · `}
          {words.opened} {dayAndClock(session.openedAt)} · {words.used}{" "}
          {dayAndClock(session.usedAt)}
        </div>
      </div>
      {!session.current && (
        <Button size="small" loading={end.isPending} onClick={() => end.mutate(undefined)}>
          {words.end}
        </Button>
      )}
    </div>
  );
}

export function Sessions({ sessions }: { readonly sessions: readonly AccountSession[] }) {
  const { account: words } = useWords();
  const endOthers = useAct({
    run: () => answerOf(api.POST("/api/me/sessions/end-others")),
    done: () => words.endedOthers,
  });
  return (
    <section className="card" aria-label={words.sessions}>
      <header>
        <h2>{words.sessions}</h2>
        {sessions.length > 1 && (
          <Button loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
            {words.endOthers}
          </Button>
        )}
      </header>
      <div className="body">
        {sessions.map((session) => (
          <Session key={session.id} session={session} />
        ))}
        {sessions.length === 1 && <p className="quiet small">{words.onlyThis}</p>}
      </div>
    </section>
  );
}
