/** Numbers on invoices, and how payers write them: whole, spoilt, run together, in ranges. */

import type { SetInvoice } from "../../scripts/bench/cash-set.ts";
import type { Chance } from "../../src/demo/chance.ts";

const padded = (count: number, width: number): string => String(count).padStart(width, "0");

/** How a seller numbers: by the day's text and a running count. */
export const SERIES: Readonly<Record<string, (day: string, count: number) => string>> = {
  dashed: (day, count) => `INV-${day.slice(0, 4)}-${padded(count, 6)}`,
  short: (day, count) => `FP${day.slice(2, 4)}${padded(count, 4)}`,
  order: (_day, count) => `SO-${7000 + Math.floor(count / 3)}/${(count % 3) + 1}`,
  eight: (_day, count) => padded(26_100_000 + count, 8),
  lower: (day, count) => `inv-${day.slice(2, 4)}-${count}`,
  chinese: (day, count) => `苏销${day.slice(0, 4)}第${padded(count, 4)}号`,
  dated: (day, count) => `XS${day.replaceAll("-", "")}-${padded(count % 1000, 3)}`,
  electronic: (day, count) => `${day.slice(2, 4)}31${padded(0, 6)}${padded(1_027_391 * count, 10)}`,
};

export const taxNumber = (chance: Chance, day: string): string =>
  `${day.slice(2, 4)}${chance.pick(["3200", "4400", "3300", "3700"])}${padded(0, 6)}${padded(
    chance.integer(1, 99_999_999),
    8,
  )}`;

export const orderNumber = (chance: Chance, day: string): string =>
  chance.pick([
    `PO${chance.integer(1000, 9999)}-${padded(chance.integer(0, 999), 3)}`,
    `45000${padded(chance.integer(0, 99_999), 5)}`,
    `CG-${day.slice(2).replaceAll("-", "")}-${chance.integer(1, 9)}`,
  ]);

/** Which of the invoice's numbers the payer has before him: mostly ours. */
export function numberWritten(chance: Chance, invoice: SetInvoice): string {
  const others = [invoice.fapiao, invoice.po, invoice.contract].filter((one) => one !== undefined);
  return others.length > 0 && chance.happens(30) ? chance.pick(others) : invoice.number;
}

const FULL = (text: string): string =>
  text.replace(/[0-9A-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** The last run of digits, where the count stands. */
const tailOf = (number: string): string => (number.match(/\d+/g) ?? [""]).at(-1) ?? "";

/** Spoils a number as people do; null where this way leaves it as it was or says nothing. */
function spoil(chance: Chance, number: string): string {
  const tail = tailOf(number);
  const at = chance.integer(0, Math.max(0, tail.length - 2));
  const swapped = [...tail];
  swapped.splice(at, 2, tail[at + 1] ?? "", tail[at] ?? "");
  const ways = [
    number.replaceAll("0", "O").replace("1", "l"),
    FULL(number),
    number.replaceAll(/[-/]/g, " "),
    number.replaceAll(/[-/]/g, ""),
    number.slice(0, -1),
    number.replace(tail, swapped.join("")),
    tail.replace(/^0+/, ""),
    tail,
    number.replace(tail, tail.replace(/^0+/, "")),
    number.toLowerCase(),
    number.replace(/^[A-Za-z]+-?/, ""),
    `${number.slice(0, 4)} ${number.slice(4)}`,
  ];
  return chance.pick(ways);
}

/** A spoilt number of at least three digits that differs from the right one. */
export function spoilt(chance: Chance, number: string): string {
  for (let tries = 0; tries < 20; tries += 1) {
    const text = spoil(chance, number);
    if (text !== number && (text.match(/\d/g)?.length ?? 0) >= 3) return text;
  }
  return number.toLowerCase();
}

const amountText = (minor: number): string =>
  `${Math.floor(minor / 100)}.${padded(minor % 100, 2)}`;

/** Numbers without anything between, some with their amount. */
export const runTogether = (
  chance: Chance,
  parts: readonly { readonly number: string; readonly amount: number }[],
): string =>
  parts
    .map(({ number, amount }) => (chance.happens(50) ? `${number} ${amountText(amount)}` : number))
    .join("");

/** From the first to the last of neighbours in the customer's list: `…0012至0019`. */
export function rangeOf(chance: Chance, first: string, last: string): string {
  const join = chance.pick(["-", "~", "至", "到", " TO ", "—"]);
  const tail = tailOf(last);
  return `${first}${join}${chance.happens(60) ? tail : tail.slice(-3)}`;
}

const FRAMES = {
  zh: [
    "{}",
    "付{}",
    "支付{}货款",
    "附言:{}",
    "{}/货款",
    "网银转账 {}",
    "设备款 {}",
    "贷款{}",
    "发票号{}",
  ],
  en: [
    "{}",
    "PAYMENT FOR {}",
    "/RFB/{}",
    "/ROC/{#}//URI/{}",
    "INVOICE {} GOODS",
    "INV NO.{}",
    "RE: {}",
  ],
};
const SILENT = {
  zh: ["货款", "", "转账", "往来款", "材料款", "付款", "电子转账", "款", "网银跨行汇款"],
  en: ["", "GOODS", "PAYMENT", "TRADE", "/RFB/NONREF", "SETTLEMENT"],
};

/** Numbers that are no reference: telephones, days, pieces, who signed. */
const noiseOf = (chance: Chance): string =>
  chance.pick([
    ` 电话138${padded(chance.integer(0, 99_999_999), 8)}`,
    ` 2025${padded(chance.integer(1, 12), 2)}${padded(chance.integer(1, 28), 2)}`,
    ` 共${chance.integer(2, 900)}件`,
    ` 第${chance.integer(1, 12)}期`,
    ` ${chance.integer(1, 12)}月${chance.integer(1, 28)}日`,
    " 经办:王工",
    ` ${padded(chance.integer(0, 9999), 4)}`,
  ]);

/** A remark around the reference, or one that names nothing when the reference is empty. */
export function remarkOf(
  chance: Chance,
  reference: string,
  foreign: boolean,
  noisePercent: number,
): string {
  const tongue = foreign ? "en" : "zh";
  const noise = chance.happens(noisePercent) ? noiseOf(chance) : "";
  if (reference === "") return chance.pick(SILENT[tongue]) + noise;
  const own = padded(chance.integer(0, 999_999_999), 9);
  return (
    chance
      .pick(FRAMES[tongue])
      .replace("{#}", own)
      .replace("{}", () => reference) + noise
  );
}
