/** Words of a remark that tell what a payment is for. */

/** What the words speak of; none where they only say that it is a payment. */
export type RemarkWords = {
  readonly advance: boolean;
  readonly part: boolean;
  readonly deduction: boolean;
  readonly discount: boolean;
  readonly credit: boolean;
  readonly returned: boolean;
  readonly refund: boolean;
};

const ADVANCE = /预付|预收|定金|订金|押金|保证金|DEPOSIT|ADVANCE|DOWN\s?PAYMENT|PREPAY|PRE-PAY/u;
const PART = /部分|首付|首期|进度款|二期|三期|尾款|分期|PARTIAL|PART\s?PAY|INSTAL|PROGRESS/u;
const DEDUCTION =
  /(?<!折)扣(?!\d+(?:\.\d+)?[%％]|税)|罚款|赔|索赔|DEDUCT|CLAIM|PENALTY|SHORT\s?SHIP/u;
const DISCOUNT = /扣\d+(?:\.\d+)?%|\d折|折扣|折让|现金折|贴现|DISC\b|DISCOUNT|SKONTO|返利/u;
const CREDIT = /冲|抵|红字|贷项|LESS\s+C|CREDIT\s?NOTE|CREDIT\s?MEMO|\bCN\b/u;
const RETURNED =
  /退汇|退票|冲正|冲账|撤销|RETURN|REVERSAL|REVERSE|REJECT|BOUNCE|\b(?:AC|MD|MS|AM)\d\d\b/u;
const REFUND = /退款|退货|退多付|退还|多付退|REFUND|REIMBURSE/u;

/** Reads the words of a remark in upper case and half width. */
export const wordsIn = (plain: string): RemarkWords => ({
  advance: ADVANCE.test(plain),
  part: PART.test(plain),
  deduction: DEDUCTION.test(plain),
  discount: DISCOUNT.test(plain),
  credit: CREDIT.test(plain),
  returned: RETURNED.test(plain),
  refund: REFUND.test(plain),
});
