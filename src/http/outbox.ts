/** The outbox over HTTP: the list, a letter as it was sent, sending again, withdrawing. */
import { perform } from "../actions/perform.ts";
import { messageLetter } from "../actions/preview-letter.ts";
import { resendMessage } from "../actions/resend-message.ts";
import { withdrawMessage } from "../actions/withdraw-message.ts";
import * as contract from "../contract/outbox.ts";
import type { MessageId } from "../domain/values/ids.ts";
import { ok } from "../domain/values/result.ts";
import { look } from "../views/look.ts";
import { viewOutbox } from "../views/outbox.ts";
import { pdf } from "./pdf.ts";
import { type Route, route } from "./route.ts";

export const outboxRoutes: readonly Route[] = [
  route(contract.outbox, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewOutbox(sight, query))),
  ),
  route(contract.messageLetter, async ({ desk, params }) =>
    pdf(await messageLetter(desk, params.message as MessageId)),
  ),
  route(contract.resendMessage, async ({ house, desk, params, body }) => {
    const id = params.message as MessageId;
    const sent = await perform(desk, resendMessage, { id, reason: body.reason });
    if (sent.ok) house.deliverSoon();
    return sent;
  }),
  route(contract.withdrawMessage, ({ desk, params, body }) =>
    perform(desk, withdrawMessage, { id: params.message as MessageId, reason: body.reason }),
  ),
];
