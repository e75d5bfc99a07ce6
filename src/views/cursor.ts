/** Where a window of a list ended, as opaque text: the last row's sorting key and id. */
export type Mark = { readonly key: string; readonly id: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const cursorOf = ({ key, id }: Mark): string =>
  Buffer.from(JSON.stringify([key, id])).toString("base64url");

/** Null for a text that is no cursor of ours, or has another kind of key: the list begins anew. */
export function readCursor(text: string | undefined, key: RegExp): Mark | null {
  if (text === undefined) return null;
  try {
    const read = JSON.parse(Buffer.from(text, "base64url").toString()) as unknown;
    if (!Array.isArray(read)) return null;
    const [foundKey, id] = read as unknown[];
    if (typeof foundKey !== "string" || typeof id !== "string") return null;
    return key.test(foundKey) && UUID.test(id) ? { key: foundKey, id } : null;
  } catch {
    return null;
  }
}
