/** PDF: searchable, the words of the mail, the same bytes twice, several pages, no gaps. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { letterFacts, letterItem } from "../../test/kit/letters.ts";
import type { LetterFacts } from "../domain/book/letter.ts";
import { textsOf } from "./document.ts";
import { composeLetter } from "./letter.ts";
import { printLetter } from "./pdf.ts";

const folder = mkdtempSync(join(tmpdir(), "letters-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What poppler, another program than the one that wrote it, reads in the file. */
function read(pdf: Uint8Array, tool: "pdftotext" | "pdfinfo" | "pdffonts"): string {
  const file = join(folder, "letter.pdf");
  writeFileSync(file, pdf);
  return execFileSync(tool, tool === "pdftotext" ? [file, "-"] : [file], { encoding: "utf8" });
}

async function printed(facts: LetterFacts): Promise<Uint8Array> {
  const pdf = await printLetter(composeLetter(facts));
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.refusal));
  return pdf.value;
}

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => letterItem(`FP-${1000 + at}`, 1 + at, `${at + 1}.50`));
const pagesOf = (pdf: Uint8Array) => Number(/Pages:\s+(\d+)/.exec(read(pdf, "pdfinfo"))?.[1]);
const characters = (text: string) => [...text.replace(/\s+/g, "")].sort().join("");

describe.each(["zh", "en"] as const)("%s", (language) => {
  const facts = letterFacts({ language, template: "invoice-copy", payBy: null });

  test("holds exactly the words of the letter, besides the page number", async () => {
    const pdf = await printed(facts);
    expect(pagesOf(pdf)).toBe(1);
    const words = composeLetter(facts).blocks.flatMap(textsOf).join("");
    const footer = language === "zh" ? "第1页共1页" : "Page1of1";
    expect(characters(read(pdf, "pdftotext"))).toBe(characters(words + footer));
  });

  test("120 items run over several pages, each with its count and the letter's number", async () => {
    const pdf = await printed(letterFacts({ language, items: many(120) }));
    const text = read(pdf, "pdftotext");
    const pages = text.split("\f").filter((page) => page.trim() !== "");
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const [at, page] of pages.entries()) {
      const counted = language === "zh" ? `第${at + 1}页` : `Page${at + 1}of`;
      expect(page.replace(/\s+/g, "")).toContain(counted);
      expect(page).toContain("CK-2026-000123");
    }
    for (const { number } of many(120)) expect(text).toContain(number);
  });
});

test("the same letter is the same file, and no font of the machine gets into it", async () => {
  const facts = letterFacts();
  const [first, second] = [await printed(facts), await printed(facts)];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  const fonts = read(first, "pdffonts")
    .split("\n")
    .slice(2)
    .filter((line) => line !== "");
  expect(fonts.every((line) => line.includes("NotoSerifSC"))).toBe(true);
});

test("its title is the subject and its day the letter's", async () => {
  const facts = letterFacts();
  const told = read(await printed(facts), "pdfinfo");
  expect(told).toContain(composeLetter(facts).subject);
  expect(told).toMatch(/CreationDate:\s+Wed Apr\s+1 12:00:00 2026/);
});

test("an amount over a billion and a very long number stay in the table", async () => {
  const long = "ORDER/2026/04/0000000001-ABCDEFGHIJKLMNOP";
  const facts = letterFacts({ items: [letterItem(long, 3, "12345678901.23")] });
  const text = read(await printed(facts), "pdftotext").replace(/[\s\u200b]/g, "");
  expect(text).toContain(long);
  expect(text).toContain("12,345,678,901.23");
});

test("a character that the font lacks is refused by name, and the thread goes on", async () => {
  const facts = letterFacts();
  const customer = { ...facts.customer, name: "上海𠮷野有限公司" };
  expect(await printLetter(composeLetter({ ...facts, customer }))).toEqual({
    ok: false,
    refusal: { code: "character_not_printable", character: "𠮷", codePoint: "U+20BB7" },
  });
  expect((await printed(facts)).length).toBeGreaterThan(10_000);
});

test("typst's own mark-up in a name is only text", async () => {
  const facts = letterFacts();
  const customer = { ...facts.customer, name: '#panic("x") *A* _b_ $c$ <d> @e \\f' };
  const text = read(await printed({ ...facts, customer }), "pdftotext");
  expect(text).toContain('#panic("x") *A* _b_ $c$ <d> @e \\f');
});
