/** Texts of statements: parts joined, fillers that banks write for "nothing" left out. */

/** Remarks are kept whole up to this; longer ones come from batches and say nothing more. */
const LONGEST = 2000;

/** Different parts in their order, joined by one blank; null where nothing was written. */
export function joined(parts: readonly (string | null | undefined)[]): string | null {
  const told: string[] = [];
  for (const part of parts) {
    const text = (part ?? "").replace(/\s+/g, " ").trim();
    if (text !== "" && !told.includes(text)) told.push(text);
  }
  return told.join(" ").slice(0, LONGEST).trim() || null;
}

const FILLER = /^(?:0+|N|NONREF|NOREF|NOTPROVIDED|NOT PROVIDED|UNKNOWN|N\/?A|NONE|NULL|-+|\.+)$/i;

/** A reference, null where a filler such as `NONREF` or `000000000` stands for none. */
export function reference(text: string | null | undefined): string | null {
  const clean = (text ?? "").replace(/\s+/g, " ").trim();
  return clean === "" || FILLER.test(clean) ? null : clean;
}

/** An account as it is compared: digits and letters only; null where nothing is left. */
export const accountOf = (text: string | null | undefined): string | null =>
  (text ?? "").replace(/[^\p{L}\p{N}]/gu, "") || null;
