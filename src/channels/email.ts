/** E-mail by SMTP: one message a connection, and an exact answer to whether it was taken. */
import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { DeliveryOutcome } from "../domain/desk/delivery.ts";
import type { Channel, OutgoingMessage } from "./channel.ts";

export type EmailOptions = {
  /** `smtps://user:password@host:465`; what nodemailer takes in the query is taken here too. */
  readonly url: string;
  readonly perMinute?: number;
  /** Milliseconds of silence after which the server counts as gone. */
  readonly patience?: number;
};

type SmtpError = Error & {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
};

/** How far an attempt came: once the last line is out, silence proves nothing any more. */
type Progress = { stage: "connecting" | "talking" | "handed_over" };

const PIECE = 64 * 1024;

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** A stream that tells when the connection has taken all of it. */
function watched(bytes: Uint8Array, progress: Progress): Readable {
  const stream = Readable.from(piecesOf(bytes), { highWaterMark: 1 });
  stream.once("end", () => {
    progress.stage = "handed_over";
  });
  return stream;
}

/** Refused before the server was asked: no address at all, or larger than the server takes. */
const UNSENDABLE: ReadonlySet<string> = new Set(["EENVELOPE", "EMESSAGE"]);

/**
 * What an error means. The server's own word counts first: 5xx is for ever, 4xx is for now. But
 * 5xx to our connecting, signing in or sender speaks of our settings, and fails no letter.
 */
function outcomeOf(error: SmtpError, { stage }: Progress): DeliveryOutcome {
  const { message: reason, responseCode = 0, code = "", command = "" } = error;
  const ours = stage === "connecting" || command === "MAIL FROM";
  if (responseCode >= 500 && !ours) return { kind: "refused", reason };
  if (responseCode === 0 && stage === "talking" && UNSENDABLE.has(code)) {
    return { kind: "refused", reason };
  }
  if (responseCode >= 400 || stage !== "handed_over") return { kind: "unavailable", reason };
  return { kind: "uncertain", reason };
}

type Options = ReturnType<typeof parseConnectionUrl>;

const connected = (connection: SMTPConnection, options: Options): Promise<void> =>
  new Promise((resolve, reject) => {
    connection.once("error", reject);
    connection.connect((error) => {
      if (error) return reject(error);
      const { auth } = options;
      if (auth === undefined || !auth.user) return resolve();
      connection.login(auth, (refused) => (refused ? reject(refused) : resolve()));
    });
  });

const handedOver = (
  connection: SMTPConnection,
  message: OutgoingMessage,
  progress: Progress,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const envelope = { from: message.from, to: [message.to], size: message.bytes.length };
    const stream = watched(message.bytes, progress);
    connection.once("error", reject);
    connection.send(envelope, stream, (error, taken) => {
      if (error) return reject(error);
      resolve(taken?.response ?? "");
    });
  });

/** Delivers by the mail server at `url`. */
export function emailChannel({ url, perMinute, patience = 60_000 }: EmailOptions): Channel {
  const options = parseConnectionUrl(url);
  const timeouts = {
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  };
  return {
    name: "email",
    perMinute: perMinute ?? null,
    async deliver(message): Promise<DeliveryOutcome> {
      const progress: Progress = { stage: "connecting" };
      const connection = new SMTPConnection({ ...options, ...timeouts });
      try {
        await connected(connection, options);
        progress.stage = "talking";
        const providerId = await handedOver(connection, message, progress);
        return { kind: "sent", providerId };
      } catch (error) {
        return outcomeOf(error as SmtpError, progress);
      } finally {
        connection.on("error", () => undefined);
        connection.close();
      }
    },
  };
}
