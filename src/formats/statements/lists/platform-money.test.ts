/** Personal bills: the way by mark, by words, or not at all. */
import { expect, test } from "vitest";
import { currency } from "../../../domain/values/money.ts";
import { listRow } from "./list-row.ts";
import { platformMoney } from "./platform-money.ts";

const rule = platformMoney({ closed: /关闭/, coming: /退款|充值/, going: /提现/ });

function read(amount: string, mark: string, status = "", kind = "", paidBy = "") {
  const cells = { amount, mark, status, kind, paid_by: paidBy };
  const columns = new Map(Object.keys(cells).map((field, index) => [field, [index]]));
  const row = listRow({ line: 1, cells: Object.values(cells) }, columns);
  const found = rule(row, currency("CNY"), { markedSigned: false, outSigned: false });
  if (found.what === "moved") return found.movements[0]?.amount.minor;
  return found.what === "still" ? found.because : found.field;
}

test.each([
  [read("¥5.00", "收入"), 500n],
  [read("5.00", "支出"), -500n],
  [read("5.00(已退款2.00)", "支出"), -500n],
  [read("5.00(已全额退款)", "不计收支"), -500n],
  [read("5.00", "不计收支", "退款成功"), 500n],
  [read("5.00", "/", "已完成", "零钱提现"), -500n],
  [read("5.00", "/", "已完成", "分付"), "neither_in_nor_out"],
  [read("5.00", "不计收支", "交易关闭"), "order_closed"],
  [read("5.00", "支出", "交易关闭", "", "余额"), -500n],
  [read("5.00", "收入", "交易关闭", "", "余额"), "order_closed"],
  [read("0.00", "支出"), "zero_amount"],
  [read("5.00", "贷款"), "mark"],
  [read("", "支出"), "amount"],
  [read("5.O0", "支出"), "amount"],
])("%s is %s", (found, expected) => {
  expect(found).toBe(expected);
});
