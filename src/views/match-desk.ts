/** The match desk: what waits for a person, each with its first proposal in short. */
import type { MatchJudgement, Proposal } from "../domain/cash/matching/match.ts";
import { readJudgement } from "../domain/cash/stored-judgement.ts";
import { money } from "../domain/values/money.ts";
import {
  type BankLineRow,
  listWaitingSums,
  listWaitingWindow,
  type WaitingSum,
} from "../store/bank-line-rows.ts";
import { listCustomerBriefs } from "../store/open-claims.ts";
import { listSettlementItems } from "../store/settlement-items.ts";
import { shownLine } from "./bank-lines.ts";
import { readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";
import { mayAccept } from "./match-proposals.ts";
import { DAY_KEY, windowOf } from "./windowed.ts";

const SIZE = 100;
/** From this confidence on (parts per 1000) the page may accept many at once. */
const SURELY_FROM = 950;
/** Numbers and reasons in a row of the list. */
const IN_SHORT = 3;

export type DeskWanted = {
  readonly what?: Proposal["what"] | undefined;
  readonly text?: string | undefined;
  readonly after?: string | undefined;
};

type Waiting = { readonly row: BankLineRow; readonly judgement: MatchJudgement | null };

async function loadNames({ tx, creditor }: Sight, waiting: readonly Waiting[]) {
  const firsts = waiting.flatMap(({ judgement }) => judgement?.proposals[0] ?? []);
  const customers = new Set(firsts.flatMap(({ customerId }) => customerId ?? []));
  const items = new Set(
    firsts.flatMap(({ allocations }) => allocations.slice(0, IN_SHORT).map((one) => one.itemId)),
  );
  const briefs = await listCustomerBriefs(tx, creditor.id, [...customers]);
  const named = await listSettlementItems(tx, creditor.id, [...items]);
  return {
    customers: new Map(briefs.map((brief) => [brief.id, brief])),
    numbers: new Map(named.map(({ id, number }) => [id, number])),
  };
}

type Names = Awaited<ReturnType<typeof loadNames>>;

function inShort(sight: Sight, first: Proposal, { customers, numbers }: Names) {
  const { what, customerId, confidence, allocations, because } = first;
  const acceptable = what !== "unidentified" && (what !== "receipt" || customerId !== null);
  return {
    what,
    customer: (customerId === null ? undefined : customers.get(customerId)) ?? null,
    confidence,
    allocations: allocations.length,
    numbers: allocations.slice(0, IN_SHORT).flatMap(({ itemId }) => numbers.get(itemId) ?? []),
    headline: because.slice(0, IN_SHORT),
    can: { accept: acceptable ? mayAccept(sight, what) : { code: "proposal_has_no_customer" } },
  };
}

function totalsOf(sums: readonly WaitingSum[]) {
  const of = (kind: WaitingSum["kind"]) => {
    const own = sums.filter((one) => one.kind === kind);
    return {
      count: own.reduce((all, { count }) => all + count, 0),
      sums: own.map(({ sum, currency }) => money(sum, currency)),
    };
  };
  return {
    applied: of("applied"),
    proposed: of("proposed"),
    unmatched: of("unmatched"),
    unidentified: of("unidentified"),
  };
}

/** A window of waiting lines, the oldest first, and what the day has come to. */
export async function viewMatchDesk(sight: Sight, wanted: DeskWanted) {
  const { tx, creditor, today, may } = sight;
  const asked = { what: wanted.what ?? null, text: wanted.text || null };
  const after = readCursor(wanted.after, DAY_KEY);
  const found = await listWaitingWindow(tx, creditor.id, asked, after, SIZE);
  const { rows, next } = windowOf(found, SIZE, ({ bookedOn }) => bookedOn);
  const waiting = rows.map((row) => ({ row, judgement: readJudgement(row.judgement) }));
  const names = await loadNames(sight, waiting);
  return {
    rows: waiting.map(({ row, judgement }) => {
      const first = judgement?.proposals[0];
      return {
        ...shownLine(sight, row),
        proposal: first === undefined ? null : inShort(sight, first, names),
        proposals: judgement?.proposals.length ?? 0,
      };
    }),
    next,
    totals: totalsOf(await listWaitingSums(tx, creditor.id, today)),
    surelyFrom: SURELY_FROM,
    can: { import: may("statement:import"), run: may("cash:apply"), accept: may("cash:apply") },
  };
}
