/** WeChat Pay 微信支付 merchant bills: every value behind a back-tick, totals under a second header. */
import {
  type Currency,
  isNegative,
  isZero,
  type Money,
  negate,
  subtract,
} from "../../domain/values/money.ts";
import { plainHeading } from "../tables/fields.ts";
import type { TableRow } from "../tables/table.ts";
import type { StatementFormat } from "./format.ts";
import { amountIn, referenceText } from "./lists/list-cells.ts";
import { column } from "./lists/list-fields.ts";
import { listFormat, sureIf } from "./lists/list-format.ts";
import { hasAny } from "./lists/list-header.ts";
import {
  bankMoney,
  type MoneyRule,
  type Moved,
  moved,
  still,
  unreadableMoney,
} from "./lists/list-money.ts";
import type { ListRow } from "./lists/list-row.ts";
import type { ListTail } from "./lists/list-rules.ts";
import { feeOf } from "./lists/platform-fee.ts";

const REFUND = /^(?:refund|revoked|退款|撤销)/i;

/** The bill of orders has order and refund in two columns; the bill of funds is a bank's list. */
const merchantMoney: MoneyRule = (row, unit, habit) =>
  row.has("refund") ? feeOf(orderMoney(row, unit), row, unit, "cost") : bankMoney(row, unit, habit);

function orderMoney(row: ListRow, unit: Currency): Moved {
  const [paid, refund] = [amountIn(row.raw("amount"), unit), amountIn(row.raw("refund"), unit)];
  if (paid === null || paid === "unreadable") return unreadableMoney("amount", row.raw("amount"));
  if (refund === "unreadable") return unreadableMoney("amount", row.raw("refund"));
  const state = row.text("status");
  if (!REFUND.test(state)) {
    const both = refund !== null && !isZero(refund);
    if (both) return unreadableMoney("amount", `${row.raw("amount")} ${row.raw("refund")}`);
    return isZero(paid) ? still("zero_amount") : moved([{ amount: paid }]);
  }
  if (/fail|失败|closed|关闭/i.test(row.text("refund_status"))) return still("order_closed");
  if (refund === null || isZero(refund)) return still("zero_amount");
  const reference = referenceText(row.text("refund_reference"));
  const amount = isNegative(refund) ? refund : negate(refund);
  return moved([{ amount, ...(reference === "" ? {} : { reference }) }]);
}

/** Names of the totals in both bills and their older versions. */
const TOTALS = {
  orders: /^(?:应结订单总金额|总交易额)$/,
  refunds: /^(?:退款总金额|总退款金额)$/,
  fees: /^手续费总金额$/,
  coming: /^(?:收入金额|收入总金额)$/,
  going: /^(?:支出金额|支出总金额)$/,
} as const;

/** The totals below. Fees are net of those given back, so orders are checked as one sum. */
function tail(rows: readonly TableRow[], unit: Currency): ListTail | null {
  const [names, values] = rows;
  if (names === undefined || values === undefined) return null;
  const told = (kind: keyof typeof TOTALS): Money | null => {
    const at = names.cells.findIndex((cell) => TOTALS[kind].test(plainHeading(cell)));
    const amount = amountIn(values.cells[at] ?? "", unit);
    return amount === "unreadable" ? null : amount;
  };
  const totals = { inCount: null, inSum: told("coming"), outCount: null, outSum: told("going") };
  const [orders, refunds, fees] = [told("orders"), told("refunds"), told("fees")];
  if (orders === null) return { totals, net: null };
  const net = [refunds, fees].reduce<Money>(
    (left, taken) => (taken === null ? left : subtract(left, taken)),
    orders,
  );
  return { totals, net };
}

export const wechatMerchant: StatementFormat = listFormat({
  name: "wechat-merchant",
  method: "wechat",
  money: merchantMoney,
  tail,
  knows: (head) => sureIf(hasAny(head, "微信订单号", "微信支付业务单号", "资金流水单号")),
  fields: [
    column("account", "特约商户号|子商户号|商户号"),
    column("amount", "应结订单金额|总金额|收支金额（元）"),
    column("refund", "退款金额"),
    column("refund_status", "退款状态"),
    column("refund_reference", "微信退款单号"),
    column("status", "交易状态"),
    column("fee", "手续费"),
    column("bank_reference", "资金流水单号|微信订单号"),
    column("payer_reference", "商户订单号|业务凭证号|微信支付业务单号"),
    column("counter_account", "用户标识"),
    column("remark", "商品名称|商户数据包|备注"),
    column("kind", "交易类型|业务名称|业务类型"),
  ],
});
