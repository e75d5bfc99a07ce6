/** Rows of contacts: the people at a customer. */
import type { ContactRow } from "../../domain/book/import-row.ts";
import { LANGUAGE_WORDS, ROLE_WORDS } from "./choices.ts";
import type { RowReader } from "./row-reader.ts";
import { readWhose } from "./whose.ts";

/** Reads one contact. Without a role a person is taken for the clerk who checks accounts. */
export function readContact(row: RowReader): ContactRow | null {
  const whose = readWhose(row);
  const name = row.needed("name", row.text("name"));
  if (whose === null || name === null) return null;
  return {
    line: row.line,
    ...whose,
    name,
    role: row.choice("role", ROLE_WORDS) ?? "clerk",
    email: readEmail(row),
    phone: row.text("phone"),
    language: row.choice("language", LANGUAGE_WORDS),
    source: row.text("source"),
  };
}

/** One address. It must look like one; whether it works shows when a letter is sent. */
function readEmail(row: RowReader): string | null | undefined {
  const text = row.text("email");
  if (text === null || text === undefined) return text;
  if (/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(text)) return text;
  return row.refuse("email", { code: "value_unknown", text, allowed: "name@example.com" });
}
