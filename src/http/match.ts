/** The match desk over HTTP: proposals accepted, receipts applied and undone, payers forgotten. */
import { acceptProposal } from "../actions/accept-proposal.ts";
import { applyCash } from "../actions/apply-cash.ts";
import { ignoreLine } from "../actions/ignore-line.ts";
import { type Desk, perform } from "../actions/perform.ts";
import { reopenLine } from "../actions/reopen-line.ts";
import { revokeAlias } from "../actions/revoke-alias.ts";
import { runMatch } from "../actions/run-match.ts";
import { undoApplication } from "../actions/undo-application.ts";
import * as application from "../contract/application.ts";
import * as bankLine from "../contract/bank-line.ts";
import * as match from "../contract/match.ts";
import * as payer from "../contract/payer.ts";
import type {
  ApplicationId,
  BankLineId,
  CustomerId,
  PayerAliasId,
  ReceiptId,
} from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { viewBankLine, viewBankLines } from "../views/bank-lines.ts";
import { look } from "../views/look.ts";
import { viewMatchDesk } from "../views/match-desk.ts";
import { viewMatchLine } from "../views/match-line.ts";
import { viewOpenClaims } from "../views/open-claims.ts";
import { viewPayers } from "../views/payers.ts";
import { type Route, route } from "./route.ts";

/** Each line stands or is refused for itself, in the order in which they were named. */
async function acceptMany(
  desk: Desk,
  lines: readonly { readonly line: BankLineId; readonly rank: number }[],
) {
  const told = [];
  for (const { line, rank } of lines) {
    const done = await perform(desk, acceptProposal, { line, rank, learn: true, seen: null });
    told.push(
      done.ok
        ? { line, accepted: true, application: done.value.application, refusal: null }
        : { line, accepted: false, application: null, refusal: done.refusal },
    );
  }
  return ok({ accepted: told.filter(({ accepted }) => accepted).length, lines: told });
}

export const matchRoutes: readonly Route[] = [
  route(bankLine.listBankLines, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewBankLines(sight, query))),
  ),
  route(bankLine.bankLine, async ({ desk, params }) => {
    const line = await look(desk, (sight) => viewBankLine(sight, params.line as BankLineId));
    return line === null ? refuse({ code: "line_not_found" }) : ok(line);
  }),
  route(bankLine.ignoreLine, ({ desk, params, body }) =>
    perform(desk, ignoreLine, { ...body, id: params.line as BankLineId }),
  ),
  route(bankLine.reopenLine, ({ desk, params, body }) =>
    perform(desk, reopenLine, { ...body, id: params.line as BankLineId }),
  ),
  route(match.matchDesk, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewMatchDesk(sight, query))),
  ),
  route(match.acceptMany, ({ desk, body }) => acceptMany(desk, body.lines)),
  route(match.runMatch, ({ desk }) => perform(desk, runMatch, null)),
  route(match.matchLine, async ({ desk, params }) => {
    const line = await look(desk, (sight) => viewMatchLine(sight, params.line as BankLineId));
    return line === null ? refuse({ code: "line_not_found" }) : ok(line);
  }),
  route(match.acceptProposal, ({ desk, params, body: { seen = null, ...how } }) =>
    perform(desk, acceptProposal, { ...how, seen, line: params.line as BankLineId }),
  ),
  route(application.openClaims, async ({ desk, params, query }) => {
    const customer = params.customer as CustomerId;
    const open = await look(desk, (sight) => viewOpenClaims(sight, customer, query));
    return open === null ? refuse({ code: "customer_not_found" }) : ok(open);
  }),
  route(application.applyCash, ({ desk, params, body }) =>
    perform(desk, applyCash, { ...body, receipt: params.receipt as ReceiptId }),
  ),
  route(application.undoApplication, ({ desk, params, body: { reason } }) =>
    perform(desk, undoApplication, { id: params.application as ApplicationId, reason }),
  ),
  route(payer.payerAliases, async ({ desk, params }) => {
    const customer = params.customer as CustomerId;
    const payers = await look(desk, (sight) => viewPayers(sight, customer));
    return payers === null ? refuse({ code: "customer_not_found" }) : ok(payers);
  }),
  route(payer.revokeAlias, ({ desk, params }) =>
    perform(desk, revokeAlias, { id: params.alias as PayerAliasId }),
  ),
];
