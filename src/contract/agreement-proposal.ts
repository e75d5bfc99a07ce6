/** Proposing an agreement: what may be agreed about, what an offer comes to, the proposal. */
import { z } from "zod";
import { AgreementCost, AgreementKind, AgreementState, RiskFact } from "./agreement.ts";
import { DiscountOffer, ExtensionOffer, PlanOffer } from "./agreement-offer.ts";
import { endpoint } from "./endpoint.ts";
import { Because, Can, Id, WireDay, WireMoney } from "./scalars.ts";

/** What an offer would come to; nothing is stored. */
export const AgreementDraft = z
  .object({
    kind: AgreementKind,
    amount: WireMoney,
    interest: WireMoney,
    forgiven: WireMoney,
    lastOn: WireDay,
    days: z.number().int(),
    instalments: z.array(
      z.object({
        place: z.number().int(),
        dueOn: WireDay,
        amount: WireMoney,
        interest: WireMoney,
        /** Moved from this day, which is not worked; null: as asked. */
        rolledFrom: WireDay.nullable(),
      }),
    ),
    risk: z.array(RiskFact),
    cost: AgreementCost.nullable(),
    concessions: Because,
  })
  .meta({ id: "AgreementDraft" });

const OF_CUSTOMER = "/api/creditors/{creditor}/customers/{customer}";
const Proposed = z.object({ id: Id, number: z.string(), state: AgreementState });

/** What a form needs: the items with what is free of each, and the policy's limits. */
export const agreementTerms = endpoint({
  name: "agreementTerms",
  method: "get",
  path: `${OF_CUSTOMER}/agreement-terms`,
  summary: "What may be agreed about: items with what is free of each, the policy's limits",
  access: "agreement:propose",
  query: z.object({ replaces: Id.optional() }),
  answer: z.object({
    items: z.array(
      z.object({
        id: Id,
        number: z.string(),
        open: WireMoney,
        /** Open less what is disputed, promised or in another agreement. */
        free: WireMoney,
        disputed: WireMoney,
        promised: WireMoney,
        agreed: WireMoney,
        dueOn: WireDay,
        daysPastDue: z.number().int(),
      }),
    ),
    limits: z.object({
      longestDays: z.number().int(),
      /** "10" per cent of the whole, to be paid first; "0": nothing is asked. */
      leastFirstPercent: z.string(),
      mostParts: z.number().int(),
      leastPart: z.array(WireMoney),
      longestExtensionDays: z.number().int(),
      mostDiscountPercent: z.string(),
      signWithinDays: z.number().int(),
    }),
    can: z.object({ propose: Can }),
  }),
});

export const previewPlan = endpoint({
  name: "previewPlan",
  method: "post",
  path: `${OF_CUSTOMER}/repayment-plans/preview`,
  summary: "The schedule, risk and cost of a plan, without storing anything",
  access: "agreement:propose",
  body: PlanOffer,
  answer: AgreementDraft,
});

export const proposePlan = endpoint({
  name: "proposePlan",
  method: "post",
  path: `${OF_CUSTOMER}/repayment-plans`,
  summary: "Propose a repayment plan; it waits for another person's approval",
  access: "agreement:propose",
  body: PlanOffer,
  answer: Proposed,
  status: 201,
});

export const previewExtension = endpoint({
  name: "previewExtension",
  method: "post",
  path: `${OF_CUSTOMER}/extensions/preview`,
  summary: "What an extension costs and moves, without storing anything",
  access: "agreement:propose",
  body: ExtensionOffer,
  answer: AgreementDraft,
});

export const proposeExtension = endpoint({
  name: "proposeExtension",
  method: "post",
  path: `${OF_CUSTOMER}/extensions`,
  summary: "Propose later due days; they wait for another person's approval",
  access: "agreement:propose",
  body: ExtensionOffer,
  answer: Proposed,
  status: 201,
});

export const previewDiscount = endpoint({
  name: "previewDiscount",
  method: "post",
  path: `${OF_CUSTOMER}/discounts/preview`,
  summary: "What a discount for early payment costs, without storing anything",
  access: "agreement:propose",
  body: DiscountOffer,
  answer: AgreementDraft,
});

export const proposeDiscount = endpoint({
  name: "proposeDiscount",
  method: "post",
  path: `${OF_CUSTOMER}/discounts`,
  summary: "Propose a discount for early payment; it waits for another person's approval",
  access: "agreement:propose",
  body: DiscountOffer,
  answer: Proposed,
  status: 201,
});
