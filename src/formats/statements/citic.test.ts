/** CITIC: a card's charge has no sign and is money out. */
import { expect, test } from "vitest";
import { entriesOf, sampleFile } from "../../../test/kit/lists.ts";

test.each([
  ["card-charges.csv", [-590n, 20n]],
  ["card.xls", [-590n, 10000n]],
])("%s", async (name, amounts) => {
  const file = await sampleFile("citic", name);
  expect(entriesOf(file).map(({ amount }) => amount.minor)).toEqual(amounts);
});
