/** Chinese sentences for the reasons of matching: why a proposal was made, why a line waits. */
import type { LineReasonCode } from "../../../src/domain/cash/line-reasons.ts";
import type { BecauseCode, WaitsCode } from "../../../src/domain/cash/matching/match-reasons.ts";
import { type Facts, fact, type Sentence } from "../facts.ts";
import { lineReasons } from "./line-reasons.ts";

const times = (facts: Facts): string =>
  Number(facts["confirmed"] ?? 0) > 1 ? `，已确认 ${fact(facts, "confirmed")} 次` : "";

const quoted = (facts: Facts, key: string): string =>
  facts[key] == null ? "" : `“${fact(facts, key)}”`;

export const matchReasons: Readonly<Record<BecauseCode | WaitsCode | LineReasonCode, Sentence>> = {
  ...lineReasons,
  account_known: (f) => `付款账号 ${fact(f, "account")} 是该客户登记的账号`,
  account_masked: (f) => `付款账号 ${fact(f, "account")} 有掩码，露出的数字与该客户的账号一致`,
  account_alias: (f) => `付款账号 ${fact(f, "account")} 以前代该客户付过款${times(f)}`,
  name_same: (f) => `付款方户名${quoted(f, "name")}就是该客户`,
  name_like: (f) => `付款方户名与客户名称${quoted(f, "name")}很接近`,
  name_alias: (f) => `付款方${quoted(f, "name")}以前代该客户付过款${times(f)}`,
  name_in_remark: () => "附言里写了该客户的名称",
  payer_unknown: () => "户名和账号都对不上已知客户",
  payer_by_number: () => "附言里的单据号属于该客户",
  payer_by_amount: () => "只凭金额推测付款方，户名和账号都对不上",
  numbers_named: (f) => `附言里写了单据号 ${fact(f, "numbers")}`,
  number_part: (f) => `附言里写了单据号的一部分 ${fact(f, "numbers")}`,
  number_range: (f) => `附言写明单据号从 ${fact(f, "from")} 到 ${fact(f, "until")}`,
  number_count: (f) => `附言写明共 ${fact(f, "count")} 张，金额合计相符`,
  month_named: () => "附言写明了月份，与该月单据合计相符",
  amount_exact: () => "金额与未清余额分毫不差",
  amounts_sum: (f) => `${fact(f, "count")} 张未清单据之和正好是这笔金额`,
  everything_open: () => "正好是该客户全部未清余额",
  oldest_first: () => "政策允许：没有其他线索时，从最早到期的开始核销",
  oldest_of_equals: (f) => `有 ${fact(f, "count")} 张金额相同，建议先核销最早到期的`,
  part_payment: (f) => `部分付款，这次核销 ${fact(f, "amount")}`,
  more_than_owed: (f) => `多付 ${fact(f, "amount")}，留作未核销收款`,
  bank_fee: (f) => `少 ${fact(f, "amount")}，在银行手续费容差内`,
  cash_discount: (f) => `少 ${fact(f, "amount")}，相当于现金折扣`,
  rounding: (f) => `相差 ${fact(f, "amount")}，在尾差容差内`,
  deduction: (f) => `少付 ${fact(f, "amount")}，像是扣款`,
  credit_used: (f) => `同时抵用贷项 ${fact(f, "numbers")}`,
  advance_payment: () => "看起来是预付款，先挂在客户名下",
  paid_before: () => "这些单据最近已收过同样金额，可能是重复付款",
  unexplained: () => "客户是确定的，但说不清付的是哪几张，先挂在客户名下",
  other_currency: () => "币种与应收不同",
  same_line_before: () => "与先前的一笔流水完全相同",
  takes_back_line: () => "把先前的一笔收款退了回去",
  returned_by_bank: () => "银行标明这是退票或退汇",
  refund_words: () => "附言写明是退款",
  not_receivable_words: (f) =>
    f["reason"] == null ? "写明与货款无关" : `写明“${fact(f, "reason")}”，与货款无关`,
  money_out: () => "这是付出去的钱",
  payer_uncertain: () => "付款方还不能确定",
  numbers_missing: () => "附言没有写单据号，只凭金额还不够",
  numbers_unread: () => "附言里还有没认出来的号码",
  part_of_which: () => "部分付款，分不清是付哪几张的",
  amount_common: () => "这个金额太常见，单凭金额说明不了问题",
  words_differ: () => "附言里的扣款、折扣、预付等字眼与这个解释不符",
  equal_claims: (f) =>
    f["ways"] == null
      ? "有几张金额相同的单据，分不清付的是哪一张"
      : `有 ${fact(f, "ways")} 种组合都凑成这个金额，分不清是哪一种`,
  other_explanation: () => "还有别的组合也能凑成这个金额",
  search_gave_up: () => "未清单据太多，没有试完所有组合",
  claim_disputed: () => "其中有单据存在争议",
  currency_differs: () => "币种不同，汇率需要人来确认",
  deduction_to_judge: () => "少付的部分要由人判断是否认可",
  discount_not_granted: () => "政策没有给这样的现金折扣",
  confidence_below: () => "把握没有达到政策规定的自动核销标准",
};

export const matchUnknown = (code: string): string => `原因：${code.replaceAll("_", " ")}`;
