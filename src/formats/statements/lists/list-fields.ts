/** What banks and payment platforms call the columns of their lists. */
import { type Field, field } from "../../tables/field.ts";
import { plainHeading } from "../../tables/fields.ts";

/** Per field its headings, the most telling first; "元" and the like need not be repeated. */
export const LIST_FIELDS: readonly Field[] = [
  field(
    "day",
    "记账日期",
    "booking date",
    "记账日|记账时间|入账日期|入账日|入账时间|入帐日期|记帐日期|会计日期|过账日期|交易日期|交易日|",
    "交收日期|发生日期|业务日期|交易日期时间|交易时间|发生时间|付款时间|创建时间|交易创建时间|",
    "完成时间|到账时间|到账日期|收款时间|收款日期|日期时间|日期|时间|booking day|book date|",
    "posting date|post date|posted date|transaction date|trans date|transaction time|txn date|",
    "date|date/time|date and time|trade date|entry date",
  ),
  field(
    "value_day",
    "起息日期",
    "value date",
    "起息日|生效日期|计息日|计息日期|value day|value dt|effective date",
  ),
  field(
    "in",
    "贷方发生额",
    "credit amount",
    "记账金额收入|贷方发生额收入|贷方发生金额|贷方金额|贷方交易额|贷方交易金额|贷方入账|贷方收入|",
    "贷记金额|贷方|贷|收入金额|收入贷方|收入额|收入发生额|收入|转入金额|转入|存入金额|存入|存款|",
    "收方金额|收方发生额|收款金额|到账金额|入账金额|来账金额|进账金额|进账|交易金额收入|金额收入|",
    "收款|credit|credits|credit amt|deposit|deposits|deposit amount|money in|paid in|",
    "amount credited|received|receipts|cr amount|cr",
  ),
  field(
    "out",
    "借方发生额",
    "debit amount",
    "记账金额支出|借方发生额支取|借方发生额支出|借方发生金额|借方金额|借方交易额|借方交易金额|",
    "借方出账|借方支出|借记金额|借方|借|支出金额|支出借方|支出额|支出发生额|支出|转出金额|转出|",
    "支取金额|支取|取款|付方金额|付方发生额|付款金额|往账金额|出账金额|出账|交易金额支出|金额支出|",
    "付款|debit|debits|debit amt|withdrawal|withdrawals|withdrawal amount|money out|paid out|",
    "amount debited|paid|payments|dr amount|dr",
  ),
  field(
    "amount",
    "记账金额",
    "amount",
    "结算金额|清算金额|人民币金额|入账金额本币|发生额|发生金额|交易金额|收支金额|本次发生额|变动金额|动账金额|",
    "交易额|金额|billing amount|net amount|transaction amount|txn amount|amount transacted",
  ),
  field(
    "mark",
    "借贷标志",
    "debit/credit",
    "借/贷|借贷|借贷方向|借贷标识|借贷标记|借贷别|借贷类型|收支类型|收支方向|收支标志|收/支|收付|",
    "收付标志|收付方向|收付类型|资金流向|资金方向|来往账标志|来往标志|往来账标志|来往账|交易方向|",
    "进出账|进出标志|credit/debit|dr/cr|cr/dr|d/c|c/d|debit or credit|dc flag|direction",
  ),
  field(
    "balance",
    "余额",
    "balance",
    "交易后余额|账户余额|帐户余额|本次余额|当前余额|账面余额|可用余额|资金本次余额|记账后余额|",
    "账户结余|结余|联机余额|running balance|account balance|balance after transaction|",
    "closing balance|ledger balance|available balance",
  ),
  field(
    "currency",
    "币种",
    "currency",
    "记账币种|结算币种|清算币种|交易货币|交易币种|货币|币别|货币种类|货币代码|账户币种|",
    "billing currency|transaction currency|account currency|ccy|curr|currency code",
  ),
  field(
    "account",
    "本方账号",
    "account number",
    "本方帐号|查询账号|账号|帐号|账户账号|我方账号|本方账户|本方卡号|账户号|卡号|资金帐号|资金账号|",
    "银行账号|account no|account|own account|account #",
  ),
  field(
    "owner",
    "本方户名",
    "account name",
    "账户名称|帐户名称|户名|我方户名|本方名称|本方账户名称|账户名|本公司名称",
  ),
  field(
    "counter_name",
    "对方户名",
    "counterparty",
    "对方单位名称|对方账户名称|对方帐户名称|对方账户名|对方单位|对方名称|对方户名称|收(付)方名称|",
    "收付方名称|收/付款方名称|收付款方名称|收(付)方户名|收付方户名|收(付)款人名称|对手户名|对手姓名|",
    "对手名称|对手信息|交易对方|交易对手|交易对手名称|交易对手户名|对方姓名|对方公司名称|",
    "对方客户名称|对方|对手方|对方账户户名|往来单位|往来单位名称|counterparty name|payer/payee|",
    "payee/payer|name|beneficiary/remitter|remitter/beneficiary|other party|merchant name|",
    "merchant",
  ),
  field(
    "counter_account",
    "对方账号",
    "counterparty account",
    "对方帐号|对方账户|对方帐户|对方卡号/账号|对方账号/卡号|对方卡号|对方账户账号|收(付)方帐号|",
    "收(付)方账号|收付方账号|收付方帐号|收付款方账号|收(付)款人账号|对手账号|对手账户|对手帐号|",
    "交易对手账号|交易对手账户|对方银行账号|对方支付宝账号|counterparty account number|",
    "counterparty iban",
  ),
  field(
    "counter_both",
    "对方账号与户名",
    "",
    "对方账户与户名|对方账号/户名|对方账号及户名|对方账号户名",
  ),
  field(
    "counter_bank",
    "对方开户行",
    "counterparty bank",
    "对方开户机构|对方开户行名|对方开户行名称|对方行名|对方银行名称|对方银行|对方账户开户行|",
    "收(付)方开户行名|收付方开户行名|收(付)方分行名|收付方分行名|收(付)方开户行|收付方开户行|",
    "交易行名|对手机构|对手银行|对手开户机构|对手开户行|对方机构|对方网点名称|对方金融机构|对手行名|对方开户银行|",
    "counterparty bank name",
  ),
  field(
    "payer_name",
    "付款人名称",
    "payer's name",
    "付款人户名|付款人账户名称|付款方户名|付款方名称|付款方户名称|付款单位|付款人|付款方|汇款人|",
    "汇款人名称|payer|payer name|remitter|ordering party|debtor name",
  ),
  field(
    "payer_account",
    "付款人账号",
    "debit account no",
    "付款人帐号|付款账号|付款方账号|付款方帐号|付款人账户|汇款账号|payer account|debtor account",
  ),
  field(
    "payer_bank",
    "付款人开户行名",
    "payer account bank",
    "付款人开户行名称|付款人开户行|付款方开户行|付款行名称|付款行|payer bank",
  ),
  field(
    "payee_name",
    "收款人名称",
    "payee's name",
    "收款人户名|收款人账户名称|收款方户名|收款方名称|收款方户名称|收款单位|收款人|收款方|",
    "payee|payee name|beneficiary|beneficiary name|creditor name",
  ),
  field(
    "payee_account",
    "收款人账号",
    "payee's account number",
    "收款人帐号|收款账号|收款方账号|收款方帐号|收款人账户|payee account|creditor account",
  ),
  field(
    "payee_bank",
    "收款人开户行名",
    "beneficiary account bank",
    "收款人开户行名称|收款人开户行|收款方开户行|收款行名称|收款行|payee bank",
  ),
  field(
    "bank_reference",
    "交易流水号",
    "bank reference",
    "账户明细编号-交易流水号|账户明细编号交易流水号|银行流水号|核心流水号|主机流水号|账务流水号|",
    "明细流水号|流水号|交易流水|银行交易流水号|柜员流水号|日志号|交易序号|交易号|交易参考号|",
    "账务明细编号|交易单号|交易订单号|成交编号|回单编号|回单号|凭证号|凭证号码|传票号|",
    "transaction reference|transaction id|transaction reference number|transaction no|",
    "bank ref|reference number|reference no|trn",
  ),
  field(
    "payer_reference",
    "业务参考号",
    "customer reference",
    "企业流水号|客户流水号|客户参考号|商户订单号|商家订单号|商户单号|商务支付订单号|客户业务编号|",
    "商户流水号|end to end id|your reference|customer ref|payment reference|reference",
  ),
  field(
    "remark",
    "附言",
    "description",
    "用途|摘要|备注|交易附言|交易备注|客户附言|客户备注|业务摘要|其它摘要|其他摘要|扩展摘要|",
    "个性化信息|回单个性化信息|交易用途|交易摘要|交易说明|交易描述|交易详情|商品说明|商品名称|商品|",
    "订单描述|付款说明|付款用途|汇款附言|汇款用途|留言|附加信息|说明|摘要描述|资金用途|业务描述|",
    "交易场所|交易地点/附言|remark|remarks|details|narrative|narration|particulars|memo|transaction details|",
    "transaction description|payment details|note|notes|reference details",
  ),
  field(
    "kind",
    "交易类型",
    "transaction type",
    "业务类型|业务名称|交易名称|业务种类|交易种类|交易渠道|渠道|凭证种类|凭证类型|结算方式|",
    "交易分类|类型|type|transaction code|channel",
  ),
  field(
    "reversal",
    "冲帐标志",
    "reversal",
    "冲账标志|冲正标志|冲销标志|抹账标志|退票标志|退汇标志",
  ),
  field(
    "original",
    "原交易流水号",
    "original reference",
    "原流水号|原业务流水号|原交易参考号|原凭证号|被冲正流水号",
  ),
];

/** A field of one bank's lists: headings between "|", the most telling first. */
export const column = (name: string, headings: string): Field => field(name, "", "", headings);

/** Units add nothing: 收入金额（+元） is 收入金额. */
const UNIT = /(?:人民币)?元$|(?:人民币|rmb|cny)$/;
/** What stands in brackets is a remark, unless it says which way the money goes. */
const WAY = /[收支借贷付入出取]/;

/** The ways to look a heading up, the most exact first. */
export function headingForms(text: string): readonly string[] {
  const plain = plainHeading(text);
  const forms = [plain, plain.replace("元", ""), plain.replace(UNIT, "")];
  const folded = text.normalize("NFKC");
  const bracketed = [...folded.matchAll(/[([【{]([^)\]】}]*)[)\]】}]/g)];
  if (bracketed.length > 0 && !bracketed.some(([, inside = ""]) => WAY.test(inside))) {
    const outside = plainHeading(folded.replace(/[([【{][^)\]】}]*[)\]】}]/g, ""));
    forms.push(outside, outside.replace(UNIT, ""));
  }
  return forms.filter((form) => form !== "");
}

export type KnownColumn = { readonly field: string; readonly rank: number };
export type Headings = ReadonlyMap<string, KnownColumn>;

/** Plain heading → field; where two fields claim a heading, the earlier list has it. */
export function headingsOf(fields: readonly Field[]): Headings {
  const found = new Map<string, KnownColumn>();
  for (const { field: name, zh, en, headings } of fields) {
    for (const [rank, heading] of [zh, ...headings, en].entries()) {
      const plain = plainHeading(heading);
      if (plain !== "" && !found.has(plain)) found.set(plain, { field: name, rank });
    }
  }
  return found;
}

/** What a heading stands for, or null. */
export function knownColumn(headings: Headings, text: string): KnownColumn | null {
  for (const form of headingForms(text)) {
    const known = headings.get(form);
    if (known !== undefined) return known;
  }
  return null;
}
