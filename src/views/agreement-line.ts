/** An agreement in one line: its figures as they stand now, its next day. */
import type { AgreementState } from "../domain/desk/agreement.ts";
import { type Follow, followUp } from "../domain/desk/agreement-follow-up.ts";
import type { InstalmentRow } from "../domain/desk/instalment.ts";
import { daysBetween, type PlainDate } from "../domain/values/calendar.ts";
import type { AgreementId } from "../domain/values/ids.ts";
import { type Currency, money } from "../domain/values/money.ts";
import {
  type AgreementItemRow,
  listAgreementItems,
  listInstalments,
  type StoredInstalment,
} from "../store/agreement-items.ts";
import type { AgreementLineRow } from "../store/agreement-rows.ts";
import { type Lowering, listLowerings } from "../store/debt-facts.ts";
import type { Sight } from "./look.ts";
import { customerOf } from "./receipt-brief.ts";

export type SeenAgreement = {
  readonly row: AgreementLineRow;
  readonly items: readonly AgreementItemRow[];
  readonly instalments: readonly InstalmentRow[];
  readonly settled: readonly bigint[];
};

/** States in which money that comes in still counts for the agreement. */
const FOLLOWED: readonly AgreementState[] = ["active", "in_default", "fulfilled"];

type Parts = {
  readonly items: readonly AgreementItemRow[];
  readonly instalments: readonly StoredInstalment[];
  readonly lowerings: readonly Lowering[];
};

function seen(row: AgreementLineRow, parts: Parts, today: PlainDate): SeenAgreement {
  const items = parts.items.filter(({ agreement }) => agreement === row.id);
  const instalments = parts.instalments.filter(({ agreement }) => agreement === row.id);
  const own = new Set(items.map(({ item }) => item));
  const lowered = parts.lowerings.filter(({ item }) => own.has(item));
  const follow: Follow | null = FOLLOWED.includes(row.state)
    ? followUp({ ...row, parts: items, lowered, instalments }, today)
    : null;
  return {
    ...{ row, items },
    instalments: follow?.plan?.instalments ?? instalments,
    settled: follow?.settled ?? items.map(() => 0n),
  };
}

/** As the next close would find them: a payment of this morning counts at once. */
export async function loadSeen(
  { tx, creditor, today }: Sight,
  rows: readonly AgreementLineRow[],
): Promise<readonly SeenAgreement[]> {
  const ids: readonly AgreementId[] = rows.map(({ id }) => id);
  const items = await listAgreementItems(tx, creditor.id, ids);
  const instalments = await listInstalments(tx, creditor.id, ids);
  const followed = new Set(
    rows.filter(({ state }) => FOLLOWED.includes(state)).map(({ id }) => id),
  );
  const touched = items.filter(({ agreement }) => followed.has(agreement));
  const lowerings = await listLowerings(tx, creditor.id, [
    ...new Set(touched.map(({ item }) => item)),
  ]);
  return rows.map((row) => seen(row, { items, instalments, lowerings }, today));
}

export const shownInstalment = (row: InstalmentRow, currency: Currency, today: PlainDate) => {
  const open = row.state === "void" ? 0n : row.amount + row.interest - row.settled;
  return {
    ...{ place: row.place, dueOn: row.dueOn, state: row.state },
    amount: money(row.amount, currency),
    interest: money(row.interest, currency),
    settled: money(row.settled, currency),
    open: money(open, currency),
    daysLate: open > 0n ? daysBetween(row.dueOn, today) : 0,
    ...{ paidOn: row.paidOn, missedOn: row.missedOn },
  };
};

const sum = (amounts: readonly bigint[]) => amounts.reduce((left, right) => left + right, 0n);

/** The oldest part that is not paid; of a discount or an extension its one day. */
function nextOf({ row, instalments }: SeenAgreement, open: bigint, today: PlainDate) {
  const { currency, lastOn, state } = row;
  if (state !== "active" && state !== "in_default") return null;
  const first = instalments
    .map((one) => shownInstalment(one, currency, today))
    .find((one) => one.open.minor > 0n);
  if (first !== undefined) {
    return { dueOn: first.dueOn, open: first.open, daysLate: first.daysLate };
  }
  if (row.kind === "repayment_plan" || open === 0n) return null;
  return { dueOn: lastOn, open: money(open, currency), daysLate: daysBetween(lastOn, today) };
}

export function shownLine(agreement: SeenAgreement, today: PlainDate) {
  const { row, settled } = agreement;
  const { currency, state } = row;
  const paid = sum(settled);
  const asked = row.amount + row.interest - (row.kind === "discount" ? row.forgiven : 0n);
  const open = state === "fulfilled" || asked < paid ? 0n : asked - paid;
  return {
    ...{ id: row.id, kind: row.kind, number: row.number, state, customer: customerOf(row) },
    amount: money(row.amount, currency),
    interest: money(row.interest, currency),
    forgiven: money(row.forgiven, currency),
    settled: money(paid, currency),
    open: money(open, currency),
    ...{ lastOn: row.lastOn, days: row.days, proposedOn: row.proposedOn },
    ...{ proposedBy: row.proposedBy, signBy: row.signBy, activeOn: row.activeOn },
    ...{ endedOn: row.endedOn, missed: row.missed },
    next: nextOf(agreement, open, today),
  };
}
