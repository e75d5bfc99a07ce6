/** The document of an agreement: drawn as it stands, and kept as it was issued. */
import { composeAgreement } from "../documents/agreement.ts";
import { type PrintRefusal, printLetter } from "../documents/pdf.ts";
import type { LetterLanguage } from "../domain/book/letter.ts";
import type { AgreementClauses } from "../domain/desk/agreement-clauses.ts";
import type { AgreementPaper } from "../domain/desk/agreement-paper.ts";
import { wireAmount } from "../domain/desk/agreement-terms.ts";
import { businessDay, type PlainDate } from "../domain/values/calendar.ts";
import type { AgreementId, CreditorId } from "../domain/values/ids.ts";
import { add, isPositive, money, subtract } from "../domain/values/money.ts";
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import {
  type AgreementItemRow,
  listAgreementItems,
  listInstalments,
  type StoredInstalment,
} from "../store/agreement-items.ts";
import { type AgreementRow, findAgreement } from "../store/agreements.ts";
import { findCreditor } from "../store/creditors.ts";
import { findDocument } from "../store/documents.ts";
import { listLetterCustomers, listLetterItems } from "../store/letters.ts";
import type { Executor } from "../store/sql.ts";
import { letterCreditor, letterCustomer } from "./letter-desk.ts";
import type { Desk } from "./perform.ts";
import type { LetterFile } from "./preview-letter.ts";

export type DocumentRefusal =
  | PrintRefusal
  | { readonly code: "agreement_not_found" }
  | { readonly code: "agreement_has_no_scan" };

type As = {
  /** Null: the customer's own. */
  readonly language: LetterLanguage | null;
  readonly clauses: AgreementClauses;
  readonly writtenOn: PlainDate;
};

function sums({ currency, amount, interest, forgiven }: AgreementRow) {
  const principal = money(amount, currency);
  const [borne, given] = [money(interest, currency), money(forgiven, currency)];
  return {
    amount: wireAmount(principal),
    interest: isPositive(borne) ? wireAmount(borne) : null,
    forgiven: isPositive(given) ? wireAmount(given) : null,
    toPay: wireAmount(subtract(add(principal, borne), given)),
  };
}

function instalmentsOf(rows: readonly StoredInstalment[], { currency }: AgreementRow) {
  return rows.map(({ place, dueOn, amount, interest }) => ({
    ...{ place, dueOn },
    amount: wireAmount(money(amount, currency)),
    interest: wireAmount(money(interest, currency)),
    total: wireAmount(money(amount + interest, currency)),
  }));
}

async function itemsOf(
  tx: Executor,
  creditor: CreditorId,
  { currency }: AgreementRow,
  rows: readonly AgreementItemRow[],
) {
  const known = await listLetterItems(
    tx,
    creditor,
    rows.map(({ item }) => item),
  );
  const issued = new Map(known.map(({ id, issuedOn }) => [id, issuedOn]));
  return rows.map((row) => ({
    ...{ number: row.number, dueOn: row.oldDueOn, newDueOn: row.newDueOn },
    issuedOn: issued.get(row.item) ?? row.oldDueOn,
    open: wireAmount(money(row.openWhenMade, currency)),
    amount: wireAmount(money(row.amount, currency)),
    forgiven: wireAmount(money(row.forgiven, currency)),
  }));
}

/** Everything that the document says, as it stands now. */
export async function loadPaper(
  tx: Executor,
  creditorId: CreditorId,
  agreement: AgreementRow,
  { language, clauses, writtenOn }: As,
): Promise<AgreementPaper> {
  const creditor = await findCreditor(tx, creditorId);
  const [customer] = await listLetterCustomers(tx, creditorId, [agreement.customer]);
  assert(creditor !== null && customer !== undefined, "an agreement has both its parties");
  const rows = await listAgreementItems(tx, creditorId, [agreement.id]);
  const own = rows.filter(({ billed }) => !billed);
  const instalments = await listInstalments(tx, creditorId, [agreement.id]);
  const { kind, number, lastOn, terms } = agreement;
  return {
    ...{ kind, number, writtenOn, lastOn, clauses },
    language: language ?? customer.language,
    creditor: letterCreditor(creditor),
    customer: letterCustomer(customer),
    items: await itemsOf(tx, creditorId, agreement, own),
    instalments: instalmentsOf(instalments, agreement),
    ...sums(agreement),
    rate: terms.interest,
    graceDays: terms.graceDays,
    missedForDefault: terms.missedAllowed + 1,
  };
}

export const drawPaper = (paper: AgreementPaper): Promise<Result<Uint8Array, PrintRefusal>> =>
  printLetter(composeAgreement(paper));

/** The document as it was issued, or as it would be issued now. */
export async function agreementDocument(
  desk: Desk,
  id: AgreementId,
  language: LetterLanguage | null,
): Promise<Result<LetterFile, DocumentRefusal>> {
  const { creditorId } = desk;
  const found = await desk.database.reading(async (tx) => {
    const agreement = await findAgreement(tx, creditorId, id);
    if (agreement === null) return null;
    if (agreement.document !== null) {
      const kept = await findDocument(tx, creditorId, agreement.document);
      assert(kept !== null, "a document that was issued is kept");
      return { kept };
    }
    const creditor = await findCreditor(tx, creditorId);
    const zone = creditor?.timeZone ?? "UTC";
    const writtenOn = desk.today ?? businessDay(desk.clock.now(), zone);
    const { clauses } = agreement;
    return { paper: await loadPaper(tx, creditorId, agreement, { language, clauses, writtenOn }) };
  }, desk.actor.reach);
  if (found === null) return refuse({ code: "agreement_not_found" });
  if ("kept" in found) return ok(found.kept);
  const drawn = await drawPaper(found.paper);
  return drawn.ok ? ok({ bytes: drawn.value, fileName: `${found.paper.number}.pdf` }) : drawn;
}

/** The signed paper as it was scanned. */
export async function agreementScan(
  desk: Desk,
  id: AgreementId,
): Promise<Result<LetterFile, DocumentRefusal>> {
  const { creditorId } = desk;
  return await desk.database.reading(async (tx) => {
    const agreement = await findAgreement(tx, creditorId, id);
    if (agreement === null) return refuse({ code: "agreement_not_found" });
    if (agreement.scan === null) return refuse({ code: "agreement_has_no_scan" });
    const kept = await findDocument(tx, creditorId, agreement.scan);
    assert(kept !== null, "a scan is kept");
    return ok(kept);
  }, desk.actor.reach);
}
