/** Uploads: told by their bytes, named harmlessly, joined once by who uploaded them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UserId } from "../values/ids.ts";
import {
  isShownInline,
  judgeAttachment,
  judgeBinding,
  MOST_ATTACHMENT_BYTES,
} from "./attachment.ts";
import { ATTACHMENT_TYPES, attachmentName, sniffAttachment } from "./attachment-type.ts";

const bytesOf = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? [...part].map((letter) => letter.charCodeAt(0)) : part,
    ),
  );
const PNG = bytesOf([0x89], "PNG\r\n", [0x1a], "\n", [0, 0, 0, 13], "IHDR");
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const wide = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const MAIL =
  "From: a@b.example\r\nTo: c@d.example\r\nSubject: =?utf-8?B?5L2g?=\r\n folded\r\n\r\nhi";

describe("the type is told by the content", () => {
  test.each([
    ["image/jpeg", bytesOf([0xff, 0xd8, 0xff, 0xe0], "..JFIF")],
    ["image/png", PNG],
    ["image/gif", bytesOf("GIF89a....")],
    ["image/webp", bytesOf("RIFF", [1, 0, 0, 0], "WEBPVP8 ")],
    ["image/heic", bytesOf([0, 0, 0, 24], "ftypheic", [0, 0, 0, 0])],
    ["application/pdf", bytesOf("%PDF-1.7\n%....")],
    ["message/rfc822", bytesOf(MAIL)],
    ["application/vnd.ms-outlook", bytesOf(OLE, [0, 0], wide("__properties_version1.0"))],
  ] as const)("%s", (type, bytes) => expect(sniffAttachment(bytes)).toBe(type));

  test("Office documents by the parts in their package, and never with macros", () => {
    const parts = (...names: string[]) => bytesOf("PK\x03\x04....[Content_Types].xml", ...names);
    const office = (kind: string) => `application/vnd.openxmlformats-officedocument.${kind}`;
    expect(sniffAttachment(parts("word/document.xml"))).toBe(office("wordprocessingml.document"));
    expect(sniffAttachment(parts("xl/workbook.xml"))).toBe(office("spreadsheetml.sheet"));
    expect(sniffAttachment(parts("xl/workbook.xml", "xl/vbaProject.bin"))).toBeNull();
    expect(sniffAttachment(parts("ppt/presentation.xml"))).toBeNull();
    expect(sniffAttachment(bytesOf("PK\x03\x04....word/document.xml"))).toBeNull();
  });

  test.each([
    ["a web page", "<!doctype html><script>alert(1)</script>"],
    ["a drawing with a script", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"],
    ["a web page behind a comment", "<!-- %PDF-1.7 --><html></html>"],
    ["a page that starts like a mail", "From: x\n<html><script>alert(1)</script>"],
    ["a program", "MZ\x90\x00\x03"],
    ["a shell script", "#!/bin/sh\nrm -rf /"],
    ["a film", "\x00\x00\x00\x18ftypisom"],
    ["an old Word file", String.fromCharCode(...OLE)],
    ["a text", "合同"],
  ])("%s is none of them", (_, text) => {
    expect(sniffAttachment(new TextEncoder().encode(text))).toBeNull();
    expect(sniffAttachment(bytesOf(text.replaceAll(/[^\0-\xff]/g, "?")))).toBeNull();
  });

  test("any bytes have a type or none, and are never thrown at", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const type = sniffAttachment(bytes);
        expect(type === null || ATTACHMENT_TYPES.includes(type)).toBe(true);
      }),
    );
  });
});

describe("the name", () => {
  test.each([
    ["../../etc/passwd", "image/png", "passwd.png"],
    ["C:\\scans\\函.PDF", "application/pdf", "函.pdf"],
    ["contract.html", "image/png", "contract.html.png"],
    ["photo.jpeg", "image/jpeg", "photo.jpeg"],
    ["invoice\u202Efdp.exe", "application/pdf", "invoicefdp.exe.pdf"],
    ['a"b\r\nX: y.png', "image/png", "abX y.png"],
    [".htaccess", "image/png", "htaccess.png"],
    ["", "application/pdf", "file.pdf"],
    ["照片", "image/heic", "照片.heic"],
  ] as const)("%j as %s is kept as %s", (given, type, kept) =>
    expect(attachmentName(given, type)).toBe(kept),
  );

  test("has no path, no control characters, and ends as its type does", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...ATTACHMENT_TYPES), (given, type) => {
        const name = attachmentName(given, type);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(name).toMatch(/^[^\u0000-\u001f/\\"]+\.[a-z0-9]+$/);
        expect([...name].length).toBeLessThanOrEqual(125);
      }),
    );
  });
});

describe("an upload", () => {
  test("is a picture of at most 20 MB that is not empty", () => {
    expect(judgeAttachment(PNG, "现场.png")).toEqual({
      ok: true,
      value: { mediaType: "image/png", fileName: "现场.png" },
    });
    const large = new Uint8Array(MOST_ATTACHMENT_BYTES + 1);
    large.set(PNG);
    expect(judgeAttachment(large, "x.png")).toEqual({
      ok: false,
      refusal: { code: "attachment_too_large", megabytes: 20 },
    });
    expect(judgeAttachment(large.subarray(0, MOST_ATTACHMENT_BYTES), "x.png").ok).toBe(true);
    expect(judgeAttachment(new Uint8Array(), "x.png")).toMatchObject({
      refusal: { code: "attachment_empty" },
    });
    expect(judgeAttachment(bytesOf("<html>"), "x.png")).toMatchObject({
      refusal: { code: "attachment_type_unknown" },
    });
  });

  test("is shown by a browser only as a picture or a PDF", () => {
    expect(ATTACHMENT_TYPES.filter(isShownInline)).toEqual([
      "image/jpeg",
      "image/png",
      "image/gif",
      "image/webp",
      "application/pdf",
    ]);
  });
});

describe("joining an upload to an entry", () => {
  const user = "u1" as UserId;
  const own = { by: "李", byId: user, subject: null };

  test("is for who uploaded it, known by account and else by name", () => {
    expect(judgeBinding(own, { name: "李", user }).ok).toBe(true);
    expect(judgeBinding(own, { name: "李", user: "u2" as UserId })).toMatchObject({
      refusal: { code: "attachment_not_found" },
    });
    expect(judgeBinding({ ...own, byId: null }, { name: "李", user: null }).ok).toBe(true);
    expect(judgeBinding({ ...own, byId: null }, { name: "王", user: null }).ok).toBe(false);
    expect(judgeBinding(undefined, { name: "李", user })).toMatchObject({
      refusal: { code: "attachment_not_found" },
    });
  });

  test("happens once", () => {
    expect(judgeBinding({ ...own, subject: "visit" }, { name: "李", user })).toMatchObject({
      refusal: { code: "attachment_in_use" },
    });
  });
});
