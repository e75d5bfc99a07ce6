/** One waiting line in full: the bank's words, proposals, and what its customer has open. */
import { moneyOfStored } from "../domain/cash/stored-settlement.ts";
import type { BankLineId, ItemId } from "../domain/values/ids.ts";
import { type ApplicationLine, listApplicationLines } from "../store/application-rows.ts";
import { type BankLineRow, findBankLineRow } from "../store/bank-line-rows.ts";
import { listSettlementItems } from "../store/settlement-items.ts";
import { shownLine } from "./bank-lines.ts";
import type { Sight } from "./look.ts";
import { judgementNow, shownProposals } from "./match-proposals.ts";
import { loadOpen } from "./open-claims.ts";
import { customerOf } from "./receipt-brief.ts";

async function loadApplications(sight: Sight, { receipt }: BankLineRow) {
  const { tx, creditor, may } = sight;
  if (receipt === null) return [];
  const found = await listApplicationLines(tx, creditor.id, receipt);
  const ids = found.flatMap(({ settlement }) => settlement.allocations.map((one) => one.itemId));
  const items = await listSettlementItems(tx, creditor.id, [...new Set(ids)] as ItemId[]);
  const numbers = new Map<string, string>(items.map(({ id, number }) => [id, number]));
  return found.map((row: ApplicationLine) => ({
    ...{ id: row.id, madeBy: row.madeBy, actor: row.actor, customer: customerOf(row) },
    allocations: row.settlement.allocations.map((one) => ({
      ...{ item: one.itemId, number: numbers.get(one.itemId) ?? "", amount: moneyOfStored(one) },
    })),
    ...{ appliedAt: row.appliedAt, state: row.state, endedOn: row.endedOn, endedBy: row.endedBy },
    ...{ endReason: row.endReason, because: [...row.because] },
    can: { undo: row.state === "live" ? may("cash:undo") : { code: "application_has_ended" } },
  }));
}

/** Null when there is no such line. */
export async function viewMatchLine(sight: Sight, id: BankLineId) {
  const row = await findBankLineRow(sight.tx, sight.creditor.id, id);
  if (row === null) return null;
  const judgement = await judgementNow(sight, row);
  const line = shownLine(sight, row);
  const proposals = await shownProposals(sight, judgement?.proposals ?? []);
  const customer = line.customer ?? proposals[0]?.customer ?? null;
  const open =
    customer === null
      ? { claims: [], credits: [] }
      : await loadOpen(sight, customer.id, row.currency);
  return {
    line,
    proposals,
    waits: judgement?.waits ?? [],
    gaveUp: judgement?.gaveUp ?? false,
    customer,
    ...open,
    applications: await loadApplications(sight, row),
    can: { apply: line.can.match, ignore: line.can.ignore, reopen: line.can.reopen },
  };
}
