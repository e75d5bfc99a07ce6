/** A payer's name in the forms in which banks and bookkeepers write it. */

/** A name taken apart. `full` and `core` hold letters and digits only. */
export type NameForm = {
  readonly full: string;
  /** Without legal form and without 市 or 省. */
  readonly core: string;
  readonly legal: string;
  readonly latin: boolean;
};

/** How a written name is like a customer's, the surest first. */
export type NameLikeness = "same" | "legal_form" | "cut" | "swapped" | "dropped" | "short" | "typo";

const CHINESE_LEGAL =
  /(?:股份有限责任公司|股份有限公司|有限责任公司|有限公司|股份公司|集团公司|总公司|公司)$/u;
const LATIN_LEGAL = new Set(
  (
    "CO COMPANY LTD LIMITED INC INCORPORATED CORP CORPORATION LLC LLP PLC GMBH AG KG BV NV SA SAS " +
    "SARL SRL SPA PTY PTE OY AB AS APS SL SADECV"
  ).split(" "),
);
/** Banks number the parts of a long name: "1/BLUE…". */
const PART_MARK = /^\s*\d\/(?=\D)/u;

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

function latinForm(text: string): NameForm {
  const words = text
    .replaceAll(".", "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  let last = words.length;
  while (last > 1 && LATIN_LEGAL.has(words[last - 1] ?? "")) last -= 1;
  return {
    full: words.join(""),
    core: words.slice(0, last).join(""),
    legal: words.slice(last).join(""),
    latin: true,
  };
}

/**
 * The forms of a name: width, case, blanks and signs are levelled, the legal form is cut off.
 * Brackets vanish, so that 达通（上海）有限公司 and 达通(上海)有限公司 are one.
 */
export function nameForm(text: string): NameForm {
  const plain = text.normalize("NFKC").toUpperCase().replace(PART_MARK, "");
  if (!/\p{Script=Han}/u.test(plain)) return latinForm(plain);
  const full = letters(plain);
  const legal = CHINESE_LEGAL.exec(full)?.[0] ?? "";
  const bare = legal === "" ? full : full.slice(0, -legal.length);
  return { full, core: bare.replace(/^(.{2,3})[市省]/u, "$1"), legal, latin: false };
}

type Edit = "swapped" | "dropped" | "replaced" | null;

const replacedOrSwapped = (left: string, right: string, at: number): Edit => {
  if (left.slice(at + 1) === right.slice(at + 1)) return "replaced";
  const crossed = left[at] === right[at + 1] && left[at + 1] === right[at];
  return crossed && left.slice(at + 2) === right.slice(at + 2) ? "swapped" : null;
};

/** The one slip that turns one text into the other: two letters crossed, one lost, one wrong. */
export function oneSlip(left: string, right: string): Edit {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1 || left === right) return null;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length === long.length) return replacedOrSwapped(short, long, at);
  return short.slice(at) === long.slice(at + 1) ? "dropped" : null;
}

const enough = (form: NameForm, text: string, han: number, latin: number): boolean =>
  text.length >= (form.latin ? latin : han);

const slipOf = (payer: NameForm, customer: NameForm): NameLikeness | null => {
  if (!enough(payer, payer.full, 5, 7)) return null;
  const slip = oneSlip(payer.full, customer.full) ?? oneSlip(payer.core, customer.core);
  if (slip === "replaced") return "typo";
  return slip;
};

/**
 * How a payer's written name is like a customer's; null where it is not. Legal forms tell Latin
 * names apart (X B.V. is not X Corp), so another written one is no likeness there.
 */
export function likenessOf(payer: NameForm, customer: NameForm): NameLikeness | null {
  if (payer.full === "" || customer.full === "") return null;
  if (payer.full === customer.full) return "same";
  const sameCore = payer.core === customer.core;
  if (sameCore && (!payer.latin || payer.legal === "")) return "legal_form";
  if (enough(payer, payer.full, 5, 6) && customer.full.startsWith(payer.full)) return "cut";
  const slip = slipOf(payer, customer);
  if (slip !== null && !sameCore) return slip;
  const part = payer.legal === "" || !payer.latin ? payer.core : payer.full;
  return enough(payer, part, 3, 4) && customer.core.includes(part) ? "short" : null;
}

/** All pairs of neighbouring letters: what parts of names are looked up by. */
export function gramsOf(text: string): readonly string[] {
  const grams = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) grams.add(text.slice(at, at + 2));
  return [...grams];
}

/** Beginning and end of a name: one slip leaves one of them whole. */
export function endsOf({ core, latin }: NameForm): readonly string[] {
  const length = latin ? 5 : core.length < 7 ? 2 : 3;
  return [`^${core.slice(0, length)}`, `${core.slice(-length)}$`];
}

const PLATFORM =
  /支付宝|财付通|微信支付|网商银行|备付金|银联|拉卡拉|汇付|PAYPAL|STRIPE|WORLDFIRST|AIRWALLEX/iu;

/** Whether the payer is a payment platform: its name says nothing of the customer. */
export const isPlatform = (name: string): boolean => PLATFORM.test(name);

/** Whether a name is a person's: two to four Chinese letters, none of a company. */
export const isPerson = (name: string): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(name.trim()) && !/[公司厂店行部]$/u.test(name.trim());
