/** Carries the outbox out of the house: composes what is queued, sends each message once. */
import { claimToCompose, claimToSend, settleStranded } from "../actions/claim-messages.ts";
import { composeMessage } from "../actions/compose-message.ts";
import { type Desk, perform } from "../actions/perform.ts";
import { recordDelivery } from "../actions/record-delivery.ts";
import type { Channel } from "../channels/channel.ts";
import type { DeliveryOutcome } from "../domain/desk/delivery.ts";
import { assert } from "../domain/values/result.ts";
import { showOutgoing } from "../views/outgoing-message.ts";

/** Where messages go: each kind to its channel, and in test mode all to one folder. */
export type Outlets = {
  readonly live: Readonly<Record<string, Channel>>;
  readonly test: Channel;
  /** `MAIL_FROM`; null: the creditor's own address, for letters that go into a folder. */
  readonly mailFrom: string | null;
};

export type DeliveryCounts = {
  composed: number;
  sent: number;
  failed: number;
  postponed: number;
  uncertain: number;
};

export type DeliverOptions = {
  /** How many messages are on their way at once. */
  readonly lanes?: number;
  /** Stops between two messages. */
  readonly signal?: AbortSignal;
};

/** One call's work, shared by its lanes. */
type Round = {
  readonly desk: Desk;
  readonly outlets: Outlets;
  readonly signal: AbortSignal | undefined;
  readonly counts: DeliveryCounts;
  readonly sentBy: Map<string, number>;
  readonly bugs: unknown[];
  /** Lanes claim one after the other, so that a channel's limit is kept exactly. */
  turn: Promise<unknown>;
};

const COMPOSE_AT_ONCE = 20;

/** Composes everything queued. A message that can't be composed does not stop the others. */
async function composeQueued(round: Round): Promise<void> {
  const { desk, outlets, counts } = round;
  while (round.signal?.aborted !== true) {
    const claimed = await perform(desk, claimToCompose, { limit: COMPOSE_AT_ONCE });
    if (!claimed.ok) return;
    for (const id of claimed.value) {
      try {
        const made = await composeMessage(desk, id, outlets.mailFrom);
        if (made.ok) counts[made.value.state] += 1;
      } catch (error) {
        round.bugs.push(error);
      }
    }
  }
}

/** Channels that may take another message in this call, which stands for a minute. */
const openChannels = ({ outlets, sentBy }: Round): readonly string[] =>
  Object.entries(outlets.live)
    .filter(([kind, { perMinute }]) => (sentBy.get(kind) ?? 0) < (perMinute ?? Infinity))
    .map(([kind]) => kind);

type Claim = Awaited<ReturnType<typeof claimNow>>;

async function claimNow(round: Round) {
  const channels = openChannels(round);
  const claimed = await perform(round.desk, claimToSend, { channels });
  if (!claimed.ok) return null;
  const { channel } = claimed.value;
  round.sentBy.set(channel, (round.sentBy.get(channel) ?? 0) + 1);
  return claimed.value;
}

function claimInTurn(round: Round): Promise<Claim> {
  const claim = round.turn.then(() => claimNow(round));
  round.turn = claim.catch(() => undefined);
  return claim;
}

async function carry(round: Round, claimed: NonNullable<Claim>): Promise<DeliveryOutcome> {
  const { desk, outlets } = round;
  const channel = claimed.testMode ? outlets.test : outlets.live[claimed.channel];
  assert(channel !== undefined, "only messages of open channels are claimed");
  const { to, bytes, mediaType, creditor } = await showOutgoing(desk, claimed.id);
  const from = /<([^<>]+)>/.exec(outlets.mailFrom ?? "")?.[1] ?? outlets.mailFrom;
  return channel.deliver({
    id: claimed.id,
    number: claimed.number,
    from: from ?? creditor.email ?? "",
    to,
    bytes,
    mediaType,
  });
}

const COUNTED = {
  sent: "sent",
  failed: "failed",
  composed: "postponed",
  uncertain: "uncertain",
} as const;

/** Sends one message after the other until none is due. */
async function sendComposed(round: Round): Promise<void> {
  const { desk, counts } = round;
  while (round.signal?.aborted !== true) {
    const claimed = await claimInTurn(round);
    if (claimed === null) return;
    const outcome = await carry(round, claimed);
    const { id, attempts: attempt } = claimed;
    const recorded = await perform(desk, recordDelivery, { id, attempt, outcome });
    if (recorded.ok) counts[COUNTED[recorded.value.state]] += 1;
  }
}

/**
 * Delivers everything due of one creditor's outbox and says what happened. May run in several
 * workers at once, and may die at any point: each message leaves at most once by itself. A
 * channel's limit is per call, so the worker calls once a minute.
 */
export async function deliverDue(
  desk: Desk,
  outlets: Outlets,
  { lanes = 4, signal }: DeliverOptions = {},
): Promise<DeliveryCounts> {
  const counts = { composed: 0, sent: 0, failed: 0, postponed: 0, uncertain: 0 };
  const shared = { sentBy: new Map<string, number>(), bugs: [], turn: Promise.resolve() };
  const round: Round = { desk, outlets, signal, counts, ...shared };
  const stranded = await perform(desk, settleStranded, {});
  if (stranded.ok) counts.uncertain += stranded.value.length;
  await composeQueued(round);
  const ended = await Promise.allSettled(Array.from({ length: lanes }, () => sendComposed(round)));
  for (const lane of ended) if (lane.status === "rejected") round.bugs.push(lane.reason);
  if (round.bugs.length === 1) throw round.bugs[0];
  if (round.bugs.length > 1) throw new AggregateError(round.bugs, "delivery met several failures");
  return counts;
}
