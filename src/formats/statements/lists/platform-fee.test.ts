/** Fees: a second amount of the same row. */
import { expect, test } from "vitest";
import { currency, moneyOf } from "../../../domain/values/money.ts";
import { moved, still } from "./list-money.ts";
import { listRow } from "./list-row.ts";
import { feeOf } from "./platform-fee.ts";

const CNY = currency("CNY");
const paid = moved([{ amount: moneyOf("100.00", "CNY") }]);

function read(fee: string, sign: "own" | "cost") {
  const row = listRow({ line: 1, cells: [fee] }, new Map([["fee", [0]]]));
  const found = feeOf(paid, row, CNY, sign);
  return found.what === "moved" ? found.movements.map(({ amount }) => amount.minor) : found.what;
}

test("a cost is positive, a fee in the account's own sign negative; zero and nothing add none", () => {
  expect(read("0.60000", "cost")).toEqual([10000n, -60n]);
  expect(read("-0.12", "cost")).toEqual([10000n, 12n]);
  expect(read("-0.60", "own")).toEqual([10000n, -60n]);
  expect(read("0", "cost")).toEqual([10000n]);
  expect(read("", "cost")).toEqual([10000n]);
});

test("a fee that can't be read refuses the row; rows that move nothing have none", () => {
  expect(read("0.6O", "cost")).toBe("unreadable");
  const row = listRow({ line: 1, cells: ["1.00"] }, new Map([["fee", [0]]]));
  expect(feeOf(still("order_closed"), row, CNY, "cost")).toEqual(still("order_closed"));
});
