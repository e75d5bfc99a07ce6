/** Contacts with somebody one may not contact are refused; that they were tried leaves a trace. */
import type { CustomerId } from "../domain/values/ids.ts";
import { ok, type Result } from "../domain/values/result.ts";
import { type Action, defineAction } from "./action.ts";
import { type Desk, type PerformRefusal, perform } from "./perform.ts";

/** Refusals for conduct; the audit keeps that each of them happened. */
const TRACED: ReadonlySet<string> = new Set([
  "contact_not_allowed",
  "contact_authority_missing",
  "contact_opted_out",
  "contact_not_recorded",
  "contact_at_night",
  "contact_outside_hours",
  "contact_too_often",
  "visit_place_needs_approval",
]);

type Tried = {
  readonly action: string;
  readonly customer: CustomerId;
  readonly refused: string;
  /** What they were said to be, of people beside the debt; never their name (民法典 1034). */
  readonly role: string | null;
};

const noteRefusedContact = defineAction<Tried, null, never>({
  name: "refuse_contact",
  permission: "book:read",
  run: async () => ok(null),
});

/** Performs; of a refusal for conduct the audit keeps who tried what at which customer, and why. */
export async function performTraced<
  Input extends { readonly customer: CustomerId },
  Value,
  Refusal extends { readonly code: string },
>(
  desk: Desk,
  action: Action<Input, Value, Refusal>,
  input: Input,
): Promise<Result<Value, Refusal | PerformRefusal>> {
  const outcome = await perform(desk, action, input);
  if (outcome.ok || !TRACED.has(outcome.refusal.code)) return outcome;
  const { refusal } = outcome;
  const role = "role" in refusal && typeof refusal.role === "string" ? refusal.role : null;
  const tried = { action: action.name, customer: input.customer, refused: refusal.code, role };
  await perform(desk, noteRefusedContact, tried);
  return outcome;
}
