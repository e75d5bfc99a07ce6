/** Bytes of a text file as text: strict UTF-8, else GB18030, UTF-16 where its mark says so. */
import type { TableRefusal } from "../../domain/book/import-refusal.ts";
import { ok, type Result, refuse } from "../../domain/values/result.ts";

/** Control characters that no text has, tab and line ends aside. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * Reads a text file. The encoding is tried, not guessed: what is valid UTF-8 is UTF-8, since
 * Chinese text in GB18030 practically never is. What is neither is no text.
 */
export function decodeText(bytes: Uint8Array): Result<string, TableRefusal> {
  const text = tryEncodings(bytes);
  if (text === null || CONTROL.test(text)) return refuse({ code: "file_is_not_a_table" });
  return ok(text);
}

function tryEncodings(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes)) {
    const text = tryDecode(bytes, encoding);
    if (text !== null) return text;
  }
  return null;
}

function encodingsOf(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
