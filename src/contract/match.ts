/** The match desk: proposals for waiting lines; what is applied, undone, learned of payers. */
import { z } from "zod";
import type { BankLineId, CustomerId, ItemId } from "../domain/values/ids.ts";
import { Applied, OpenClaim, OpenCredit, ShortfallKind } from "./application.ts";
import { BankLine } from "./bank-line.ts";
import { endpoint } from "./endpoint.ts";
import {
  Because,
  Can,
  CustomerBrief,
  Id,
  IdOf,
  Reason,
  WireDay,
  WireInstant,
  WireMoney,
} from "./scalars.ts";

const ProposalWhat = z.enum([
  "receipt",
  "unidentified",
  "duplicate",
  "return",
  "refund",
  "not_receivable",
]);

/** A claim as a proposal settles it, with what stands open of it now. */
const AllocationLine = z.object({
  item: Id,
  number: z.string(),
  dueOn: WireDay.nullable(),
  open: WireMoney,
  amount: WireMoney,
  /** The part of `amount` that the customer held back: accepting leaves it open or disputed. */
  heldBack: WireMoney.nullable(),
});

const LineBrief = z.object({
  id: Id,
  bookedOn: WireDay,
  amount: WireMoney,
  payerName: z.string().nullable(),
  remark: z.string().nullable(),
});

export const MatchProposal = z
  .object({
    /** By which it is accepted; 1 is the likeliest. */
    rank: z.number(),
    what: ProposalWhat,
    customer: CustomerBrief.nullable(),
    allocations: z.array(AllocationLine),
    /** Credit memos and unapplied receipts used up together with the money. */
    credits: z.array(AllocationLine),
    shortfall: z.object({ kind: ShortfallKind, amount: WireMoney }).nullable(),
    /** Stays as unapplied cash; negative for a refund that takes such cash out. */
    onAccount: WireMoney,
    duplicateOf: LineBrief.nullable(),
    reverses: LineBrief.nullable(),
    /** Parts per 1000. */
    confidence: z.number(),
    because: Because,
    can: z.object({ accept: Can }),
  })
  .meta({ id: "MatchProposal" });
export type MatchProposal = z.infer<typeof MatchProposal>;

export const MatchRow = BankLine.extend({
  proposal: z
    .object({
      what: ProposalWhat,
      customer: CustomerBrief.nullable(),
      confidence: z.number(),
      allocations: z.number(),
      /** The numbers of the first three claims. */
      numbers: z.array(z.string()),
      headline: Because,
      can: z.object({ accept: Can }),
    })
    .nullable(),
  proposals: z.number(),
}).meta({ id: "MatchRow" });
export type MatchRow = z.infer<typeof MatchRow>;

const CountAndSum = z.object({ count: z.number(), sums: z.array(WireMoney) });

export const matchDesk = endpoint({
  name: "matchDesk",
  method: "get",
  path: "/api/creditors/{creditor}/match",
  summary: "Lines that wait for a person, the oldest first, in windows of 100",
  access: "book:read",
  query: z.object({
    what: ProposalWhat.optional(),
    text: z.string().trim().max(100).optional(),
    after: z.string().max(500).optional(),
  }),
  answer: z.object({
    rows: z.array(MatchRow),
    next: z.string().nullable(),
    /** Applied today by itself or by hand; the others are what waits now. */
    totals: z.object({
      applied: CountAndSum,
      proposed: CountAndSum,
      unmatched: CountAndSum,
      /** Receipts without a customer, whether or not their line has a proposal. */
      unidentified: CountAndSum,
    }),
    /** The confidence (parts per 1000) from which the page may accept in bulk. */
    surelyFrom: z.number(),
    can: z.object({ import: Can, run: Can, accept: Can }),
  }),
});

export const matchLine = endpoint({
  name: "matchLine",
  method: "get",
  path: "/api/creditors/{creditor}/match/{line}",
  summary: "One waiting line with its proposals as the book stands now",
  access: "book:read",
  answer: z.object({
    line: BankLine,
    /** Empty for a line that does not wait. */
    proposals: z.array(MatchProposal),
    waits: Because,
    /** The search for sums ended before every combination was tried. */
    gaveUp: z.boolean(),
    /** Of the first proposal's customer, or of the receipt's. */
    customer: CustomerBrief.nullable(),
    claims: z.array(OpenClaim),
    credits: z.array(OpenCredit),
    /** Decisions on the receipt, undone ones too, the latest first. */
    applications: z.array(
      z.object({
        id: Id,
        madeBy: z.enum(["itself", "person", "import"]),
        actor: z.string(),
        customer: CustomerBrief,
        allocations: z.array(z.object({ item: Id, number: z.string(), amount: WireMoney })),
        appliedAt: WireInstant,
        state: z.enum(["live", "undone", "returned"]),
        endedOn: WireDay.nullable(),
        endedBy: z.string().nullable(),
        endReason: z.string().nullable(),
        because: Because,
        can: z.object({ undo: Can }),
      }),
    ),
    can: z.object({ apply: Can, ignore: Can, reopen: Can }),
  }),
});

export const acceptProposal = endpoint({
  name: "acceptProposal",
  method: "post",
  path: "/api/creditors/{creditor}/match/{line}/accept",
  summary: "Accept a proposal: apply, ignore as a repetition, take as return or refund",
  access: "cash:apply",
  body: z.object({
    rank: z.number().int().min(1).max(3),
    learn: z.boolean().default(true),
    /** The proposal as it was seen; refused when the book has changed since. */
    seen: z
      .object({
        what: ProposalWhat,
        customer: IdOf<CustomerId>().nullable(),
        items: z.array(IdOf<ItemId>()).max(2000),
      })
      .optional(),
  }),
  answer: Applied,
  status: 201,
});

export const acceptMany = endpoint({
  name: "acceptMany",
  method: "post",
  path: "/api/creditors/{creditor}/match/accept",
  summary: "Accept proposals of many lines; each stands or is refused for itself",
  access: "cash:apply",
  body: z.object({
    lines: z
      .array(z.object({ line: IdOf<BankLineId>(), rank: z.number().int().min(1).max(3) }))
      .min(1)
      .max(500),
  }),
  answer: z.object({
    accepted: z.number(),
    lines: z.array(z.object({ line: Id, application: Id.nullable(), refusal: Reason.nullable() })),
  }),
});

export const runMatch = endpoint({
  name: "runMatch",
  method: "post",
  path: "/api/creditors/{creditor}/match/run",
  summary: "Judge all waiting lines anew; what is certain now is applied",
  access: "cash:apply",
  answer: z.object({ applied: CountAndSum, proposed: CountAndSum, unmatched: CountAndSum }),
});
