/** Who paid: how well a line's account, name and remark speak for a customer. */
import type { Currency } from "../../values/money.ts";
import { amountKey } from "./book-index.ts";
import type { MatchLine, MatchReason } from "./match.ts";
import {
  aliasKey,
  type BookPayer,
  type MatchBook,
  maskOf,
  type NameHit,
  plainAccount,
} from "./match-book.ts";
import { because } from "./match-reasons.ts";
import {
  endsOf,
  gramsOf,
  isPerson,
  isPlatform,
  likenessOf,
  type NameForm,
  type NameLikeness,
  nameForm,
} from "./payer-name.ts";

/** How likely a customer's payment looks like this line's payer, and why. */
export type PayerSign = {
  readonly payer: BookPayer;
  /** How often a payment of this customer carries such a name and account, 0 to 1. */
  readonly weight: number;
  /** Its own account or its own name, or a likeness of the name with the account. */
  readonly own: boolean;
  readonly because: readonly MatchReason[];
};

/** What a line tells of its payer, looked up once. */
export type PayerSigns = {
  readonly names: readonly NameHit[];
  readonly remarkNames: readonly NameHit[];
  readonly account: string;
  readonly mask: string | null;
  readonly nameKind: "none" | "person" | "platform" | "company";
};

/** How often a payer's name is written so, among payments of one customer. */
const NAME_WEIGHT: Readonly<Record<NameLikeness, number>> = {
  same: 0.7,
  legal_form: 0.08,
  cut: 0.06,
  swapped: 0.03,
  dropped: 0.03,
  short: 0.04,
  typo: 0.004,
};

/** A letter pair that more customers have says nothing. */
const TOO_COMMON = 400;

/** Customers whose name holds the text's rarest letter pair, and so maybe the whole text. */
function holding(book: MatchBook, text: string): readonly BookPayer[] {
  let rarest: readonly BookPayer[] | null = null;
  for (const gram of gramsOf(text)) {
    const list = book.byGram.get(gram);
    if (list === undefined) return [];
    if (rarest === null || list.length < rarest.length) rarest = list;
  }
  return rarest === null || rarest.length > TOO_COMMON ? [] : rarest;
}

/** Customers whose name may be like a written one: same core, same beginning or end, or a part. */
function lookedUp(book: MatchBook, form: NameForm): ReadonlySet<BookPayer> {
  const found = new Set(book.byCore.get(form.core));
  for (const payer of [...holding(book, form.core), ...holding(book, form.full)]) found.add(payer);
  for (const end of endsOf(form)) for (const payer of book.byEnd.get(end) ?? []) found.add(payer);
  return found;
}

const bestLikeness = (form: NameForm, payer: BookPayer): NameLikeness | null => {
  let best: NameLikeness | null = null;
  for (const own of payer.forms) {
    const likeness = likenessOf(form, own);
    if (likeness === null) continue;
    if (best === null || NAME_WEIGHT[likeness] > NAME_WEIGHT[best]) best = likeness;
  }
  return best;
};

/** The customers whose names are like a written one; exact ones leave no room for others. */
function nameHits(book: MatchBook, text: string): readonly NameHit[] {
  const known = book.names.get(text);
  if (known !== undefined) return known;
  const form = nameForm(text);
  const exact = book.byName.get(form.full);
  const hits: NameHit[] = [];
  for (const payer of exact ?? lookedUp(book, form)) {
    const likeness = bestLikeness(form, payer);
    if (likeness !== null) hits.push({ payer, likeness });
  }
  book.names.set(text, hits);
  return hits;
}

const PAYER_IN_REMARK = /(?:PAYMENT\s+FROM|BY\s+ORDER\s+OF|B\/O|付款人[:：]?|代)\s*([^/|]{4,})/u;

const kindOf = (name: string): PayerSigns["nameKind"] => {
  if (name === "") return "none";
  if (isPlatform(name)) return "platform";
  return isPerson(name) ? "person" : "company";
};

/** Looks the line's payer up in the book. */
export function payerSigns(book: MatchBook, line: MatchLine, remark: string): PayerSigns {
  const name = (line.payerName ?? "").trim();
  const nameKind = kindOf(name);
  const account = plainAccount(line.payerAccount ?? "");
  const told = PAYER_IN_REMARK.exec(remark)?.[1]?.trim();
  return {
    names: nameKind === "company" ? nameHits(book, name) : [],
    remarkNames: told === undefined ? [] : nameHits(book, told),
    account,
    mask: maskOf(account),
    nameKind,
  };
}

type Part = { readonly weight: number; readonly reason: MatchReason | null; readonly own: boolean };

const part = (weight: number, reason: MatchReason | null = null, own = false): Part => ({
  weight,
  reason,
  own,
});

/** How often the payer of a confirmed alias pays for the same customer again. */
const again = (confirmed: number, customers: number): number =>
  confirmed / (confirmed + 1) / customers;

function accountPart(book: MatchBook, line: MatchLine, signs: PayerSigns, payer: BookPayer): Part {
  const { account, mask } = signs;
  if (account === "") return part(0.25);
  if (mask !== null) {
    const owners = book.byMask.get(mask);
    if (owners?.has(payer) === true) return part(0.5, because("account_masked", { account }));
  }
  const owners = book.byAccount.get(account);
  if (owners?.has(payer) === true) return part(0.7, because("account_known", { account }), true);
  const aliases = book.aliases.get(aliasKey("account", line.payerAccount ?? "")) ?? [];
  const alias = aliases.find((one) => one.payer === payer)?.alias;
  if (alias !== undefined) {
    const { confirmed } = alias;
    return part(
      0.5 * again(confirmed, aliases.length),
      because("account_alias", { account, confirmed }),
    );
  }
  if (owners !== undefined || aliases.length > 0) return part(0.002);
  return part(mask === null ? 0.05 : 0.02);
}

function namePart(book: MatchBook, line: MatchLine, signs: PayerSigns, payer: BookPayer): Part {
  const name = line.payerName ?? "";
  const hit = signs.names.find((one) => one.payer === payer);
  if (hit !== undefined) {
    const same = hit.likeness === "same";
    const reason = same
      ? because("name_same", { name })
      : because("name_like", { name, likeness: hit.likeness });
    return part(NAME_WEIGHT[hit.likeness], reason, same);
  }
  if (signs.nameKind === "none") return part(0.03);
  const aliases = book.aliases.get(aliasKey("name", name)) ?? [];
  const alias = aliases.find((one) => one.payer === payer)?.alias;
  if (alias !== undefined) {
    const weight = signs.nameKind === "company" ? 0.3 : 0.02;
    const { confirmed } = alias;
    return part(
      weight * again(confirmed, aliases.length),
      because("name_alias", { name, confirmed }),
    );
  }
  if (signs.nameKind !== "company") return part(0.01);
  return part(signs.names.some((one) => one.likeness === "same") ? 0.0003 : 0.002);
}

const isReason = (reason: MatchReason | null): reason is MatchReason => reason !== null;

/** How well the line's payer speaks for this customer, whoever it is. */
export function signOf(
  book: MatchBook,
  line: MatchLine,
  signs: PayerSigns,
  payer: BookPayer,
): PayerSign {
  const account = accountPart(book, line, signs, payer);
  const name = namePart(book, line, signs, payer);
  const told = signs.remarkNames.find((one) => one.payer === payer);
  const reasons = [account.reason, name.reason].filter(isReason);
  if (told !== undefined) reasons.push(because("name_in_remark", { likeness: told.likeness }));
  return {
    payer,
    weight: account.weight * name.weight * (told === undefined ? 1 : 8),
    own: account.own || name.own || reasons.length > 1,
    because: reasons,
  };
}

/** Customers that any sign of the payer points to. */
export function payersPointedTo(
  book: MatchBook,
  line: MatchLine,
  signs: PayerSigns,
): ReadonlySet<BookPayer> {
  const found = new Set<BookPayer>();
  for (const { payer } of [...signs.names, ...signs.remarkNames]) found.add(payer);
  for (const payer of book.byAccount.get(signs.account) ?? []) found.add(payer);
  if (signs.mask !== null) for (const payer of book.byMask.get(signs.mask) ?? []) found.add(payer);
  const keys = [
    ...(signs.account === "" ? [] : [aliasKey("account", signs.account)]),
    ...(signs.nameKind === "company" || signs.nameKind === "person"
      ? [aliasKey("name", line.payerName ?? "")]
      : []),
  ];
  for (const key of keys) for (const { payer } of book.aliases.get(key) ?? []) found.add(payer);
  return found;
}

/** Customers with a claim of just this amount open, unless too many to mean anything. */
export function payersOwing(
  book: MatchBook,
  unit: Currency,
  minor: number,
  most: number,
): ReadonlySet<BookPayer> {
  const found = new Set<BookPayer>();
  const claims = book.byAmount.get(amountKey(unit, minor));
  if (claims === undefined || claims.length > most) return found;
  for (const { payer } of claims) found.add(payer);
  return found;
}

/** Customers of whose receipts just this amount is left: who a refund without a name may go to. */
export function payersWithRest(
  book: MatchBook,
  unit: Currency,
  minor: number,
): ReadonlySet<BookPayer> {
  const found = new Set<BookPayer>();
  for (const rest of book.credits.values()) {
    if (rest.credit.kind !== "receipt" || rest.open !== minor || rest.unit !== unit) continue;
    const payer = book.payers.get(rest.credit.customerId);
    if (payer !== undefined) found.add(payer);
  }
  return found;
}
