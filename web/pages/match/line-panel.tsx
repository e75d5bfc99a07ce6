/** One waiting line: what the bank wrote, why it waits, proposals, or allocating by hand. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useState } from "react";
import { type Applied, type MatchLineAnswer, matchLineQuery } from "../../queries/match.ts";
import { useCreditor } from "../../queries/session.ts";
import type { ChosenCustomer } from "../../ui/customer-choice.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNote } from "../../ui/states.tsx";
import { useWords } from "../../words.tsx";
import { AcceptFoot } from "./accept-foot.tsx";
import { ClaimsAct } from "./claims-act.tsx";
import { History } from "./history.tsx";
import { IgnoreAct } from "./ignore-act.tsx";
import { LineHead } from "./line-head.tsx";
import { MatchReasons } from "./match-why.tsx";
import { type Beginning, NOTHING_CHOSEN, OwnSettlement } from "./own-settlement.tsx";
import { Proposals } from "./proposals.tsx";
import { usePanelKeys, type Way } from "./use-panel-keys.ts";

export type LinePanelProps = {
  readonly id: string;
  readonly surelyFrom: number;
  readonly onBack: () => void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  /** After an act on the line: says what was done and goes on. */
  readonly onDone: (applied: Applied, done: string) => void;
};

function Waits({ answer }: { readonly answer: MatchLineAnswer }) {
  const { match: words } = useWords();
  const { waits, gaveUp, line } = answer;
  if (waits.length === 0 && !gaveUp && !line.byHand) return null;
  return (
    <div className="notice info">
      <Icon name="info" />
      <div className="stack tight">
        <span className="strong">{words.waits}</span>
        <MatchReasons because={waits} unit={line.amount.currency} />
        {gaveUp && <span>{words.gaveUp}</span>}
        {line.byHand && <span>{words.byHand}</span>}
      </div>
    </div>
  );
}

/** That it is nobody's yet is nothing to accept. */
const settles = ({ what }: { readonly what: string }): boolean => what !== "unidentified";

type Begun = { readonly customer: ChosenCustomer | null; readonly first: Beginning };

/** What allocating by hand begins with: the chosen proposal, or a clean sheet. */
function beginning({ proposals, customer }: MatchLineAnswer, rank: number, way: Way): Begun {
  const proposal = proposals.find((each) => each.rank === rank);
  if (way === "customer" || proposal === undefined) return { customer, first: NOTHING_CHOSEN };
  const { allocations, credits, shortfall } = proposal;
  const amounts = new Map([...allocations, ...credits].map(({ item, amount }) => [item, amount]));
  const kind =
    shortfall === null || shortfall.kind === "deduction" ? ("open" as const) : shortfall.kind;
  const first: Beginning = { amounts, short: { ...NOTHING_CHOSEN.short, kind } };
  return { customer: proposal.customer ?? customer, first };
}

type OwnProps = {
  readonly answer: MatchLineAnswer;
  readonly rank: number;
  readonly way: Way;
  /** A person asked for another customer: the field takes the keyboard. */
  readonly asksCustomer: boolean;
  readonly onWay: (way: Way) => void;
  readonly onDone: LinePanelProps["onDone"];
};

function OwnWay({ answer, rank, way, asksCustomer, onWay, onDone }: OwnProps) {
  const { match: words } = useWords();
  const { line, proposals, can } = answer;
  const { receipt } = line;
  if (receipt === null) return null;
  const { customer, first } = beginning(answer, rank, way);
  return (
    <OwnSettlement
      key={`${way}${asksCustomer}`}
      receipt={{
        id: receipt.id,
        item: receipt.number,
        rest: receipt.unapplied,
        payerName: line.payerName,
        can: can.apply,
      }}
      customer={customer}
      first={first}
      asksCustomer={asksCustomer}
      {...(proposals.some(settles) ? { onBack: () => onWay("proposals") } : {})}
      onApplied={(applied, { name }) => onDone(applied, words.accepted(name))}
    />
  );
}

function Waiting({ answer, surelyFrom, onDone }: Answered) {
  const [rank, setRank] = useState(1);
  const [chosenWay, setWay] = useState<Way | null>(null);
  const { line, proposals } = answer;
  const none = !proposals.some(settles) && line.receipt !== null;
  const way = chosenWay ?? (none ? "customer" : "proposals");
  const proposal = proposals.find((each) => each.rank === rank);
  usePanelKeys({ ranks: proposals.map((each) => each.rank), setRank, setWay, line });
  return (
    <>
      <div className="panel-body">
        <Waits answer={answer} />
        {way === "proposals" ? (
          <Proposals
            proposals={proposals}
            rank={rank}
            surelyFrom={surelyFrom}
            unit={line.amount.currency}
            onChoose={setRank}
          />
        ) : (
          <OwnWay
            answer={answer}
            rank={rank}
            way={way}
            asksCustomer={chosenWay === "customer"}
            onWay={setWay}
            onDone={onDone}
          />
        )}
        <History applications={answer.applications} unit={line.amount.currency} />
      </div>
      {way === "proposals" && (
        <AcceptFoot
          key={rank}
          answer={answer}
          proposal={proposal}
          onOwn={() => setWay("split")}
          onDone={onDone}
        />
      )}
    </>
  );
}

type Answered = {
  readonly answer: MatchLineAnswer;
  readonly surelyFrom: number;
  readonly onDone: LinePanelProps["onDone"];
};

export function LinePanel({ id, surelyFrom, onDone, ...turns }: LinePanelProps) {
  const { match: words } = useWords();
  const creditor = useCreditor().code;
  const { data, error, refetch } = useQuery(matchLineQuery(creditor, id));
  return (
    <aside className="card desk-panel" aria-label={data?.line.payerName ?? words.line}>
      {data !== undefined && (
        <LineHead line={data.line} {...turns}>
          {data.line.receipt?.state === "unidentified" && (
            <ClaimsAct receipt={data.line.receipt.id} />
          )}
          {data.line.state === "open" && <IgnoreAct answer={data} onDone={onDone} />}
        </LineHead>
      )}
      {error !== null && (
        <div className="panel-body">
          <ProblemNote error={error} onAgain={() => void refetch()} />
        </div>
      )}
      {data === undefined && error === null && (
        <div className="panel-body">
          <Skeleton active title={false} paragraph={{ rows: 8 }} />
        </div>
      )}
      {data?.line.state === "open" && (
        <Waiting answer={data} surelyFrom={surelyFrom} onDone={onDone} />
      )}
      {data !== undefined && data.line.state !== "open" && (
        <div className="panel-body">
          <p className="notice success">{words.gone}</p>
          <History applications={data.applications} unit={data.line.amount.currency} />
        </div>
      )}
    </aside>
  );
}
