/** The money of a bill: where it stands after each step. */
import { describe, expect, test } from "vitest";
import { cny, countingIds, on } from "../../../test/kit/import-book.ts";
import { standingAfter } from "../../../test/kit/settlement.ts";
import { bookBillMove } from "./bill-booking.ts";
import {
  BILL_STATES,
  type BillMove,
  type BillState,
  billAccount,
  countsAsExposure,
  type StandingBill,
} from "./bill-of-exchange.ts";

const held: StandingBill = {
  state: "held",
  medium: "electronic",
  amount: cny("200000.00"),
  maturesOn: on("2026-07-15"),
  receivedOn: on("2026-04-09"),
  presentedOn: null,
  endedOn: null,
  notifiedOn: null,
};
const stands = (state: BillState, more: Partial<StandingBill> = {}): StandingBill => ({
  ...held,
  state,
  ...more,
});
const move = (to: BillMove, day: string, charge = null as ReturnType<typeof cny> | null) => ({
  to,
  on: on(day),
  charge,
});
describe("its money", () => {
  const sums = (state: BillState, step: ReturnType<typeof move>) =>
    Object.fromEntries(
      standingAfter(bookBillMove(stands(state), step, countingIds(), []).postings),
    );

  test("is cash when it is cleared", () => {
    expect(sums("presented", move("cleared", "2026-07-16"))).toEqual({
      "cash CNY": 20_000_000n,
      "bill CNY": -20_000_000n,
    });
  });

  test("discounted is cash less the bank's interest", () => {
    expect(sums("held", move("discounted", "2026-05-01", cny("1500.00")))).toEqual({
      "cash CNY": 19_850_000n,
      "bank_charge CNY": 150_000n,
      "bill CNY": -20_000_000n,
    });
  });

  test("endorsed is out of our hands, and no cash", () => {
    expect(sums("held", move("endorsed", "2026-05-01"))).toEqual({
      "endorsed CNY": 20_000_000n,
      "bill CNY": -20_000_000n,
    });
  });

  test("cashed by somebody else, presented or dishonoured moves nothing here", () => {
    expect(sums("endorsed", move("cleared", "2026-07-16"))).toEqual({});
    expect(sums("discounted", move("cleared", "2026-07-16"))).toEqual({});
    expect(sums("held", move("presented", "2026-07-16"))).toEqual({});
    expect(sums("presented", move("dishonoured", "2026-07-16"))).toEqual({});
  });

  test("comes back from where it stands, and counts as exposure until it is cleared", () => {
    expect(
      BILL_STATES.map((state) => [state, billAccount(state), countsAsExposure(state)]),
    ).toEqual([
      ["held", "bill", true],
      ["endorsed", "endorsed", true],
      ["discounted", "cash", true],
      ["presented", "bill", true],
      ["cleared", "cash", false],
      ["dishonoured", "bill", false],
      ["recourse", "bill", false],
    ]);
  });
});
