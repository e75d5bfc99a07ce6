/** A line left out takes its money out of the book. */
import { expect, test } from "vitest";
import { cny, countingIds, on } from "../../../test/kit/import-book.ts";
import { standingAfter } from "../../../test/kit/settlement.ts";
import { bookIgnored } from "./ignored-line.ts";
import { bookUnidentified } from "./receipt.ts";

test("as if the line had been left out from the start", () => {
  const newId = countingIds();
  const receivedOn = on("2026-03-10");
  const receipt = { number: "BR-1", amount: cny("25.00"), receivedOn, method: "bank" as const };
  const booked = { ...receipt, reference: null };
  const came = bookUnidentified(booked, newId, []);
  const left = bookIgnored(booked, newId, [{ code: "ignored_by_person" }]);
  const sums = standingAfter([...came.postings, ...left.postings]);
  expect([...sums.values()].every((sum) => sum === 0n)).toBe(true);
  expect(left).toMatchObject({
    entries: [{ kind: "reversal", effectiveOn: receivedOn }],
    opened: [],
    items: [],
  });
});
