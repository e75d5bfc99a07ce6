/** Looks at a file once for all formats: what kind of bytes, which encoding, which text. */
import type { Currency } from "../../domain/values/money.ts";
import type { SniffedFile, StatementMap, TextEncoding } from "./format.ts";

const HEAD_LENGTH = 4000;

export type Circumstances = {
  readonly fileName: string;
  readonly map: StatementMap | null;
  readonly homeCurrency: Currency;
};

/** Decodes and describes; formats decide by what is found here. */
export function sniffedFile(bytes: Uint8Array, circumstances: Circumstances): SniffedFile {
  const kind = kindOf(bytes);
  const { text, encoding } = kind === "text" ? decode(bytes) : NO_TEXT;
  return { bytes, kind, text, encoding, head: text.slice(0, HEAD_LENGTH), ...circumstances };
}

const NO_TEXT = { text: "", encoding: "latin1" } as const;

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

function kindOf(bytes: Uint8Array): SniffedFile["kind"] {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return "zip";
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "ole";
  return "text";
}

/**
 * Encodings are tried in order, not guessed: UTF-16 where its mark says so, strict UTF-8, strict
 * GB18030, at last Latin-1, in which every byte is a character. Formats for which that would be
 * wrong refuse `latin1` themselves.
 */
function decode(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  for (const [label, encoding] of encodingsOf(bytes)) {
    const text = tryDecode(bytes, label);
    if (text !== null) return { text, encoding };
  }
  return { text: new TextDecoder("latin1").decode(bytes), encoding: "latin1" };
}

function encodingsOf(bytes: Uint8Array): readonly (readonly [string, TextEncoding])[] {
  if (startsWith(bytes, 0xff, 0xfe)) return [["utf-16le", "utf-16"]];
  if (startsWith(bytes, 0xfe, 0xff)) return [["utf-16be", "utf-16"]];
  return [
    ["utf-8", "utf-8"],
    ["gb18030", "gb18030"],
  ];
}

/** The text of bytes in an encoding that Node knows, or null where they don't fit. */
export function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
