/** Lines of a bank account that no customer sent: strangers, fees, wages, taxes, transfers. */
import { accountOf, nearName, strangerName } from "./payer-names.ts";
import { remarkOf } from "./payer-numbers.ts";
import { bookLine, type Year } from "./payer-year.ts";

/** Lines that are nobody's payment, in and out. */
const NOT_RECEIVABLE: readonly (readonly [name: string, remark: string, sign: 1 | -1])[] = [
  ["", "账户管理费", -1],
  ["", "汇兑手续费", -1],
  ["", "结息", 1],
  ["代发工资户", "6月工资", -1],
  ["国家金库某市支库", "增值税退税", 1],
  ["国家税务总局", "社保费", -1],
  ["本公司", "内部调拨", 1],
  ["本公司", "资金归集", -1],
  ["一家供应商有限公司", "货款", -1],
  ["一家供应商有限公司", "采购退款", 1],
  ["某市财政局", "稳岗补贴", 1],
];

/** Money of somebody who is no customer; some are called almost like one and pay its amount. */
export function stranger(year: Year, near: boolean): void {
  const { chance } = year;
  const customer = chance.pick(year.customers);
  const payerName = near
    ? nearName(chance, customer.name, year.taken)
    : strangerName(chance, year.taken);
  const open = customer.open[0]?.left;
  const amount = near && open !== undefined ? open : chance.integer(10_000, 3_000_000);
  const payerAccount = chance.happens(50) ? accountOf(chance) : "";
  const remark = remarkOf(chance, "", false, year.mix.noisePercent);
  bookLine(
    year,
    { currency: "CNY", amount, payerName, payerAccount, remark },
    {
      kind: near ? "near_stranger" : "unknown_payer",
      nameKind: "other",
      customerId: null,
      decidable: false,
    },
  );
}

export function notReceivable(year: Year): void {
  const { chance } = year;
  const [payerName, remark, sign] = chance.pick(NOT_RECEIVABLE);
  const amount = sign * chance.integer(1_000, 2_000_000);
  bookLine(
    year,
    { currency: "CNY", amount, payerName, payerAccount: "", remark },
    { kind: "not_ar", nameKind: "other", customerId: null, expected: "ignore" },
  );
}
