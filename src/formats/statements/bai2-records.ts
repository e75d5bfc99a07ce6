/** The lines of a BAI2 file as records: continued ones joined, several on one line cut apart. */

export type Bai2Record = {
  readonly code: string;
  readonly line: number;
  /** What stands behind the code; a field that begins a continuation starts with a line end. */
  readonly fields: readonly string[];
};

const CODES = new Set(["01", "02", "03", "16", "49", "98", "99"]);

/** Some banks fill blocks of 80 characters, so that a record begins behind another one's end. */
const INNER_RECORD =
  /\/[ \t]+(?=02,[^,]*,[^,]*,[1-4],|03,[^,]*,(?:[A-Z]{3})?,|16,\d{3},\d+,|(?:49|98),[+-]?\d+,)/g;

/**
 * The records of a file, or the line at which one begins with no code that BAI2 knows. A line that
 * begins with no code at all is the rest of a text that the bank broke.
 */
export function bai2Records(text: string): readonly Bai2Record[] | { readonly wrongLine: number } {
  const records: Growing[] = [];
  for (const [index, content] of text.split(/\r\n?|\n/).entries()) {
    const pieces = content.replace(INNER_RECORD, "/\n").split("\n");
    const taken = pieces.every((piece) => takePiece(records, piece, index + 1));
    if (!taken) return { wrongLine: index + 1 };
  }
  return records;
}

type Growing = { code: string; line: number; fields: string[] };

/** Begins a record or lengthens the last one; false where it can do neither. */
function takePiece(records: Growing[], piece: string, line: number): boolean {
  if (piece.trim() === "") return true;
  const [, code = null, rest = ""] = /^\s*(\d\d),(.*)$/.exec(piece) ?? [];
  if (code !== null && CODES.has(code)) {
    records.push({ code, line, fields: fieldsOf(rest) });
    return true;
  }
  const last = records.at(-1);
  if (last === undefined || (code !== null && code !== "88")) return false;
  for (const field of fieldsOf(code === null ? piece : rest, "\n")) last.fields.push(field);
  return true;
}

const fieldsOf = (text: string, before = ""): string[] =>
  (before + text.trimEnd().replace(/\/$/, "")).split(",");
