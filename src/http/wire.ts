/** From the house's values to JSON: money as decimal text, nothing that a reader could misread. */
import type { WireMoney } from "../contract/scalars.ts";
import { amountText, isCurrency, type Money, money } from "../domain/values/money.ts";

/** What a route may give where the contract says `Wire`: the house's own money and brands too. */
export type Sent<Wire> = unknown extends Wire
  ? unknown
  : Wire extends WireMoney
    ? WireMoney | Money
    : Wire extends readonly (infer Part)[]
      ? readonly Sent<Part>[]
      : Wire extends object
        ? { readonly [Key in keyof Wire]: Sent<Wire[Key]> }
        : Wire;

const isMoney = (value: object): value is Money =>
  "minor" in value &&
  typeof value.minor === "bigint" &&
  "currency" in value &&
  typeof value.currency === "string" &&
  isCurrency(value.currency);

function forWire(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null || !isMoney(value)) return value;
  return { amount: amountText(money(value.minor, value.currency)), currency: value.currency };
}

/** JSON text; an amount never becomes a JSON number. */
export const wireText = (value: unknown): string => JSON.stringify(value, forWire);
