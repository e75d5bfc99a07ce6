/** Cards: what is charged is money out. */
import { expect, test } from "vitest";
import { entriesOf, listFile, listRefusal } from "../../../../test/kit/lists.ts";

const HEADER = "交易日,记账日,交易摘要,人民币金额,卡号末四位";
const minors = async (text: string) =>
  entriesOf(await listFile(text)).map(({ amount }) => amount.minor);

test("charges without sign are out, payments with a minus are in, nothing is nothing", async () => {
  const text = `${HEADER}\n2026-01-02,2026-01-03,某店,28.00,6688\n2026-01-05,2026-01-05,还款,-28.00,6688\n2026-01-06,2026-01-06,年费减免,0.00,6688\n`;
  expect(await minors(text)).toEqual([-2800n, 2800n]);
});

test("a card's list with columns for both ways is read by those", async () => {
  const text = "交易日,卡末四位,交易摘要,收入,支出\n2026-01-02,6688,某店,,28.00\n";
  expect(await minors(text)).toEqual([-2800n]);
});

test("an unreadable charge is refused", async () => {
  expect(await listRefusal(`${HEADER}\n2026-01-02,2026-01-03,某店,2B.00,6688\n`)).toMatchObject({
    field: "amount",
    line: 2,
  });
});
