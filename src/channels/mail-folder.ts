/** A folder instead of a mail server: each message becomes a file that a person can open. */
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { DeliveryOutcome } from "../domain/desk/delivery.ts";
import type { Channel, OutgoingMessage } from "./channel.ts";

const EXTENSIONS: Readonly<Record<string, string>> = {
  "message/rfc822": "eml",
  "application/pdf": "pdf",
};

/** Number and id: readable, and the same message always has the same name. */
export function fileNameOf({ number, id, mediaType }: OutgoingMessage): string {
  const readable = number.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 60);
  return `${readable}-${id}.${EXTENSIONS[mediaType] ?? "bin"}`;
}

async function writeWhole(folder: string, message: OutgoingMessage): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = fileNameOf(message);
  const unfinished = join(folder, `.${name}.part`);
  const file = await open(unfinished, "w");
  try {
    await file.writeFile(message.bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, name));
  return name;
}

/**
 * Puts `.eml` files (and printable letters as `.pdf`) into `folder`, which is made when missing. A
 * file is there whole or not at all, and a message put there twice is one file.
 */
export function mailFolder(folder: string, name = "mail-folder"): Channel {
  return {
    name,
    perMinute: null,
    async deliver(message): Promise<DeliveryOutcome> {
      try {
        return { kind: "sent", providerId: await writeWhole(folder, message) };
      } catch (error) {
        return { kind: "unavailable", reason: `${folder}: ${String(error)}` };
      }
    },
  };
}
