/** What a confirmed receipt teaches of its payer. */
import { expect, test } from "vitest";
import { lessonsOf } from "./learned-payer.ts";

const own = { name: "上海甲精密机械有限公司", nameEn: "Jia Precision", accounts: ["6222 0001"] };
const lessons = (payerName: string | null, payerAccount: string | null) =>
  lessonsOf({ payerName, payerAccount }, own);

test("a stranger's name and account are learned as the bank wrote them", () => {
  expect(lessons(" 赵六 ", "6228-48")).toEqual([
    ["name", "赵六"],
    ["account", "622848"],
  ]);
});

test("the customer's own name and account teach nothing", () => {
  expect(lessons("上海甲精密机械有限公司", "62220001")).toEqual([]);
  expect(lessons("JIA PRECISION", null)).toEqual([]);
  expect(lessons(null, "")).toEqual([]);
});

test("a payment platform pays for everybody", () => {
  expect(lessons("支付宝（中国）网络技术有限公司客户备付金", "2155")).toEqual([]);
});
