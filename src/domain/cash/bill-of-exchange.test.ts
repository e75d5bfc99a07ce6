/** Bills of exchange: what is taken, and which way they go. */
import { describe, expect, test } from "vitest";
import { cny, on } from "../../../test/kit/import-book.ts";
import { moneyOf } from "../values/money.ts";
import {
  BILL_STATES,
  type BillMove,
  type BillOffer,
  type BillState,
  canMove,
  judgeBill,
  judgeMove,
  type StandingBill,
} from "./bill-of-exchange.ts";

const today = on("2026-04-10");
const offer: BillOffer = {
  kind: "bank_acceptance",
  medium: "electronic",
  number: " 230000000000000000000000000011 ",
  drawer: "远航机电有限公司",
  acceptor: "临江农村商业银行",
  payee: " 南桥阀门厂",
  endorsers: ["南桥阀门厂 ", "启明贸易"],
  amount: cny("200000.00"),
  issuedOn: on("2026-01-15"),
  maturesOn: on("2026-07-15"),
  receivedOn: on("2026-04-09"),
};

describe("a bill", () => {
  test("is taken with its parties trimmed, endorsers in their order", () => {
    expect(judgeBill(offer, false, today)).toEqual({
      ok: true,
      value: {
        ...offer,
        number: "230000000000000000000000000011",
        payee: "南桥阀门厂",
        endorsers: ["南桥阀门厂", "启明贸易"],
      },
    });
  });

  test.each([
    [{ number: " " }, { code: "bill_field_missing", field: "number" }],
    [{ drawer: "" }, { code: "bill_field_missing", field: "drawer" }],
    [{ acceptor: " " }, { code: "bill_field_missing", field: "acceptor" }],
    [{ endorsers: ["启明贸易", " "] }, { code: "bill_field_missing", field: "endorser" }],
    [{ amount: cny("0") }, { code: "bill_not_positive" }],
    [
      { maturesOn: on("2026-01-14") },
      { code: "bill_matures_before_issue", issuedOn: on("2026-01-15") },
    ],
    [
      { receivedOn: on("2026-01-14") },
      { code: "bill_received_before_issue", issuedOn: on("2026-01-15") },
    ],
    [
      { receivedOn: on("2026-04-11") },
      { code: "bill_day_in_future", day: on("2026-04-11"), today },
    ],
    [{ maturesOn: on("2026-03-29") }, { code: "bill_is_overdue", presentBy: on("2026-04-08") }],
  ] as const)("with %o is refused", (different, refusal) => {
    const judged = judgeBill({ ...offer, ...different }, false, today);
    expect(judged).toEqual({ ok: false, refusal });
  });

  test("whose number is in the book is refused; on the last day of presentment it is taken", () => {
    expect(judgeBill(offer, true, today)).toMatchObject({ refusal: { code: "bill_number_taken" } });
    expect(judgeBill({ ...offer, maturesOn: on("2026-03-30") }, false, today).ok).toBe(true);
    expect(judgeBill({ ...offer, receivedOn: today }, false, today).ok).toBe(true);
    const atOnce = { ...offer, issuedOn: offer.receivedOn, maturesOn: offer.receivedOn };
    expect(judgeBill(atOnce, false, today).ok).toBe(true);
  });
});

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
const later = on("2026-12-31");

describe("its way", () => {
  test("leads from our hands to money, or back", () => {
    const allowed: Readonly<Record<BillState, string>> = {
      held: "presented endorsed discounted",
      presented: "cleared dishonoured",
      endorsed: "cleared dishonoured",
      discounted: "cleared dishonoured",
      cleared: "",
      dishonoured: "recourse notified",
      recourse: "notified",
    };
    const moves = [...BILL_STATES.filter((state) => state !== "held"), "notified"] as BillMove[];
    for (const state of BILL_STATES) {
      const taken = moves.filter((to) => canMove(stands(state), to).ok);
      expect(taken.toSorted().join(" ")).toBe(allowed[state].split(" ").toSorted().join(" "));
    }
  });

  test("tells the parties before us once", () => {
    const told = stands("dishonoured", { notifiedOn: on("2026-07-20") });
    expect(canMove(told, "notified")).toEqual({
      ok: false,
      refusal: { code: "bill_move_not_allowed", from: "dishonoured", to: "notified" },
    });
  });

  test.each([
    [held, move("presented", "2026-07-15"), null],
    [held, move("presented", "2026-07-01"), null],
    [stands("held", { medium: "paper" }), move("presented", "2026-07-14"), "bill_not_mature"],
    [stands("held", { medium: "paper" }), move("presented", "2026-07-15"), null],
    [held, move("cleared", "2026-07-15"), "bill_move_not_allowed"],
    [held, move("endorsed", "2026-04-08"), "bill_moved_later"],
    [held, move("endorsed", "2026-07-25"), null],
    [held, move("endorsed", "2026-07-26"), "bill_is_overdue"],
    [held, move("discounted", "2026-07-15", cny("900.00")), null],
    [held, move("discounted", "2026-07-16"), "bill_is_overdue"],
    [held, move("discounted", "2026-05-01", cny("200000.00")), "bill_charge_too_high"],
    [held, move("discounted", "2026-05-01", cny("0")), "bill_charge_too_high"],
    [held, move("discounted", "2026-05-01", moneyOf("1.00", "USD")), "bill_charge_too_high"],
    [held, move("presented", "2027-01-01"), "bill_day_in_future"],
    [held, move("presented", later), null],
    [
      stands("presented", { presentedOn: on("2026-07-16") }),
      move("cleared", "2026-07-15"),
      "bill_moved_later",
    ],
    [stands("presented", { presentedOn: on("2026-07-16") }), move("cleared", "2026-07-16"), null],
    [
      stands("dishonoured", { endedOn: on("2026-07-20") }),
      move("recourse", "2026-07-19"),
      "bill_moved_later",
    ],
  ])("from %o by %o: %s", (bill, step, code) => {
    const judged = judgeMove(bill, step, later);
    expect(judged.ok ? null : judged.refusal.code).toBe(code);
  });
});
