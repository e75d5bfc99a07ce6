/** Words that files use for currencies, roles, languages, grades and kinds of documents. */
import type { ContactRole, InvoiceKind } from "../../domain/book/import-row.ts";
import type { PaymentMethod } from "../../domain/book/payment-method.ts";
import { type Currency, findCurrency } from "../../domain/values/money.ts";

/** A word → what it stands for. Words are compared half width, lower case, without blanks. */
export type Choice<Value extends string> = ReadonlyMap<string, Value>;

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");

function choice<Value extends string>(words: Readonly<Record<Value, string>>): Choice<Value> {
  const found = new Map<string, Value>();
  for (const [value, list] of Object.entries(words) as [Value, string][]) {
    for (const word of [value, ...list.split("|")]) found.set(plain(word), value);
  }
  return found;
}

/** What a word stands for, or null. */
export const chosen = <Value extends string>(words: Choice<Value>, text: string): Value | null =>
  words.get(plain(text)) ?? null;

const CURRENCY_WORDS = choice<string>({
  CNY: "人民币|人民币元|rmb|¥|￥|元|cnh|renminbi",
  USD: "美元|美金|us$|$|usdollar",
  HKD: "港币|港元|hk$",
  EUR: "欧元|€|euro",
  GBP: "英镑|£",
  JPY: "日元|日圆|yen",
  AUD: "澳元|澳大利亚元|澳币",
  CAD: "加元|加拿大元|加币",
  SGD: "新加坡元|新元|新币",
  TWD: "台币|新台币|ntd|nt$",
  MOP: "澳门元|澳门币",
  CHF: "瑞士法郎|瑞郎",
  KRW: "韩元|韩币",
  THB: "泰铢",
  RUB: "卢布|俄罗斯卢布",
  VND: "越南盾",
  INR: "印度卢比",
  MYR: "马来西亚林吉特|林吉特|马币",
  NZD: "新西兰元|纽元",
  SEK: "瑞典克朗",
});

/** The currency that a code, a Chinese name or a sign stands for; null when we do not book it. */
export const currencyOf = (text: string): Currency | null =>
  findCurrency(text.trim().toUpperCase()) ?? findCurrency(chosen(CURRENCY_WORDS, text) ?? "");

export const ROLE_WORDS = choice<ContactRole>({
  clerk:
    "经办人|经办|对账员|对账|会计|应付会计|往来会计|财务|财务人员|财务专员|财务部|出纳|accountant|accounting|ap|" +
    "accountspayable|apclerk|finance|bookkeeper",
  finance_head:
    "财务经理|财务总监|财务负责人|财务主管|财务部长|总会计师|cfo|financemanager|financedirector|" +
    "headoffinance|controller|financehead",
  procurement: "采购|采购员|采购经理|采购部|采购负责人|采购主管|buyer|purchasing|purchaser",
  management:
    "总经理|副总经理|董事长|总裁|老板|负责人|企业负责人|ceo|gm|generalmanager|director|" +
    "managingdirector|owner|president",
  legal_rep: "法定代表人|法人|法人代表|legalrepresentative|legalrep",
  mailroom: "收发室|收件|收件人|前台|信函|行政|mail|reception|office",
});

export const LANGUAGE_WORDS = choice<"zh" | "en">({
  zh: "中文|汉语|简体中文|chinese|zh-cn|cn",
  en: "英文|英语|english|en-us|en-gb",
});

export const GRADE_WORDS = choice<"A" | "B" | "C" | "D" | "E">({
  A: "A级|甲|aaa|aa",
  B: "B级|乙|bbb|bb",
  C: "C级|丙|ccc|cc",
  D: "D级|丁",
  E: "E级|戊",
});

/** A word not listed (a posting key, 专用发票) says nothing: then the sign decides. */
export const KIND_WORDS = choice<InvoiceKind>({
  invoice: "发票|应收单|销售发票|标准应收单|蓝字发票|inv|rv|rechnung|customerinvoice",
  debit_memo: "借项通知单|借项|debitnote|debit|dm",
  credit_memo:
    "红字发票|红字应收|红字应收单|贷项通知单|贷项|红票|credit|creditnote|customercreditnote|refund|cm|dg",
});

export const APPROPRIATION_WORDS = choice<"statutory" | "principal_first" | "agreed">({
  statutory: "法定|按法定顺序|法定顺序|民法典",
  principal_first: "先本后息|先还本金|本金优先|先本金后利息",
  agreed: "约定|按约定|另有约定|合同约定",
});

export const METHOD_WORDS = choice<PaymentMethod>({
  bank: "银行|转账|电汇|银行转账|网银|汇款|transfer|wire|wiretransfer|ach|sepa",
  wechat: "微信|微信支付|财付通|wechatpay",
  alipay: "支付宝",
  cash: "现金|现款",
  cheque: "支票|转账支票|check",
  bill: "承兑|承兑汇票|银行承兑汇票|商业承兑汇票|银承|商承|汇票|票据|billofexchange|draft",
});

export const DEBT_WORDS = choice<"single" | "same_debt_instalments" | "independent_periodic">({
  single: "单笔|单一债务|一次性",
  same_debt_instalments: "同一债务分期|分期|分期履行|同一债务分期履行",
  independent_periodic: "定期独立债务|独立债务|定期重复给付|按期独立结算|按月独立结算",
});

const SIZES = {
  large: "大型|大型企业",
  medium: "中型|中型企业",
  small: "小型|小型企业",
  micro: "微型|微型企业|小微",
} as const;

export const CREDITOR_SIZE_WORDS = choice<string>(SIZES);
export const DEBTOR_SIZE_WORDS = choice<string>({
  ...SIZES,
  government: "机关|政府|政府机关|国家机关",
  institution: "事业单位",
  individual: "个人|自然人|个体|个体工商户",
});
