/** What every channel keeps to, whatever carries its messages. */
import { expect, test } from "vitest";
import type { Channel, OutgoingMessage } from "../../src/channels/channel.ts";
import type { MessageId } from "../../src/domain/values/ids.ts";

export const outgoing = (different: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: "0197a1b2-0000-7000-8000-000000000001" as MessageId,
  number: "20260401-00012",
  from: "ar@creditor.example",
  to: "wang@debtor.example",
  bytes: new TextEncoder().encode(
    "From: ar@creditor.example\r\nTo: wang@debtor.example\r\n\r\n.dot at a line's start\r\n",
  ),
  mediaType: "message/rfc822",
  ...different,
});

export type OpenedChannel = {
  readonly channel: Channel;
  /** The bytes that arrived at the other end, in order. */
  received(): Promise<readonly Uint8Array[]>;
  /** Makes the other end go away. */
  breakDown(): Promise<void>;
};

/** The conformance of a channel: `open` gives a fresh one whose other end can be looked at. */
export function conforms(open: () => Promise<OpenedChannel>): void {
  test("what arrives is what was composed, byte for byte", async () => {
    const { channel, received } = await open();
    expect(await channel.deliver(outgoing())).toMatchObject({ kind: "sent" });
    expect((await received()).map((bytes) => Buffer.from(bytes).toString())).toEqual([
      Buffer.from(outgoing().bytes).toString(),
    ]);
  });

  test("a letter of several megabytes arrives whole", async () => {
    const { channel, received } = await open();
    const line = `${"x".repeat(998)}\r\n`;
    const bytes = new TextEncoder().encode(line.repeat(5000));
    expect(await channel.deliver(outgoing({ bytes }))).toMatchObject({ kind: "sent" });
    const [arrived] = await received();
    expect(arrived && Buffer.from(arrived).equals(Buffer.from(bytes))).toBe(true);
  });

  test("a broken other end is an outcome, never an exception: it may be tried later", async () => {
    const { channel, breakDown } = await open();
    await breakDown();
    const outcome = await channel.deliver(outgoing());
    expect(outcome.kind).toBe("unavailable");
  });
}
