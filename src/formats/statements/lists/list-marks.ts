/** What a row's words say: how the money came, and whether it takes an earlier payment back. */
import type { PaymentMethod } from "../../../domain/book/payment-method.ts";
import type { ReturnMark } from "../../../domain/cash/statement.ts";
import { referenceText } from "./list-cells.ts";
import type { ListRow } from "./list-row.ts";

/** The bank's own words for a payment that comes back. */
const RETURNED =
  /退汇|退票|冲正|冲账|冲帐|冲销|抹账|抹帐|反交易|拒付|退单|\breturned payment\b|\breversal\b/i;
/** 退回 is a return too, unless a deposit or goods are given back. */
const GIVEN_BACK = /退回/;
const NO_RETURN = /保证金|押金|定金|订金|质保金|多余款|多付/;
/** What a flag's column holds on ordinary rows; CMB's X is a booking made good, no return. */
const NO_FLAG = /^(?:n|no|否|0|00|正常|未冲正|未冲账|未冲帐|x|false|-)?$/i;

/** The bank's mark, from its flag, its kind of entry or its text; null for ordinary payments. */
export function returnMark(row: ListRow, red: boolean): ReturnMark | null {
  const words = row.texts("kind").concat(row.texts("remark"));
  const said = words.find((text) => RETURNED.test(text)) ?? words.find(isGivenBack) ?? null;
  const flagged = row.has("reversal") && !NO_FLAG.test(row.raw("reversal").trim());
  if (said === null && !flagged && !red) return null;
  return { code: null, text: said, of: referenceText(row.text("original")) || null };
}

const isGivenBack = (text: string): boolean => GIVEN_BACK.test(text) && !NO_RETURN.test(text);

const METHODS: readonly (readonly [PaymentMethod, RegExp])[] = [
  ["alipay", /支付宝|alipay/i],
  ["wechat", /财付通|微信|tenpay|wechat|weixin/i],
];
const CHEQUE = /支票|\bcheques?\b|\bchecks?\b/i;
const CASH = /^现金|现金(?:存款|存入|缴款|缴存|解款)|存现|\bcash deposit\b/i;

/**
 * How the money came. Cheques and cash are what the bank calls so, not what a payer writes. A bill
 * of exchange that pays out is money of the bank, so it is none of its own here.
 */
export function methodOf(row: ListRow): PaymentMethod {
  const who = [row.text("counter_name"), row.text("counter_bank"), ...row.texts("kind")];
  const said = [...who, ...row.texts("remark")].join("\n");
  const platform = METHODS.find(([, words]) => words.test(said));
  if (platform !== undefined) return platform[0];
  const kinds = row.texts("kind");
  if (kinds.some((kind) => CHEQUE.test(kind))) return "cheque";
  return kinds.some((kind) => CASH.test(kind)) ? "cash" : "bank";
}
