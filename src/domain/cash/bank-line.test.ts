/** A line is taken once ever: the same line is recognised, two equal ones are told apart. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryOf, statementOf } from "../../../test/kit/money-in.ts";
import { plainDate } from "../values/calendar.ts";
import type { BankLineId } from "../values/ids.ts";
import {
  accountOf,
  type CountedEntry,
  countEntries,
  countsOn,
  futureEntry,
  inJudgingOrder,
  lineText,
  matchLineOf,
  partKnown,
} from "./bank-line.ts";
import type { StatementEntry } from "./statement.ts";

const RUNS = { numRuns: 10_000 };

const entries = fc.array(
  fc
    .record({
      amount: fc.integer({ min: 1, max: 3 }).map((yuan) => `${yuan}.00`),
      out: fc.boolean(),
      day: fc.integer({ min: 1, max: 3 }),
      remark: fc.constantFrom("货款", "往来款", null),
      reference: fc.constantFrom(null, null, "A1", "A2"),
    })
    .map(({ amount, out, day, remark, reference }) =>
      entryOf({
        amount: out ? `-${amount}` : amount,
        bookedOn: `2026-03-0${day}`,
        remark,
        bankReference: reference,
      }),
    ),
  { maxLength: 5 },
);

const count = (...lists: readonly (readonly StatementEntry[])[]) =>
  countEntries(
    lists.map((list) => statementOf(list)),
    null,
  );
const names = (counted: readonly CountedEntry[]) =>
  counted.map(({ text, ordinal }) => `${text} ${ordinal}`);

describe("whatever a file holds", () => {
  test("importing it twice brings nothing new, in whatever order its rows come", () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, turn) => {
        const [once, ...rest] = [count(list)];
        expect(rest).toEqual([]);
        const at = list.length === 0 ? 0 : turn % list.length;
        const turned = [...list.slice(at), ...list.slice(0, at)].toReversed();
        expect(partKnown(count(turned), once)).toMatchObject({ fresh: [] });
        expect(partKnown(once, []).fresh).toHaveLength(list.length);
      }),
      RUNS,
    );
  });

  test("of two exports that overlap each line is taken once", () => {
    fc.assert(
      fc.property(entries, entries, entries, (before, shared, after) => {
        const days = (list: readonly StatementEntry[], month: string) =>
          list.map((entry) => ({
            ...entry,
            bookedOn: plainDate(entry.bookedOn.replace("-03-", month)),
          }));
        const [early, late] = [days(before, "-01-"), days(after, "-05-")];
        const first = partKnown(count([...early, ...shared]), []).fresh;
        const second = partKnown(count([...shared, ...late]), first).fresh;
        expect(first.length + second.length).toBe(before.length + shared.length + after.length);
      }),
      RUNS,
    );
  });

  test("the order in which lines are judged is the file's no more", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const [as, turned] = [
          inJudgingOrder(count(list)),
          inJudgingOrder(count([...list].reverse())),
        ];
        expect(names(as)).toEqual(names(turned));
        const key = ({ entry }: CountedEntry) =>
          `${entry.bookedOn} ${entry.amount.minor < 0n ? 1 : 0}`;
        expect(as.map(key)).toEqual(as.map(key).toSorted());
      }),
      RUNS,
    );
  });
});

test("the same line of another export has the same name", () => {
  const camt = entryOf({ bankReference: "NTRF 2026-0001", remark: "INV 1", counterName: "甲" });
  const swift = entryOf({ bankReference: "ntrf20260001", remark: null, counterName: null });
  expect(lineText("62", camt)).toBe(lineText("62", swift));
  const wide = entryOf({ counterName: "（上海）甲 公司", remark: "货款　ＩＮＶ-1" });
  const narrow = entryOf({ counterName: "(上海)甲公司", remark: "货款 inv1" });
  expect(lineText("62", wide)).toBe(lineText("62", narrow));
});

test("day, amount, currency, account, other side and remark tell lines apart", () => {
  const line = entryOf({ remark: "货款" });
  const others = [
    entryOf({ remark: "货款", bookedOn: "2026-03-11" }),
    entryOf({ remark: "货款", amount: "100.01" }),
    entryOf({ remark: "货款", currency: "USD" }),
    entryOf({ remark: "货款", counterName: "乙公司" }),
    entryOf({ remark: "货款", counterAccount: "6222" }),
    entryOf({ remark: "保证金" }),
    entryOf({ remark: "货款", bankReference: "1" }),
  ].map((other) => lineText("62", other));
  expect(new Set([lineText("62", line), lineText("63", line), ...others]).size).toBe(9);
});

test("a number of the bank that comes again in another statement is one line told twice", () => {
  const numbered = entryOf({ bankReference: "A1" });
  expect(partKnown(count([numbered], [numbered]), [])).toMatchObject({ known: [{ ordinal: 1 }] });
  expect(count([numbered, numbered]).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  const bare = entryOf({ remark: "货款" });
  expect(count([bare], [bare]).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
});

test("the account is the file's own, otherwise what the person said, otherwise nothing", () => {
  expect(accountOf({ account: "62 22-01" }, "99")).toBe("622201");
  expect(accountOf({ account: null }, "DE99 0001")).toBe("DE990001");
  expect(accountOf({ account: null }, null)).toBe("");
});

test("money counts from its value day, but never from a day still to come", () => {
  const today = plainDate("2026-03-10");
  expect(countsOn(entryOf({ valueOn: "2026-03-08" }), today)).toBe("2026-03-08");
  expect(countsOn(entryOf({ valueOn: "2026-03-11" }), today)).toBe("2026-03-10");
  const counted = count([entryOf(), entryOf({ bookedOn: "2026-03-12" })]);
  expect(futureEntry(counted, today)).toMatchObject({ line: 3 });
  expect(futureEntry(counted, plainDate("2026-03-12"))).toBeNull();
});

test("matching sees the remark together with the payer's own reference", () => {
  const id = "line" as BankLineId;
  const told = entryOf({ remark: "货款", payerReference: "INV-1" });
  expect(matchLineOf(id, told)).toMatchObject({ remark: "货款 INV-1", returned: false });
  const returned = { code: "AC04", text: null, of: null };
  expect(matchLineOf(id, entryOf({ returned }))).toMatchObject({ remark: null, returned: true });
});
