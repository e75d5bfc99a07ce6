/** What is left out is gathered by reason and step; shared reasons are said once. */
import { expect, test } from "vitest";
import {
  account,
  china,
  day,
  dunningDay,
  fromTheStart,
  item,
  policyNamed,
} from "../../../test/kit/dunning.ts";
import { leaveOut, nothingLeftOut } from "./left-out.ts";
import { standingOf } from "./standing.ts";

const items = [item("A", "2026-03-31", "5.00"), item("B", "2026-04-01", "3.00")];
const frame = { policy: policyNamed("standard-b2b"), calendar: china, entry: fromTheStart };
const at = dunningDay(account(items), frame, day("2026-04-03"));
const [a, b] = items.map((owed) => standingOf(owed, at)) as [
  ReturnType<typeof standingOf>,
  ReturnType<typeof standingOf>,
];

test("items of one reason and step stand together, with each item's own facts", () => {
  const out = nothingLeftOut();
  const shared = { code: "no_evidence_case", step: "x" } as const;
  leaveOut(out, "no_evidence_case", "x", a, a.resting.chased, shared);
  leaveOut(out, "no_evidence_case", "x", b, b.resting.chased, { ...shared });
  leaveOut(out, "no_evidence_case", "y", b, b.resting.chased, { ...shared, step: "y" });
  const held = { code: "held", kind: "legal", until: null } as const;
  leaveOut(out, "held", null, a, a.item.open, { ...held, item: "A" });
  leaveOut(out, "held", null, b, b.item.open, { ...held, item: "B" });
  expect(
    out.skips.map(({ reason, step, items, because }) => [reason, step, items.length, because]),
  ).toEqual([
    ["no_evidence_case", "x", 2, [shared]],
    ["no_evidence_case", "y", 1, [{ ...shared, step: "y" }]],
    [
      "held",
      null,
      2,
      [
        { ...held, item: "A" },
        { ...held, item: "B" },
      ],
    ],
  ]);
  expect(out.skips[0]?.items[1]).toEqual({
    id: "B",
    number: "B",
    currency: "CNY",
    dueOn: "2026-04-01",
    open: 300n,
    days: 2,
    left: 300n,
  });
});

test("the same code with other facts is another reason", () => {
  const out = nothingLeftOut();
  const facts = { code: "frequency", lastOn: day("2026-04-01"), everyDays: 7 } as const;
  leaveOut(out, "frequency", "x", a, a.item.open, { ...facts, freeOn: day("2026-04-08") });
  leaveOut(out, "frequency", "x", b, b.item.open, { ...facts, freeOn: day("2026-04-09") });
  expect(out.skips[0]?.because).toHaveLength(2);
});
