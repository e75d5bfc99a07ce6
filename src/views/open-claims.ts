/** What a customer has open in one currency: claims with their age, credits to be used. */
import { daysBetween, type PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { type Currency, findCurrency, money } from "../domain/values/money.ts";
import {
  listCustomerBriefs,
  listOpenClaims,
  listOpenCredits,
  type OpenClaimRow,
} from "../store/open-claims.ts";
import type { Sight } from "./look.ts";

const least = (left: bigint, right: bigint): bigint => (left < right ? left : right);

function shownClaim(row: OpenClaimRow, currency: Currency, today: PlainDate) {
  const { id, kind, number, issuedOn, dueOn, open } = row;
  const written = [row.tax, row.ordered, row.contract, row.reference];
  const references = written.filter((text): text is string => text !== null && text !== number);
  const part = (amount: bigint) => (amount > 0n ? money(least(amount, open), currency) : null);
  return {
    ...{ id, kind, number, references: [...new Set(references)], issuedOn, dueOn },
    days: daysBetween(dueOn, today),
    amount: money(row.amount, currency),
    open: money(open, currency),
    disputed: part(row.disputed),
    promised: part(row.promised),
  };
}

/** Claims, the oldest due first, and credits, the oldest first. */
export async function loadOpen(
  { tx, creditor, today }: Sight,
  customer: CustomerId,
  currency: Currency,
  onDay: PlainDate = today,
) {
  const claims = await listOpenClaims(tx, creditor.id, customer, currency);
  const credits = await listOpenCredits(tx, creditor.id, customer, currency);
  return {
    claims: claims.map((row) => shownClaim(row, currency, onDay)),
    credits: credits.map(({ open, ...credit }) => ({ ...credit, open: money(open, currency) })),
  };
}

/** Null when there is no such customer. */
export async function viewOpenClaims(
  sight: Sight,
  id: CustomerId,
  wanted: { readonly currency?: string | undefined; readonly onDay?: PlainDate | undefined },
) {
  const { tx, creditor, today } = sight;
  const [customer] = await listCustomerBriefs(tx, creditor.id, [id]);
  if (customer === undefined) return null;
  const currency = findCurrency(wanted.currency ?? "") ?? creditor.homeCurrency;
  const open = await loadOpen(sight, id, currency, wanted.onDay ?? today);
  return { customer, currency, ...open };
}
