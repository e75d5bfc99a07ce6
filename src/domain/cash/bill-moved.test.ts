/** What is kept of a bill's steps. */
import { expect, test } from "vitest";
import { cny, on } from "../../../test/kit/import-book.ts";
import { billMoved } from "./bill-moved.ts";
import type { StandingBill } from "./bill-of-exchange.ts";

const held: StandingBill = {
  state: "held",
  medium: "electronic",
  amount: cny("100.00"),
  maturesOn: on("2026-06-30"),
  receivedOn: on("2026-03-31"),
  presentedOn: null,
  endedOn: null,
  notifiedOn: null,
};

test("presented, dishonoured, notified, in recourse: each day is kept once", () => {
  const presented = { ...held, ...billMoved(held, "presented", on("2026-07-01")) };
  expect(presented).toMatchObject({ state: "presented", presentedOn: "2026-07-01", endedOn: null });
  const failed = { ...presented, ...billMoved(presented, "dishonoured", on("2026-07-03")) };
  expect(failed).toMatchObject({ state: "dishonoured", endedOn: "2026-07-03" });
  const told = { ...failed, ...billMoved(failed, "notified", on("2026-07-05")) };
  expect(told).toMatchObject({ state: "dishonoured", notifiedOn: "2026-07-05" });
  const sued = billMoved(told, "recourse", on("2026-08-01"));
  expect(sued).toEqual({
    state: "recourse",
    presentedOn: "2026-07-01",
    endedOn: "2026-07-03",
    notifiedOn: "2026-07-05",
  });
});

test("handed on, it ends for us on that day", () => {
  expect(billMoved(held, "endorsed", on("2026-04-02"))).toMatchObject({
    state: "endorsed",
    endedOn: "2026-04-02",
  });
});
