/** The word for a code from the server. */

/** A code that came later than these words is shown as it is, with its underscores opened. */
export const named = (names: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(names, code) ? (names[code] ?? code) : code.replaceAll("_", " ");
