/** The fixed words of a letter in each language: heads, labels, how a day and an amount read. */
import type { LetterAmount, LetterLanguage, LetterReturn } from "../domain/book/letter.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import { type Currency, groupedAmount, moneyOf } from "../domain/values/money.ts";

export type Wording = {
  readonly number: string;
  readonly date: string;
  readonly uscc: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly attention: string;
  readonly invoice: string;
  readonly invoiceAndReference: string;
  readonly issued: string;
  readonly due: string;
  readonly daysPastDue: string;
  readonly daysToDue: string;
  readonly currency: string;
  readonly amount: string;
  readonly open: string;
  readonly chased: string;
  readonly reopened: string;
  readonly total: string;
  readonly capitals: string;
  readonly account: string;
  readonly accountName: string;
  readonly bank: string;
  readonly accountNumber: string;
  readonly accountAsAgreed: string;
  readonly remark: string;
  readonly contact: string;
  readonly contactName: string;
  readonly department: string;
  readonly seal: string;
  readonly and: string;
  readonly returned: Readonly<Record<LetterReturn["kind"], string>>;
  unit(currency: Currency): string;
  day(day: PlainDate): string;
  sum(amount: LetterAmount): string;
};

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const grouped = ({ amount, currency }: LetterAmount) => groupedAmount(moneyOf(amount, currency));
const numbersOf = (day: PlainDate): readonly [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8)),
];

const zh: Wording = {
  number: "编号",
  date: "日期",
  uscc: "统一社会信用代码",
  address: "地址",
  phone: "电话",
  email: "邮箱",
  attention: "收件人",
  invoice: "发票号码",
  invoiceAndReference: "发票号码／合同订单号",
  issued: "开票日期",
  due: "到期日",
  daysPastDue: "逾期天数",
  daysToDue: "距到期天数",
  currency: "币种",
  amount: "发票金额",
  open: "未付金额",
  chased: "本函催收金额",
  reopened: "其中恢复未付",
  total: "合计",
  capitals: "大写：",
  account: "收款账户",
  accountName: "户名",
  bank: "开户银行",
  accountNumber: "账号",
  accountAsAgreed: "以合同约定的收款账户为准",
  remark: "付款附言",
  contact: "联系与异议",
  contactName: "联系人",
  department: "应收账款组",
  seal: "（盖章）",
  and: "、",
  returned: {
    bank_return: "银行退汇",
    bounced_cheque: "支票退票",
    dishonoured_bill: "票据拒付",
    chargeback: "付款人撤回付款",
    direct_debit_return: "代扣退回",
  },
  unit: (currency) => (currency === "CNY" ? "元" : currency),
  day(day) {
    const [year, month, date] = numbersOf(day);
    return `${year}年${month}月${date}日`;
  },
  sum: (amount) =>
    amount.currency === "CNY"
      ? `人民币${grouped(amount)}元`
      : `${amount.currency} ${grouped(amount)}`,
};

const en: Wording = {
  number: "No.",
  date: "Date",
  uscc: "Unified Social Credit Code",
  address: "Address",
  phone: "Phone",
  email: "E-mail",
  attention: "Attention",
  invoice: "Invoice",
  invoiceAndReference: "Invoice / order",
  issued: "Issued",
  due: "Due",
  daysPastDue: "Days overdue",
  daysToDue: "Days to go",
  currency: "Currency",
  amount: "Invoice amount",
  open: "Unpaid",
  chased: "Requested now",
  reopened: "Of it unpaid again",
  total: "Total",
  capitals: "In words: ",
  account: "Please pay to",
  accountName: "Account name",
  bank: "Bank",
  accountNumber: "Account number",
  accountAsAgreed: "as agreed in the contract",
  remark: "Payment reference",
  contact: "Questions and disputes",
  contactName: "Contact",
  department: "Accounts Receivable",
  seal: "(seal)",
  and: " and ",
  returned: {
    bank_return: "returned by the bank",
    bounced_cheque: "cheque not honoured",
    dishonoured_bill: "bill of exchange dishonoured",
    chargeback: "charged back by the payer",
    direct_debit_return: "direct debit returned",
  },
  unit: (currency) => currency,
  day(day) {
    const [year, month, date] = numbersOf(day);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  },
  sum: (amount) => `${amount.currency} ${grouped(amount)}`,
};

export const WORDING: Readonly<Record<LetterLanguage, Wording>> = { zh, en };
