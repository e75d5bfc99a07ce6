/** What a channel is: it carries a finished message and says what became of it. */
import type { DeliveryOutcome } from "../domain/desk/delivery.ts";
import type { MessageId } from "../domain/values/ids.ts";

/** A finished message. A channel adds nothing to it and chooses nothing. */
export type OutgoingMessage = {
  readonly id: MessageId;
  /** The letter's number: what its file is called where it becomes a file. */
  readonly number: string;
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
};

/**
 * A channel answers every message with an outcome and never throws: whether a message was taken
 * is the one thing that only the channel can know.
 */
export type Channel = {
  readonly name: string;
  /** The most messages it takes in a minute; null: as many as come. */
  readonly perMinute: number | null;
  deliver(message: OutgoingMessage): Promise<DeliveryOutcome>;
};
