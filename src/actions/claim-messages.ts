/** Claims work in the outbox for one worker: what to compose, what to send, what was left lying. */
import {
  COMPOSING_LEASE_MINUTES,
  minutesAfter,
  SENDING_LEASE_MINUTES,
} from "../domain/desk/delivery.ts";
import { mayLeave } from "../domain/strategy/conduct.ts";
import type { MessageId } from "../domain/values/ids.ts";
import { assert, ok, refuse } from "../domain/values/result.ts";
import { loadCalendar } from "../store/calendars.ts";
import { findCreditor } from "../store/creditors.ts";
import {
  type ClaimedMessage,
  claimComposed,
  claimQueued,
  markStranded,
} from "../store/messages.ts";
import { defineAction } from "./action.ts";

type NothingDue = { readonly code: "nothing_due" };

/** Claims up to `limit` queued messages; who does not compose them in time loses them again. */
export const claimToCompose = defineAction<
  { readonly limit: number },
  readonly MessageId[],
  NothingDue
>({
  name: "claim_to_compose",
  permission: "outbox:deliver",
  async run({ tx, creditorId, now }, { limit }) {
    const until = minutesAfter(now, COMPOSING_LEASE_MINUTES);
    const claimed = await claimQueued(tx, creditorId, { now, until, limit });
    return claimed.length === 0 ? refuse({ code: "nothing_due" }) : ok(claimed);
  },
});

/**
 * Claims the next message of these channels and says so before anything is sent: whatever happens
 * to the worker from here on, nobody else sends this message. Outside the hours of good conduct
 * only test letters move, since nobody receives them.
 */
export const claimToSend = defineAction<
  { readonly channels: readonly string[] },
  ClaimedMessage,
  NothingDue
>({
  name: "claim_to_send",
  permission: "outbox:deliver",
  async run({ tx, creditorId, now }, { channels }) {
    const until = minutesAfter(now, SENDING_LEASE_MINUTES);
    const creditor = await findCreditor(tx, creditorId);
    assert(creditor !== null, "the desk's creditor is there");
    const calendar = await loadCalendar(tx, creditor.country);
    const open = channels.filter((kind) => mayLeave(kind, now, creditor.timeZone, calendar));
    const claimed = await claimComposed(tx, creditorId, { channels, open, now, until });
    return claimed === null ? refuse({ code: "nothing_due" }) : ok(claimed);
  },
});

/**
 * Marks as uncertain what a worker that died was sending. It may have arrived, so it is never sent
 * again by itself; a person asks the recipient or looks into the mail server's log.
 */
export const settleStranded = defineAction<Record<string, never>, readonly MessageId[], NothingDue>(
  {
    name: "settle_stranded",
    permission: "outbox:deliver",
    async run({ tx, creditorId, now }) {
      const settled = await markStranded(tx, creditorId, now, "interrupted while sending");
      return settled.length === 0 ? refuse({ code: "nothing_due" }) : ok(settled);
    },
  },
);
