/** E-mail against a real SMTP server in process: taken, refused, slow, silent, cut off. */
import { createServer, type Server, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { conforms, type OpenedChannel, outgoing } from "../../test/kit/channel.ts";
import { emailChannel } from "./email.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Smtp = { readonly url: string; readonly taken: Buffer[]; close(): Promise<void> };

/** A server that takes everything, unless told otherwise. */
async function smtpServer(options: SMTPServerOptions = {}): Promise<Smtp> {
  const taken: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        taken.push(Buffer.concat(pieces));
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const close = () => new Promise<void>((closed) => server.close(() => closed()));
  closers.push(close);
  return { url: `smtp://127.0.0.1:${port}`, taken, close };
}

/** A server of our own that speaks just enough to fail at the place a test asks for. */
async function brokenServer(talk: (line: string, socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    let left = "";
    socket.write("220 broken\r\n");
    socket.on("data", (piece) => {
      const lines = (left + piece.toString()).split("\r\n");
      left = lines.pop() ?? "";
      for (const line of lines) talk(line, socket);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((closed) => server.close(() => closed()));
  });
  const address = server.address();
  return `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

const answering =
  (answers: Readonly<Record<string, string>>, atDot: (socket: Socket) => void) =>
  (line: string, socket: Socket): void => {
    if (line === ".") {
      atDot(socket);
      return;
    }
    const verb = Object.keys(answers).find((known) => line.toUpperCase().startsWith(known));
    if (verb !== undefined) socket.write(`${answers[verb]}\r\n`);
  };

const FRIENDLY = {
  EHLO: "250 hello",
  "MAIL FROM": "250 ok",
  "RCPT TO": "250 ok",
  DATA: "354 go on",
} as const;

describe("as every channel", () =>
  conforms(async (): Promise<OpenedChannel> => {
    const smtp = await smtpServer();
    return {
      channel: emailChannel({ url: smtp.url }),
      received: async () => smtp.taken,
      breakDown: smtp.close,
    };
  }));

const outcomeAt = (url: string, patience = 5000) =>
  emailChannel({ url, patience }).deliver(outgoing());

test("an address that the server refuses is refused for good, with its words", async () => {
  const onRcptTo: SMTPServerOptions["onRcptTo"] = (_, __, done) =>
    done(Object.assign(new Error("no such user here"), { responseCode: 550 }));
  expect(await outcomeAt((await smtpServer({ onRcptTo })).url)).toMatchObject({
    kind: "refused",
    reason: expect.stringContaining("no such user here"),
  });
});

test("a mailbox that is busy may be tried later", async () => {
  const onRcptTo: SMTPServerOptions["onRcptTo"] = (_, __, done) =>
    done(Object.assign(new Error("greylisted"), { responseCode: 450 }));
  expect(await outcomeAt((await smtpServer({ onRcptTo })).url)).toMatchObject({
    kind: "unavailable",
  });
});

test("a wrong password or a sender that may not send fails no letter for good", async () => {
  const onAuth: SMTPServerOptions["onAuth"] = (_, __, done) => done(new Error("wrong password"));
  const locked = await smtpServer({ onAuth, authOptional: false, allowInsecureAuth: true });
  const url = locked.url.replace("//", "//ar:secret@");
  expect(await outcomeAt(url)).toMatchObject({ kind: "unavailable" });
  const onMailFrom: SMTPServerOptions["onMailFrom"] = (_, __, done) =>
    done(Object.assign(new Error("not your address"), { responseCode: 550 }));
  expect(await outcomeAt((await smtpServer({ onMailFrom })).url)).toMatchObject({
    kind: "unavailable",
  });
});

test("no address at all, or more than the server takes, is refused without asking", async () => {
  const { url } = await smtpServer({ size: 10 });
  const channel = emailChannel({ url });
  expect(await channel.deliver(outgoing())).toMatchObject({ kind: "refused" });
  const open = emailChannel({ url: (await smtpServer()).url });
  expect(await open.deliver(outgoing({ to: "" }))).toMatchObject({ kind: "refused" });
});

test("the content refused after DATA was not taken", async () => {
  const url = await brokenServer(answering(FRIENDLY, (socket) => socket.write("554 spam\r\n")));
  expect(await outcomeAt(url)).toMatchObject({ kind: "refused" });
  const busy = await brokenServer(answering(FRIENDLY, (socket) => socket.write("451 later\r\n")));
  expect(await outcomeAt(busy)).toMatchObject({ kind: "unavailable" });
});

test("cut off after the last line: nobody knows whether it was taken", async () => {
  const url = await brokenServer(answering(FRIENDLY, (socket) => socket.destroy()));
  expect(await outcomeAt(url)).toMatchObject({ kind: "uncertain" });
});

test("silence after the last line: nobody knows either", async () => {
  const url = await brokenServer(answering(FRIENDLY, () => undefined));
  expect(await outcomeAt(url, 300)).toMatchObject({ kind: "uncertain" });
});

test("cut off or silent before the letter went: it was not taken", async () => {
  const { DATA: _, ...untilData } = FRIENDLY;
  const silent = await brokenServer(answering(untilData, () => undefined));
  expect(await outcomeAt(silent, 300)).toMatchObject({ kind: "unavailable" });
  const cut = await brokenServer((line, socket) => {
    if (line.startsWith("MAIL")) socket.destroy();
    else socket.write("250 ok\r\n");
  });
  expect(await outcomeAt(cut)).toMatchObject({ kind: "unavailable" });
  expect(await outcomeAt("smtp://127.0.0.1:1")).toMatchObject({ kind: "unavailable" });
});

test("it holds to a limit only when it was given one", () => {
  expect(emailChannel({ url: "smtp://127.0.0.1" }).perMinute).toBeNull();
  expect(emailChannel({ url: "smtp://127.0.0.1", perMinute: 30 }).perMinute).toBe(30);
});
