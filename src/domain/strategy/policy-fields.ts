/** Reading a policy's fields: every fault is noted with its path, so that all are told at once. */
import { findCurrency, isPositive, type Money, parseMoney } from "../values/money.ts";
import type { FaultReason, PolicyFault, Words } from "./policy.ts";

type Facts = Pick<PolicyFault, "found" | "allowed">;

/** Where we are in the file, and the faults found so far. */
export type Place = { readonly path: string; readonly faults: PolicyFault[] };
export type Mapping = { readonly at: Place; readonly fields: Readonly<Record<string, unknown>> };

export function fault({ path, faults }: Place, reason: FaultReason, facts: Facts = {}): void {
  faults.push({ path, reason, line: null, ...facts });
}

export const within = ({ path, faults }: Place, name: string): Place => ({
  path: path === "" || name.startsWith("[") ? `${path}${name}` : `${path}.${name}`,
  faults,
});

const isRecord = (input: unknown): input is Record<string, unknown> =>
  typeof input === "object" && input !== null && !Array.isArray(input);

/** A mapping with these fields; others are noted, since a misspelt field would do nothing. */
export function mappingOf(input: unknown, at: Place, known: readonly string[] | null): Mapping {
  if (!isRecord(input)) {
    fault(at, isAbsent(input) ? "missing" : "not_a_mapping");
    return { at, fields: {} };
  }
  for (const name of Object.keys(input)) {
    if (known !== null && !known.includes(name)) {
      fault(within(at, name), "unknown_field", { allowed: known });
    }
  }
  return { at, fields: input };
}

/** YAML gives an empty field as an empty text. */
export const isAbsent = (input: unknown): boolean =>
  input === undefined || input === null || input === "";

/** A field and its place. */
export function fieldOf({ at, fields }: Mapping, name: string): [unknown, Place] {
  return [Object.hasOwn(fields, name) ? fields[name] : undefined, within(at, name)];
}

/** The members of a list with their places; an absent list is empty. */
export function membersOf(mapping: Mapping, name: string): [unknown, Place][] {
  const [input, at] = fieldOf(mapping, name);
  if (isAbsent(input)) return [];
  if (Array.isArray(input)) return input.map((member, index) => [member, within(at, `[${index}]`)]);
  fault(at, "not_a_list");
  return [];
}

/** A text that must be there. */
export function textOf(mapping: Mapping, name: string): string {
  const [input, at] = fieldOf(mapping, name);
  if (typeof input === "string" && input.trim() !== "") return input.trim();
  fault(at, isAbsent(input) ? "missing" : "not_a_text");
  return "";
}

/** A name for the machine: small letters, digits and hyphens. */
export function keyOf(mapping: Mapping): string {
  const key = textOf(mapping, "key");
  const [, at] = fieldOf(mapping, "key");
  if (key !== "" && !/^[a-z0-9][a-z0-9-]{0,59}$/.test(key)) {
    fault(at, "key_malformed", { found: key });
  }
  return key;
}

export function wordsOf(mapping: Mapping, name: string): Words {
  const [input, at] = fieldOf(mapping, name);
  const words = mappingOf(input, at, ["zh", "en"]);
  return isRecord(input) ? { zh: textOf(words, "zh"), en: textOf(words, "en") } : NO_WORDS;
}

const NO_WORDS: Words = { zh: "", en: "" };

/** One of a list of words, or null when absent. */
export function choiceOf<Choice extends string>(
  input: unknown,
  at: Place,
  allowed: readonly Choice[],
): Choice | null {
  if (isAbsent(input)) return null;
  const found = allowed.find((choice) => choice === input);
  if (found === undefined) fault(at, "unknown_value", { found: String(input), allowed });
  return found ?? null;
}

/** One of a list of words that must be given, or `otherwise` when there is such a thing. */
export function oneOf<Choice extends string>(
  mapping: Mapping,
  name: string,
  allowed: readonly [Choice, ...Choice[]],
  otherwise?: Choice,
): Choice {
  const [input, at] = fieldOf(mapping, name);
  if (isAbsent(input) && otherwise === undefined) fault(at, "missing", { allowed });
  return choiceOf(input, at, allowed) ?? otherwise ?? allowed[0];
}

/** A whole number in `[least, most]`; text of digits or a number, never a fraction. */
export function wholeOf(input: unknown, at: Place, least: number, most: number): number {
  const text = typeof input === "number" ? String(input) : input;
  if (typeof text !== "string" || !/^[+-]?\d{1,6}$/.test(text)) {
    fault(at, isAbsent(input) ? "missing" : "not_a_whole_number");
    return least;
  }
  const found = Number(text);
  if (found < least || found > most) {
    fault(at, "out_of_range", { found: text, allowed: [`${least}…${most}`] });
  }
  return found;
}

/** As `wholeOf`, with a value for an absent field. */
export function wholeOr(
  mapping: Mapping,
  name: string,
  otherwise: number,
  [least, most]: readonly [number, number],
): number {
  const [input, at] = fieldOf(mapping, name);
  return isAbsent(input) ? otherwise : wholeOf(input, at, least, most);
}

/** Amounts by currency: `{ CNY: 100000.00 }`, one positive amount each, written as text. */
export function amountsOf(input: unknown, at: Place): Money[] {
  if (isAbsent(input)) return [];
  const { fields } = mappingOf(input, at, null);
  return Object.entries(fields).flatMap(([code, amount]) => {
    const place = within(at, code);
    if (findCurrency(code) === null) {
      fault(place, "currency_unknown", { found: code });
      return [];
    }
    const parsed = typeof amount === "string" ? parseMoney(amount, code) : null;
    if (parsed?.ok && isPositive(parsed.value)) return [parsed.value];
    fault(place, "amount_invalid", { found: String(amount) });
    return [];
  });
}
