/** Bytes of a file as a table, by what the bytes are and not by what the file is called. */
import type { TableRefusal } from "../../domain/book/import-refusal.ts";
import { type Result, refuse } from "../../domain/values/result.ts";
import { readCsv } from "./csv.ts";
import type { Table } from "./table.ts";
import { decodeText } from "./text.ts";
import { readXlsx } from "./xlsx.ts";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Reads an XLSX workbook or a text table; everything else is refused with what it is. */
export async function readTable(
  bytes: Uint8Array,
  options: { readonly sheet?: string | undefined } = {},
): Promise<Result<Table, TableRefusal>> {
  if (bytes.length === 0) return refuse({ code: "file_empty" });
  if (startsWith(bytes, ZIP)) return readXlsx(bytes, options.sheet);
  if (startsWith(bytes, COMPOUND)) return refuse({ code: compoundKind(bytes) });
  const text = decodeText(bytes);
  if (!text.ok) return text;
  if (text.value.trim() === "") return refuse({ code: "file_empty" });
  if (/^\s*(<!doctype html|<html|<table|<\?xml)/i.test(text.value)) {
    return refuse({ code: "file_is_web_page" });
  }
  return readCsv(text.value);
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** Encrypted workbooks and the old .xls share a container; its directory names what is inside. */
function compoundKind(bytes: Uint8Array): "file_has_password" | "file_is_old_excel" {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encrypted = buffer.includes(Buffer.from("EncryptedPackage", "utf16le"));
  return encrypted ? "file_has_password" : "file_is_old_excel";
}
