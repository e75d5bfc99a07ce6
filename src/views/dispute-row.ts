/** A dispute as lists and pages show it: its parts, whether it is late, what may be done. */
import type { DisputeMove } from "../domain/desk/dispute.ts";
import { judgeDisputeMove } from "../domain/desk/dispute.ts";
import { judgeReopening } from "../domain/desk/dispute-closing.ts";
import { type DisputeParts, partsOfItem } from "../domain/desk/dispute-parts.ts";
import { USUAL_DISPUTES } from "../domain/strategy/policy-disputes.ts";
import type { DisputeId } from "../domain/values/ids.ts";
import { isPositive, money, zero } from "../domain/values/money.ts";
import { listOpenDisputesOf } from "../store/dispute-items.ts";
import type { DisputeLine } from "../store/dispute-rows.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { loadPolicy } from "./policy-in-force.ts";
import { customerOf } from "./receipt-brief.ts";
import { SOME_REASON, verdict } from "./windowed.ts";

type Parts = ReadonlyMap<DisputeId, DisputeParts>;

/** The parts of those that are open, from what is open of their items now. */
async function loadParts({ tx, creditor }: Sight, lines: readonly DisputeLine[]): Promise<Parts> {
  const open = lines.filter(({ state }) => state !== "closed").map(({ item }) => item);
  if (open.length === 0) return new Map();
  const byItem = await listOpenDisputesOf(tx, creditor.id, [...new Set(open)]);
  return new Map([...byItem.values()].flatMap((own) => [...partsOfItem(own)]));
}

/** What became of a closed one, as it was written down. */
function partsStored(line: DisputeLine): DisputeParts {
  const sum = (minor: bigint) => money(minor, line.currency);
  return {
    disputed: zero(line.currency),
    paid: sum(line.paid),
    credited: sum(line.credited),
    writtenOff: sum(line.writtenOff),
    chasedAgain: sum(line.chasedAgain ?? 0n),
  };
}

function verbs(sight: Sight, line: DisputeLine, parts: DisputeParts, reopenDays: number) {
  const move = (made: DisputeMove) => verdict(judgeDisputeMove(line.state, made));
  const { state, closedOn } = line;
  const closed = { state, closedOn, rest: parts.chasedAgain };
  const reopening = judgeReopening(closed, SOME_REASON, reopenDays, sight.today);
  const nothing = { code: "dispute_is_empty" } as const;
  const owed = (judged: ReturnType<typeof move>) =>
    judged === true && !isPositive(parts.disputed) ? nothing : judged;
  return {
    answer: both(sight.may("dispute:answer"), move("answer")),
    reroute: both(sight.may("dispute:raise"), move("reroute")),
    split: both(sight.may("dispute:raise"), owed(move("split"))),
    close: both(sight.may("dispute:close"), move("close")),
    credit: both(sight.may("cash:waive"), owed(move("close"))),
    reopen: both(sight.may("dispute:raise"), verdict(reopening)),
  };
}

/** Shows these lines; everything they need is read once. */
export async function shownDisputes(sight: Sight, lines: readonly DisputeLine[]) {
  const open = await loadParts(sight, lines);
  const policy = (await loadPolicy(sight.tx, sight.creditor.id))?.policy.disputes;
  const { reopenDays } = policy ?? USUAL_DISPUTES;
  return lines.map((line) => {
    const parts = open.get(line.id) ?? partsStored(line);
    const { id, reason, note, department, assignee, state, answerBy, dueOn, outcome } = line;
    return {
      ...{ id, reason, note, department, state, answerBy, dueOn, outcome },
      customer: customerOf(line),
      item: { id: line.item, number: line.itemNumber },
      amount: money(line.amount, line.currency),
      parts,
      assignee: assignee && { id: assignee, name: line.assigneeName ?? "" },
      late: state !== "closed" && dueOn < sight.today,
      ...{ answeredOn: line.answeredOn, openedOn: line.openedOn, openedBy: line.openedBy },
      ...{ closedOn: line.closedOn, closedBy: line.closedBy, creditMemo: line.creditMemo },
      splitFrom: line.splitFrom,
      can: verbs(sight, line, parts, reopenDays),
    };
  });
}
