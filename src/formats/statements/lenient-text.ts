/** Text of formats whose figures are plain ASCII, whatever the encoding of the names in them. */
import type { SniffedFile } from "./format.ts";
import { tryDecode } from "./sniff.ts";

/**
 * Bytes that are no UTF-8 are Chinese where whole Chinese words come out, else Central or Western
 * European. Figures and days are the same in each, so that at worst a name looks odd.
 */
export function lenientText({ bytes, text, encoding }: SniffedFile): string {
  if (encoding === "utf-8" || encoding === "utf-16") return text;
  if (encoding === "gb18030" && /\p{Script=Han}{3}/u.test(text)) return text;
  const central = /(?:PLN|CZK|HUF|RON)\d/.test(text);
  return tryDecode(bytes, central ? "windows-1250" : "windows-1252") ?? text;
}
