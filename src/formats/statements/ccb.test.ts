/** CCB: brackets of both widths, blanks within labels, text and workbooks of every kind. */
import { expect, test } from "vitest";
import { entriesOf, headLines, sampleFile } from "../../../test/kit/lists.ts";

const NEW = ["32001888000052500001 CNY 131301.08 139301.58 adds up"].map((line) =>
  line.replace("131301.08", "133401.08"),
);

test.each([
  "corporate.xlsx",
  "corporate-false-dimension.xlsx",
  "corporate-old.xls",
  "utf16-tabs.xls",
])("%s", async (name) => {
  const file = await sampleFile("ccb", name);
  expect(headLines(file)).toEqual(NEW);
  expect(file.statements[0]?.owner).toBe("星河仪表（苏州）有限公司");
  expect(entriesOf(file)).toMatchObject([
    {
      bookedOn: "2026-08-01",
      counterName: "林木木",
      counterAccount: "62166022700000810001",
      bankReference: "13835-530905038AAAAAAAAA1",
      remark: "电子转账 住宿费",
    },
    { bookedOn: "2026-08-02", amount: { minor: 800050n }, counterName: "云帆电子有限公司" },
  ]);
});

test("a cheque is known by the kind of voucher", async () => {
  const file = await sampleFile("ccb", "utf16-tabs.xls");
  expect(entriesOf(file).map(({ method }) => method)).toEqual(["bank", "cheque"]);
});

test("the older list", async () => {
  const file = await sampleFile("ccb", "corporate-gb18030.csv");
  expect(headLines(file)).toEqual(["32001888000052500001 CNY 100000.00 216543.22 adds up"]);
});
