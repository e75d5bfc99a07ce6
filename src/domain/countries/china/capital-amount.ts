/** 人民币大写: an amount of yuan in the capital numerals that contracts and letters use. */
import type { Money } from "../../values/money.ts";
import { assert } from "../../values/result.ts";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = "仟佰拾";
const GROUPS = ["", "万", "亿", "万亿"] as const;

const digit = (value: number): string => DIGITS.charAt(value);

/** Up to four digits without leading zeros; a run of zeros inside reads as one 零. */
function groupText(group: number): string {
  const digits = [...String(group).padStart(4, "0")].map(Number);
  let text = "";
  let pending = false;
  for (const [place, value] of digits.entries()) {
    if (value === 0) {
      pending = text !== "";
      continue;
    }
    text += `${pending ? "零" : ""}${digit(value)}${PLACES.charAt(place)}`;
    pending = false;
  }
  return text;
}

/** Whole yuan in groups of 万: 零 before a group whose 仟 is missing or that follows an empty one. */
function yuanText(yuan: bigint): string {
  let text = "";
  let skipped = false;
  for (let at = GROUPS.length - 1; at >= 0; at -= 1) {
    const group = Number((yuan / 10_000n ** BigInt(at)) % 10_000n);
    if (group === 0) {
      skipped = text !== "";
      continue;
    }
    const zero = text !== "" && (skipped || group < 1000) ? "零" : "";
    text += zero + groupText(group) + GROUPS[at];
    skipped = false;
  }
  return text;
}

/**
 * 「人民币壹仟肆佰零玖元伍角整」. Rules and choices are those of 支付结算办法 附一 (正确填写票据和
 * 结算凭证的基本规定): 整 after 元 and 角, 零 before 分 when 角 is nought (mandatory) and before 角
 * when the yuan end in nought (optional, printed). Yuan only, never negative.
 */
export function capitalAmount({ currency, minor }: Money): string {
  assert(currency === "CNY", "capital numerals are for yuan");
  assert(minor >= 0n && minor < 10n ** 18n, "capital numerals are for amounts a letter may show");
  const yuan = minor / 100n;
  const jiao = Number((minor / 10n) % 10n);
  const fen = Number(minor % 10n);
  if (minor === 0n) return "人民币零元整";

  const whole = yuan === 0n ? "" : `${yuanText(yuan)}元`;
  if (jiao === 0 && fen === 0) return `人民币${whole}整`;
  const gap = whole !== "" && (jiao === 0 || yuan % 10n === 0n) ? "零" : "";
  const tenths = jiao === 0 ? "" : `${digit(jiao)}角`;
  const hundredths = fen === 0 ? "整" : `${digit(fen)}分`;
  return `人民币${whole}${gap}${tenths}${hundredths}`;
}
