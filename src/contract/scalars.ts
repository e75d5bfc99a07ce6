/** Money, days, ids and reasons as they cross the wire: amounts and days are always text. */
import { z } from "zod";
import { type PlainDate, parsePlainDate } from "../domain/values/calendar.ts";
import { parseMoney } from "../domain/values/money.ts";

/** An amount that leaves: `{ "amount": "1250.00", "currency": "CNY" }`. */
export const WireMoney = z
  .object({ amount: z.string(), currency: z.string() })
  .meta({ id: "Money" });
export type WireMoney = z.infer<typeof WireMoney>;

/** An amount that comes in: read into Money, refused when it isn't one. */
export const MoneyIn = z
  .object({ amount: z.string().max(40), currency: z.string().length(3) })
  .transform((wire, context) => {
    const parsed = parseMoney(wire.amount, wire.currency);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: "custom", message: parsed.refusal.code, path: ["amount"] });
    return z.NEVER;
  });

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day that leaves: `2026-03-31`. */
export const WireDay = z.string().regex(DAY).meta({ format: "date" });

/** A day that comes in; 2026-02-30 is refused. */
export const DayIn = z
  .string()
  .regex(DAY)
  .meta({ format: "date" })
  .transform((text, context): PlainDate => {
    const parsed = parsePlainDate(text);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: "custom", message: parsed.refusal.code });
    return z.NEVER;
  });

/** A moment: ISO 8601 with Z. */
export const WireInstant = z.string().meta({ format: "date-time" });

export const Id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** The id of something, as the house brands it once it has come in. */
export const IdOf = <Branded extends string>() => Id as unknown as z.ZodType<Branded, string>;

/** Free text a person wrote: trimmed, never empty, bounded. */
export const Words = (longest: number) => z.string().trim().min(1).max(longest);

/** One reason: a code and the facts that decided. The reader's language file has the sentence. */
export const Reason = z.looseObject({ code: z.string() }).meta({ id: "Reason" });
export type Reason = z.infer<typeof Reason>;
export const Because = z.array(Reason);

/** A button: true, or the reason why it can't be pressed. */
export const Can = z.union([z.literal(true), Reason]).meta({ id: "Can" });
export type Can = z.infer<typeof Can>;

/** The same words in both languages. */
export const Bilingual = z.object({ zh: z.string(), en: z.string() }).meta({ id: "Bilingual" });

/** RFC 9457: `type` is `/problems/<code>`; further members are the facts. */
export const Problem = z
  .looseObject({ type: z.string(), code: z.string() })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

/** A window of a long list: at most 200 rows. */
export const WindowQuery = {
  offset: z.coerce.number().int().min(0).default(0),
  size: z.coerce.number().int().min(1).max(200).default(200),
};

export const Grade = z.enum(["A", "B", "C", "D", "E"]);
export const Language = z.enum(["zh", "en"]);
export const Stage = z.enum(["pre_due", "early", "middle", "late", "legal"]);
export const Track = z.enum(["reminder", "demand", "task"]);

/** A customer in one line, as lists show it. */
export const CustomerBrief = z
  .object({
    id: Id,
    number: z.string(),
    name: z.string(),
    grade: Grade.nullable(),
  })
  .meta({ id: "CustomerBrief" });
