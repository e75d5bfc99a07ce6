/** Which lines are no receivables: interest, fees, wages, taxes, own transfers. */
import type { MatchLine } from "./match.ts";

/** A pattern of words parted by blanks. */
const anyOf = (words: string): RegExp => new RegExp(words.replaceAll(" ", "|"), "u");

const WORDS_IN = anyOf(
  "结息 利息收入 存款利息 INTEREST 内部调拨 内部转账 资金归集 资金下拨 " +
    "调拨款 同名划转 即征即退 退税 税款退 采购退款 采购退货 供应商退款 " +
    "贷款发放 放款 赎回 验资 投资款 借款 社保退 补贴 政府补助 押金退回 " +
    "保证金退回 退回保证金",
);
const WORDS_OUT = anyOf(
  "手续费 工本费 账户管理费 年费 工资 薪 奖金 报销 社保 公积金 税 采购款 " +
    "货款支付 材料采购 房租 租金 水电 电费 还款 还贷 利息 贷款 内部调拨 " +
    "资金归集 资金上划 划转 购汇 理财 FEE CHARGE SALARY PAYROLL TAX RENT",
);
const NAMES = anyOf(
  "^本公司 ^本单位 国家税务 税务局 国库 财政局 社会保险 社保 公积金 " + "代发工资 待清算 内部户",
);

/** What made a line no receivable: its words or its other side. Null where nothing says so. */
export function notReceivable(line: MatchLine, out: boolean): string | null {
  const remark = (line.remark ?? "").normalize("NFKC").toUpperCase();
  const name = (line.payerName ?? "").normalize("NFKC").toUpperCase().trim();
  const words = (out ? WORDS_OUT : WORDS_IN).exec(remark)?.[0];
  return words ?? NAMES.exec(name)?.[0] ?? null;
}
