/** Uploads over HTTP: what is kept, how it is given back, and what is refused as hostile. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as contract from "../contract/attachment.ts";
import * as outcome from "../contract/outcome.ts";
import { sql } from "../store/sql.ts";

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const PDF = new TextEncoder().encode("%PDF-1.7\n1 0 obj");
const MAIL = new TextEncoder().encode("From: a@b.c\r\nTo: d@e.f\r\nSubject: x\r\n\r\nhi");

let server: TestServer;
let collector: Caller;
let customer: string;
beforeAll(async () => {
  server = await testServer();
  collector = server.as("collector");
  customer = server.book.customers[0] as string;
});
afterAll(() => server.close());

const form = (bytes: Uint8Array<ArrayBuffer>, name: string, type = "image/png") => {
  const body = new FormData();
  body.set("file", new File([bytes], name, { type }));
  return { params: { customer }, body };
};
const upload = (bytes: Uint8Array<ArrayBuffer>, name: string) =>
  collector.get(contract.attachDocument, form(bytes, name));
const kept = async () =>
  (
    await sql<{ n: number }>`select (select count(*) from document)::integer
          + (select count(*) from attachment)::integer as n`.execute(server.database.db)
  ).rows[0]?.n;

describe("what is kept", () => {
  test("a picture is given back byte for byte, shown by the browser, never guessed at", async () => {
    const file = await upload(PNG, "现场 照片.PNG");
    expect(file).toMatchObject({
      fileName: "现场 照片.png",
      mediaType: "image/png",
      sizeBytes: PNG.length,
      inline: true,
      subject: null,
      by: "collector",
      can: { discard: true },
    });
    const params = { attachment: file.id };
    const answer = await collector.raw(contract.attachmentFile, { params });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PNG);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(answer.headers.get("content-disposition")).toBe(
      `inline; filename*=UTF-8''${encodeURIComponent("现场 照片.png")}`,
    );
  });

  test("a mail is only ever saved", async () => {
    const file = await upload(MAIL, "回复.eml");
    const params = { attachment: file.id };
    const answer = await collector.raw(contract.attachmentFile, { params });
    expect(answer.headers.get("content-type")).toBe("message/rfc822");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
  });

  test("the same bytes are stored once, under each name that they came with", async () => {
    const before = await sql`select from document`.execute(server.database.db);
    await upload(PDF, "甲.pdf");
    await upload(PDF, "乙.pdf");
    const after = await sql`select from document`.execute(server.database.db);
    expect(after.rows.length).toBe(before.rows.length + 1);
    const all = await collector.get(contract.attachments, { params: { customer } });
    expect(all.map(({ fileName }) => fileName)).toEqual(
      expect.arrayContaining(["甲.pdf", "乙.pdf"]),
    );
  });
});

describe("what is refused, and leaves nothing behind", () => {
  const html = new TextEncoder().encode("<!doctype html><script>alert(1)</script>");
  const large = (megabytes: number) => {
    const bytes = new Uint8Array(megabytes * 1024 * 1024);
    bytes.set(PNG);
    return bytes;
  };
  test.each([
    ["a web page called a picture", html, "photo.png", 422, "attachment_type_unknown"],
    ["nothing", new Uint8Array(), "photo.png", 422, "attachment_empty"],
    ["21 MB", large(21), "photo.png", 413, "attachment_too_large"],
    ["27 MB", large(27), "photo.png", 413, "body_too_large"],
  ] as const)("%s", async (_, bytes, name, status, code) => {
    const before = await kept();
    const answer = await collector.raw(contract.attachDocument, form(bytes, name));
    expect([answer.status, (await problemOf(answer)).code]).toEqual([status, code]);
    expect(await kept()).toBe(before);
  });

  test("a field that is no file", async () => {
    const body = new FormData();
    body.set("file", "just text");
    const answer = await collector.raw(contract.attachDocument, { params: { customer }, body });
    expect([answer.status, (await problemOf(answer)).code]).toEqual([422, "input_invalid"]);
  });

  test("a path in the name stays out of it, and out of the headers", async () => {
    const file = await upload(PDF, '../../"etc\r\nSet-Cookie: x=1/合同.exe');
    expect(file.fileName).toBe("合同.exe.pdf");
    const answer = await collector.raw(contract.attachmentFile, {
      params: { attachment: file.id },
    });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("content-type")).toBe("application/pdf");
  });

  test("an upload for a customer that does not exist", async () => {
    const asked = { ...form(PNG, "x.png"), params: { customer: crypto.randomUUID() } };
    const answer = await collector.raw(contract.attachDocument, asked);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([404, "customer_not_found"]);
  });

  test("an upload by somebody who may only read", async () => {
    const answer = await server.as("auditor").raw(contract.attachDocument, form(PNG, "x.png"));
    expect(answer.status).toBe(403);
  });
});

describe("an upload joined to an entry", () => {
  const entry = (attachments: readonly string[]) => ({
    params: { customer },
    body: { channel: "call", outcome: "no_answer", attachments },
  });

  test("stays with it: joined twice or taken back it is refused", async () => {
    const one = await upload(PNG, "一.png");
    const two = await upload(PDF, "二.pdf");
    const { id } = await collector.get(outcome.logContact, entry([one.id, two.id]));
    const { entries } = await collector.get(outcome.contactEntries, { params: { customer } });
    const logged = entries.find((each) => each.id === id);
    expect(logged?.attachments.map(({ fileName }) => fileName)).toEqual(["一.png", "二.pdf"]);
    const again = await collector.raw(outcome.logContact, entry([one.id]));
    expect((await problemOf(again)).code).toBe("attachment_in_use");
    const params = { attachment: one.id };
    const back = await collector.raw(contract.discardAttachment, { params });
    expect((await problemOf(back)).code).toBe("attachment_in_use");
  });

  test("of a colleague is not found, nor one of another customer", async () => {
    const theirs = await server.as("senior_collector").get(contract.attachDocument, form(PNG, "a"));
    const refused = await collector.raw(outcome.logContact, entry([theirs.id]));
    expect((await problemOf(refused)).code).toBe("attachment_not_found");
    const elsewhere = await collector.get(contract.attachDocument, {
      ...form(PNG, "b"),
      params: { customer: server.book.customers[1] as string },
    });
    const missed = await collector.raw(outcome.logContact, entry([elsewhere.id]));
    expect((await problemOf(missed)).code).toBe("attachment_not_found");
  });

  test("an upload that nothing has is taken back by who uploaded it, once", async () => {
    const file = await upload(PDF, "错.pdf");
    const params = { attachment: file.id };
    const colleague = server.as("credit_manager");
    const refused = await colleague.raw(contract.discardAttachment, { params });
    expect((await problemOf(refused)).code).toBe("attachment_not_found");
    await collector.get(contract.discardAttachment, { params });
    const gone = await collector.raw(contract.attachmentFile, { params });
    expect(gone.status).toBe(404);
    const twice = await collector.raw(contract.discardAttachment, { params });
    expect(twice.status).toBe(404);
  });
});
