/** What is offered to agree with a customer, as it comes in: plan, extension, discount. */
import { z } from "zod";
import type { AgreementId, ItemId } from "../domain/values/ids.ts";
import { type Rate, rate } from "../domain/values/money.ts";
import { DayIn, IdOf, MoneyIn, Words } from "./scalars.ts";

/** "4.35" per cent as parts per 10⁹; at most five decimals. */
const PercentIn = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,5})?$/)
  .transform((text): bigint => {
    const [whole = "0", part = ""] = text.split(".");
    return BigInt(whole + part.padEnd(5, "0")) * 100n;
  });

const InterestIn = z
  .object({ percent: PercentIn, per: z.enum(["year", "day"]) })
  .transform(({ percent, per }): Rate => rate(percent, per));

const Part = z.object({ item: IdOf<ItemId>(), amount: MoneyIn });
const Parts = z.array(Part).min(1).max(500);

/** `equal`: by count and rhythm, after a first payment if one is named. */
const ScheduleIn = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("equal"),
    count: z.number().int().min(1).max(120),
    firstOn: DayIn,
    every: z.enum(["week", "two_weeks", "month", "quarter"]),
    /** Paid on the first day; the rest is split equally over the other days. */
    firstPayment: MoneyIn.nullable().default(null),
  }),
  z.object({ kind: z.literal("dates"), days: z.array(DayIn).min(1).max(120) }),
  z.object({
    kind: z.literal("custom"),
    /** The last part takes what the others leave where its amount is null. */
    parts: z
      .array(z.object({ dueOn: DayIn, amount: MoneyIn.nullable() }))
      .min(1)
      .max(120),
  }),
]);

const GuarantorIn = z.object({
  name: Words(200),
  kind: z.enum(["general", "joint"]),
  /** How long the guarantor answers after the last day, in months (民法典 692). */
  months: z.number().int().min(1).max(36),
});

/** What the document says beyond the figures. What is left out has the careful default. */
const ClausesIn = z.object({
  /** The right to the penalty stays (买卖合同解释 18): on unless somebody takes it out. */
  reservePenalty: z.boolean().default(true),
  /** Of a plan: default lets everything fall due, by a person's decision or by itself. */
  acceleration: z.enum(["by_person", "by_itself"]).default("by_person"),
  guarantor: GuarantorIn.nullable().default(null),
  jurisdiction: Words(300).nullable().default(null),
  serviceAddress: Words(300).nullable().default(null),
  serviceEmail: z.email().max(200).nullable().default(null),
  /** The debtor gives up the defence of limitation (诉讼时效规定 19): only for old debts. */
  waivesLimitation: z.boolean().default(false),
});

export const PlanOffer = z.object({
  items: Parts,
  schedule: ScheduleIn,
  rollToWorkingDay: z.boolean().default(true),
  interest: InterestIn.nullable().default(null),
  reason: Words(2000),
  clauses: ClausesIn.prefault({}),
  /** The agreement that this one replaces: what is left of it is free for this one. */
  replaces: IdOf<AgreementId>().nullable().default(null),
});

export const ExtensionOffer = z.object({
  items: z
    .array(z.object({ item: IdOf<ItemId>(), newDueOn: DayIn }))
    .min(1)
    .max(500),
  reason: Words(2000),
  clauses: ClausesIn.prefault({}),
});

export const DiscountOffer = z.object({
  items: Parts,
  /** What is given up of the items' amounts when the rest is there by `payBy`. */
  forgiven: MoneyIn,
  payBy: DayIn,
  reason: Words(2000),
  clauses: ClausesIn.prefault({}),
});
