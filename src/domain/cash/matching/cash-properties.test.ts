/** What must hold of matching whatever the book and the line: generated cases. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../../values/calendar.ts";
import type { BankLineId, CustomerId, ItemId } from "../../values/ids.ts";
import { add, currency, type Money, money, total } from "../../values/money.ts";
import { judgeLine } from "./judge-line.ts";
import type { CashRules, MatchClaim, MatchCredit, MatchLine, Proposal } from "./match.ts";
import { type MatchBook, type MatchValues, openMatchBook } from "./match-book.ts";
import { recordSettlement, undoSettlement } from "./record-settlement.ts";

const CNY = currency("CNY");
const USD = currency("USD");
/** Ten thousand cases take two seconds on a quiet machine, and more on a busy one. */
const patient = { timeout: 180_000 };

/** Tries the claim on 10,000 generated cases; fails with the smallest that breaks it. */
const holds = <Case>(any: fc.Arbitrary<Case>, claim: (one: Case) => void) =>
  expect(fc.check(fc.property(any, claim), { numRuns: 10_000 }), "the property").toSatisfy(
    (run: fc.RunDetails<[Case]>) => {
      if (run.failed) throw new Error(fc.defaultReportMessage(run), { cause: run.errorInstance });
      return true;
    },
  );

const RULES: CashRules = {
  bankFeeUpTo: [money(5000n, CNY), money(5000n, USD)],
  roundingUpTo: [money(100n, CNY), money(100n, USD)],
  cashDiscount: { partsPerBillion: 30_000_000n, withinDays: null },
  oldestFirst: false,
  autoFrom: 990,
};

const NAMES = [
  "绍兴柏澜电气有限公司",
  "绍兴柏嵘电气有限公司",
  "柏澜贸易（绍兴）有限公司",
  "HOLTEN BEARINGS LTD",
  "HOLTEN BEARINGS GMBH",
];
const NUMBERS = [
  (at: number) => `INV-2026-${String(at).padStart(6, "0")}`,
  (at: number) => `FP26${String(at).padStart(4, "0")}`,
  (at: number) => `SO-70${at % 10}/${at % 3}`,
];
const day = (at: number) => plainDate(`2026-0${1 + (at % 3)}-1${at % 10}`);
const customerAt = (at: number) => `customer ${at}` as CustomerId;

/** Few different amounts, so that sums meet. */
const anyAmount = fc.oneof(
  fc.constantFrom(10_000n, 20_000n, 30_000n, 50_000n, 15_000n, 25_000n),
  fc.bigInt({ min: 1n, max: 90_000n }),
);

type Drawn = { who: number; amount: bigint; paid: boolean; shape: number; disputed: boolean };
const anyClaim: fc.Arbitrary<Drawn> = fc.record({
  who: fc.nat({ max: NAMES.length - 1 }),
  amount: anyAmount,
  paid: fc.boolean(),
  shape: fc.nat({ max: NUMBERS.length - 1 }),
  disputed: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
});

function claimAt({ who, amount, paid, shape, disputed }: Drawn, at: number): MatchClaim {
  const open = paid && amount > 10n ? amount / 2n : amount;
  return {
    id: `claim ${at}` as ItemId,
    customerId: customerAt(who),
    number: NUMBERS[shape]?.(at + 1) ?? "",
    references: at % 4 === 0 ? [`PO${4500 + at}-1`] : [],
    issuedOn: day(at),
    dueOn: day(at + 1),
    amount: money(amount, CNY),
    open: money(open, CNY),
    disputed: money(disputed ? open : 0n, CNY),
  };
}

const creditAt = (drawn: { who: number; amount: bigint }, at: number): MatchCredit => ({
  id: `credit ${at}` as ItemId,
  kind: at % 2 === 0 ? "credit_memo" : "receipt",
  customerId: customerAt(drawn.who),
  number: `CN-2026-${at}`,
  issuedOn: day(at),
  open: money(drawn.amount, CNY),
  forClaim: null,
});

const anyBook: fc.Arbitrary<MatchValues> = fc
  .record({
    claims: fc.array(anyClaim, { maxLength: 9 }),
    credits: fc.array(fc.record({ who: fc.nat({ max: 4 }), amount: anyAmount }), { maxLength: 3 }),
    alias: fc.option(fc.nat({ max: 4 })),
  })
  .map(({ claims, credits, alias }) => ({
    customers: NAMES.map((name, at) => ({
      id: customerAt(at),
      name,
      nameEn: null,
      accounts: at % 2 === 0 ? [`62${at}0001234567890`] : [],
    })),
    aliases:
      alias === null
        ? []
        : [{ kind: "name", value: "韩静", customerId: customerAt(alias), confirmed: 3 }],
    claims: claims.map(claimAt),
    credits: credits.map(creditAt),
    past: [],
  }));

const WORDS = ["", "货款", "预付款", "退款", "RETURNED AC04", "手续费", "扣质量款", "1月货款"];

/** A line that somebody may have sent to this book: sums of claims, near them, or anything. */
const anyLine = (values: MatchValues): fc.Arbitrary<MatchLine> =>
  fc
    .record({
      some: fc.subarray([...values.claims], { maxLength: Math.min(4, values.claims.length) }),
      named: fc.boolean(),
      off: fc.constantFrom(0n, 0n, 0n, 1n, -1n, -50n, -1000n, -5000n, 7000n, -300n),
      sign: fc.constantFrom(1n, 1n, 1n, 1n, -1n),
      name: fc.constantFrom(null, "", "韩静", "柏澜", "陌生人有限公司", ...NAMES, ...NAMES),
      account: fc.constantFrom(null, null, "620000123****7890", "6200001234567890"),
      word: fc.constantFrom(...WORDS),
      unit: fc.constantFrom(CNY, CNY, CNY, CNY, USD),
      at: fc.nat({ max: 99 }),
    })
    .map(({ some, named, off, sign, name, account, word, unit, at }) => {
      const sum =
        total(
          some.map(({ open }) => open),
          CNY,
        ).minor + off;
      const amount = money(sign * (sum > 0n ? sum : 12_345n), unit);
      const remark = named ? `${word} ${some.map(({ number }) => number).join("、")}` : word;
      return lineWith({ amount, payerName: name, payerAccount: account, remark, at });
    });

const lineWith = (
  parts: Pick<MatchLine, "amount"> & Partial<MatchLine> & { readonly at?: number },
): MatchLine => {
  const { at = 0, ...rest } = parts;
  return {
    id: `line ${at}` as BankLineId,
    bookedOn: plainDate("2026-04-01"),
    payerName: null,
    payerAccount: null,
    bankReference: `W${at}`,
    remark: null,
    returned: false,
    ...rest,
  };
};

const anyCase = anyBook.chain((values) =>
  fc.record({ values: fc.constant(values), line: anyLine(values) }),
);

const moneyOf = (parts: readonly { readonly amount: Money }[], unit = CNY): Money =>
  total(
    parts.map(({ amount }) => amount),
    unit,
  );

/** What can be seen of the book: what is open, and where it is looked up by amount. */
const stateOf = (book: MatchBook) => ({
  claims: [...book.claims.values()].map(({ claim, open, disputed }) => [claim.id, open, disputed]),
  credits: [...book.credits.values()].map(({ credit, open }) => [credit.id, open]),
  byAmount: [...book.byAmount]
    .filter(([, claims]) => claims.length > 0)
    .map(([key, claims]) => [key, [...claims].map(({ claim }) => claim.id).toSorted()])
    .toSorted(),
  past: [...book.past.values()].map(({ line, settled }) => [line.id, settled]),
  aliases: [...book.aliases.keys()],
});

/** The line and what is used with it make what is settled and what is left over. */
function addsUp(line: MatchLine, proposal: Proposal): boolean {
  if (line.amount.currency !== CNY || proposal.what !== "receipt") return true;
  const given = add(line.amount, moneyOf(proposal.credits));
  const all = proposal.shortfall === null ? given : add(given, proposal.shortfall.amount);
  return all.minor === add(moneyOf(proposal.allocations), proposal.onAccount).minor;
}

/** Claims of the proposal's customer, each once, within what is open. */
function staysWithin(values: MatchValues, proposal: Proposal): boolean {
  const open = new Map(
    [...values.claims, ...values.credits].map((one) => [
      one.id,
      { who: one.customerId, open: one.open },
    ]),
  );
  const parts = [...proposal.allocations, ...proposal.credits];
  const ids = new Set(parts.map(({ itemId }) => itemId));
  return (
    ids.size === parts.length &&
    parts.every(({ itemId, amount }) => {
      const item = open.get(itemId);
      return (
        item?.who === proposal.customerId && amount.minor > 0n && amount.minor <= item.open.minor
      );
    })
  );
}

describe("whatever is in the book and on the line", patient, () => {
  test("each proposal's money adds up, and there are one to three", () => {
    holds(anyCase, ({ values, line }) => {
      const { proposals } = judgeLine(openMatchBook(values), line, RULES);
      expect(proposals.length).toBeGreaterThanOrEqual(1);
      expect(proposals.length).toBeLessThanOrEqual(3);
      for (const proposal of proposals) {
        expect(addsUp(line, proposal), proposal.what).toBe(true);
        expect(proposal.confidence).toBeGreaterThanOrEqual(0);
        expect(proposal.confidence).toBeLessThanOrEqual(1000);
      }
    });
  });

  test("nothing is settled beyond what is open, or of another customer", () => {
    holds(anyCase, ({ values, line }) => {
      for (const proposal of judgeLine(openMatchBook(values), line, RULES).proposals) {
        expect(staysWithin(values, proposal), JSON.stringify(proposal.because)).toBe(true);
      }
    });
  });

  test("the order in which claims, credits and customers were entered changes nothing", () => {
    holds(anyCase, ({ values, line }) => {
      const turned = {
        ...values,
        customers: values.customers.toReversed(),
        claims: values.claims.toReversed(),
        credits: values.credits.toReversed(),
      };
      const [one, other] = [values, turned].map((book) =>
        judgeLine(openMatchBook(book), line, RULES),
      );
      expect(one).toEqual(other);
    });
  });

  test("judging changes nothing", () => {
    holds(anyCase, ({ values, line }) => {
      const book = openMatchBook(values);
      const before = stateOf(book);
      const first = judgeLine(book, line, RULES);
      expect(stateOf(book)).toEqual(before);
      expect(judgeLine(book, line, RULES)).toEqual(first);
    });
  });

  test("claims in another currency, or of nobody known, are never settled by themselves", () => {
    const settles = (values: MatchValues, line: MatchLine): boolean => {
      const { action, proposals } = judgeLine(openMatchBook(values), line, RULES);
      return action === "auto" && (proposals[0]?.allocations.length ?? 0) > 0;
    };
    holds(anyCase, ({ values, line }) => {
      const foreign = { ...line, amount: money(line.amount.minor, USD) };
      expect(settles(values, foreign)).toBe(false);
      const payerName = "陌生人有限公司";
      const stranger = { ...line, payerName, payerAccount: null, remark: "货款" };
      expect(settles(values, stranger)).toBe(false);
    });
  });

  test("a line booked and taken back leaves the book as it was", () => {
    holds(anyCase, ({ values, line }) => {
      const book = openMatchBook(values);
      const before = stateOf(book);
      for (const proposal of judgeLine(book, line, RULES).proposals) {
        recordSettlement(book, line, proposal);
        const moved = stateOf(book);
        if (proposal.allocations.length > 0) expect(moved.claims).not.toEqual(before.claims);
        undoSettlement(book, line.id);
        expect(stateOf(book)).toEqual(before);
      }
    });
  });
});

/** How many sets of these amounts make the sum. */
function countSets(amounts: readonly bigint[], sum: bigint): number {
  const [first, ...rest] = amounts;
  if (first === undefined) return sum === 0n ? 1 : 0;
  return countSets(rest, sum) + (first > sum ? 0 : countSets(rest, sum - first));
}

describe("two sets of claims with the same sum", patient, () => {
  /** Two different sets of one customer's claims that make the same sum, and others around them. */
  const anyTie = fc
    .record({
      one: fc.array(anyAmount, { minLength: 1, maxLength: 4 }),
      other: fc.array(anyAmount, { minLength: 1, maxLength: 3 }),
      more: fc.array(anyAmount, { maxLength: 3 }),
      name: fc.constantFrom(NAMES[0] ?? ""),
      word: fc.constantFrom("", "货款", "付款"),
    })
    .filter(({ one, other }) => sum(one) > sum(other))
    .map(({ one, other, more, ...rest }) => {
      const second = [...other, sum(one) - sum(other)];
      return { amounts: [...one, ...second, ...more], sum: sum(one), ...rest };
    });
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);

  test("are never decided by themselves where the payer names nothing", () => {
    holds(anyTie, ({ amounts, sum: paid, name, word }) => {
      const claims = amounts.map((amount, at) =>
        claimAt({ who: 0, amount, paid: false, shape: 0, disputed: false }, at),
      );
      const customers = [{ id: customerAt(0), name, nameEn: null, accounts: [] }];
      const book = openMatchBook({ customers, aliases: [], claims, credits: [], past: [] });
      const line = lineWith({ amount: money(paid, CNY), payerName: name, remark: word });
      const judgement = judgeLine(book, line, RULES);
      expect(judgement.action, JSON.stringify(judgement.proposals[0]?.because)).toBe("review");
    });
  });

  test("so what is settled whole and unnamed is the only set with its sum", () => {
    holds(anyCase, ({ values, line }) => {
      if (/\d{3}/.test(line.remark ?? "")) return;
      const { action, proposals } = judgeLine(openMatchBook(values), line, RULES);
      const [first] = proposals;
      if (action !== "auto" || first === undefined || first.allocations.length === 0) return;
      const claims = values.claims.filter(({ customerId }) => customerId === first.customerId);
      const open = new Map(claims.map((claim) => [claim.id, claim.open.minor]));
      const isWhole = first.allocations.every(
        ({ itemId, amount }) => open.get(itemId) === amount.minor,
      );
      const exact = moneyOf(first.allocations).minor === line.amount.minor;
      if (isWhole && exact) expect(countSets([...open.values()], line.amount.minor)).toBe(1);
    });
  });

  test("and a disputed claim that nobody names is never settled by itself", () => {
    holds(anyCase, ({ values, line }) => {
      if (/\d{3}/.test(line.remark ?? "")) return;
      const { action, proposals } = judgeLine(openMatchBook(values), line, RULES);
      const disputed = new Set(
        values.claims.filter((one) => one.disputed.minor > 0n).map(({ id }) => id),
      );
      const settled = action === "auto" ? (proposals[0]?.allocations ?? []) : [];
      expect(settled.filter(({ itemId }) => disputed.has(itemId))).toEqual([]);
    });
  });
});
