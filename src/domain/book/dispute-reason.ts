/** Why a customer disputes a claim, and which department usually has the answer. */

export const DISPUTE_REASONS = [
  "not_received",
  "amount",
  "quality",
  "quantity",
  "delivery",
  "price",
  "other",
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

export const DEPARTMENTS = ["sales", "logistics", "quality", "billing"] as const;
export type Department = (typeof DEPARTMENTS)[number];

const USUAL: Readonly<Record<DisputeReason, Department>> = {
  not_received: "billing",
  amount: "billing",
  quality: "quality",
  quantity: "logistics",
  delivery: "logistics",
  price: "sales",
  other: "sales",
};

/** Who answers where the policy is silent: who sent the invoice, the goods, or made the price. */
export const usualDepartment = (reason: DisputeReason): Department => USUAL[reason];

/** Working days to answer where the policy is silent: papers are quick, goods must be looked at. */
export const usualAnswerDays = (reason: DisputeReason): number =>
  usualDepartment(reason) === "billing" || reason === "price" ? 5 : 10;
