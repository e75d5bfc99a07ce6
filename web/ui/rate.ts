/** A rate in percent as people type it, and as the wire has it: parts per 10⁹, always text. */

/** One percent in parts per 10⁹ has seven zeros, so seven decimals of a percent are exact. */
const DECIMALS = 7;

/** "500000" → "0.05". */
export function percentText(partsPerBillion: string): string {
  const digits = partsPerBillion.padStart(DECIMALS + 1, "0");
  const whole = digits.slice(0, -DECIMALS);
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** "0.05" → "500000"; null when it isn't a percentage the wire can hold. */
export function partsPerBillion(percent: string): string | null {
  const match = /^(\d{1,5})(?:\.(\d{0,7}))?$/.exec(percent.normalize("NFKC").trim());
  if (match === null) return null;
  const text = `${match[1]}${(match[2] ?? "").padEnd(DECIMALS, "0")}`.replace(/^0+(?=\d)/, "");
  return text;
}
