/** What the page of disputes keeps in its URL: tab, filters, opened row. */
import { day, oneOf, only, type Raw, text } from "./search-values.ts";

export const DISPUTE_TABS = ["disputes", "complaints", "causes"] as const;
export const DISPUTE_SHOWS = ["open", "answered", "closed", "all"] as const;
export const DEPARTMENTS_SHOWN = ["sales", "logistics", "quality", "billing"] as const;
export const DISPUTE_REASONS_SHOWN = [
  "not_received",
  "amount",
  "quality",
  "quantity",
  "delivery",
  "price",
  "other",
] as const;
export const COMPLAINT_SHOWS = ["closed", "all"] as const;
export const COMPLAINT_KINDS_SHOWN = [
  "frequency",
  "hours",
  "tone",
  "third_party",
  "privacy",
  "untrue",
  "visit",
  "other",
] as const;
export const CAUSES_BY = ["reason", "department", "customer", "month"] as const;

/** One page, three tabs: each keeps what it needs. */
export const disputesSearch = (raw: Raw) =>
  only({
    tab: oneOf(raw["tab"], DISPUTE_TABS),
    show: oneOf(raw["show"], DISPUTE_SHOWS),
    late: oneOf(raw["late"], ["yes"]),
    department: oneOf(raw["department"], DEPARTMENTS_SHOWN),
    reason: oneOf(raw["reason"], DISPUTE_REASONS_SHOWN),
    person: text(raw["person"]),
    kind: oneOf(raw["kind"], COMPLAINT_KINDS_SHOWN),
    customer: text(raw["customer"]),
    from: day(raw["from"]),
    to: day(raw["to"]),
    by: oneOf(raw["by"], CAUSES_BY),
    text: text(raw["text"]),
    dispute: text(raw["dispute"]),
    complaint: text(raw["complaint"]),
  });
