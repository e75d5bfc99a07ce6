/** New, the same, changed: and who decides about a change. */
import { expect, test } from "vitest";
import type { Compared } from "./import-facts.ts";
import { judgeMaster } from "./import-master.ts";

type Row = { readonly line: number; readonly key: string; readonly value: string };
const rows: readonly Row[] = [
  { line: 2, key: "a", value: "1" },
  { line: 3, key: "b", value: "1" },
  { line: 4, key: "c", value: "1" },
];
const book = new Map([
  ["a", "1"],
  ["b", "2"],
]);
const compare = ({ key, value }: Row, before: string): Compared<string> =>
  value === before
    ? { verdict: "unchanged" }
    : {
        verdict: "changed",
        after: value,
        change: { code: "row_changed", number: key, field: "value", book: before, file: value },
      };
const judge = (update: boolean) => judgeMaster(rows, ({ key }) => book.get(key), compare, update);

test("a changed row is refused with both values", () => {
  const { created, changed, unchanged, problems } = judge(false);
  expect([created.map(({ key }) => key), changed, unchanged]).toEqual([["c"], [], 1]);
  expect(problems).toMatchObject([{ line: 3, code: "row_changed", book: "2", file: "1" }]);
});

test("unless a person said that the file is right", () => {
  expect(judge(true)).toMatchObject({ changed: ["1"], unchanged: 1, problems: [] });
});
