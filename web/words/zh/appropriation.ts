/** Chinese words of the order of appropriation: which debt first, and which part of it. */
import { fact, type Sentence } from "../facts.ts";

const reasons = {
  order_by_law: (f) => `债务内的顺序：费用、利息、本金（${fact(f, "article")}）`,
  order_by_contract: (f) =>
    fact(f, "text") === ""
      ? "债务内的顺序：合同约定先本后息"
      : `债务内的顺序：合同约定先本后息（“${fact(f, "text")}”）`,
  order_waived_by_policy: () => "债务内的顺序：公司政策放弃法定顺序，先本后息",
  rate_by_contract: (f) =>
    f["clause"] == null ? "按合同约定的利率" : `按合同约定的利率（“${fact(f, "clause")}”）`,
  rate_by_law: (f) =>
    `合同没有约定，按 ${fact(f, "breachOn")} 的一年期 LPR 加计 50%（买卖合同司法解释第十八条）`,
  security_unknown: (f) => `${fact(f, "number")} 有担保，但担保金额不明`,
  late_rate_unknown: (f) => `${fact(f, "number")} 违约日的 LPR 尚未核实，利息无法计算`,
  agreed_order_in_words: (f) => `合同另有约定，须由人判断：“${fact(f, "text")}”`,
} satisfies Readonly<Record<string, Sentence>>;

export const appropriation = {
  title: "清偿抵充顺序",
  suggestion: (article: string) => `按${article}，这笔钱应先抵充：`,
  none: "没有未清单据需要抵充",
  undecidable: (article: string) => `缺少事实，${article}的顺序定不下来，请自行分配：`,
  fill: "按法定顺序填入",
  left: (amount: string) => `抵充后还余 ${amount}`,
  decidedBy: {
    due: "已到期的先于未到期的",
    unsecured: "没有担保的先",
    less_secured: "担保较少的先",
    heavier: "债务人负担较重的先",
    earlier_due: "到期早的先",
    list: "付款人指定",
    covered: "足以全部清偿",
    pro_rata: "条件相同，按比例",
  },
  by: { designated: "付款人指定", agreed: "合同约定", statutory: "法定" },
  interest: "本金与逾期利息对照",
  interestLead:
    "逾期利息是备查数：开票或主张之前，不占用收款的一分钱。诉讼请求以左列或右列为准，取决于抵充顺序。",
  byLaw: "先息后本（第五百六十一条）",
  principalFirst: "先本后息",
  columns: {
    number: "单据",
    open: "账面未清",
    principal: "剩余本金",
    interest: "剩余利息",
    why: "利率与顺序",
  },
  perDay: (percent: string) => `每日 ${percent}%`,
  perYear: (percent: string) => `每年 ${percent}%`,
  until: (day: string) => `利息算至 ${day}`,
  nothingLate: "没有逾期单据，不产生利息",
  reasons,
};
