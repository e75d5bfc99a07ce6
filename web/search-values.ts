/** Reading values out of a URL: what is unknown falls away. */

export type Raw = Record<string, unknown>;

export const oneOf = <const Choice extends string>(value: unknown, choices: readonly Choice[]) =>
  choices.find((choice) => choice === value);

export const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== ""
    ? value
    : typeof value === "number"
      ? `${value}`
      : undefined;

export const day = (value: unknown): string | undefined =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

/** Leaves out what isn't set, so that URLs stay short. */
export function only<Search extends object>(
  search: Search,
): { [Key in keyof Search]?: NonNullable<Search[Key]> } {
  const set = Object.entries(search).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as { [Key in keyof Search]?: NonNullable<Search[Key]> };
}
