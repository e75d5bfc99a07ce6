/** The complaint: what a debtor says about how it was treated; somebody else looks into it. */
import { addWorkingDays, type PlainDate, type WorkCalendar } from "../values/calendar.ts";
import type { ContactId, ContactLogId, UserId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";

/** What it is about: the rules of conduct (民法典 1032–1038, 治安管理处罚法, the house's hours). */
export const COMPLAINT_KINDS = [
  "frequency",
  "hours",
  "tone",
  "third_party",
  "privacy",
  "untrue",
  "visit",
  "other",
] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

export const COMPLAINT_CHANNELS = [
  "call",
  "email",
  "letter",
  "visit",
  "portal",
  "authority",
  "other",
] as const;
export type ComplaintChannel = (typeof COMPLAINT_CHANNELS)[number];

export const COMPLAINT_OUTCOMES = ["founded", "unfounded", "withdrawn"] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];
export type ComplaintState = "open" | "closed";

export type ComplaintOffer = {
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly said: string;
  /** Who complains: a contact, or a name as told; both null where nobody is named. */
  readonly contact: ContactId | null;
  readonly complainant: string | null;
  /** The person complained about: somebody who signs in, or a name as told. */
  readonly about: UserId | null;
  readonly aboutName: string | null;
  readonly contactLog: ContactLogId | null;
  readonly receivedOn: PlainDate;
  /** Who looks into it; null: whoever has the role. */
  readonly owner: UserId | null;
};

export type ComplaintRefusal =
  | { readonly code: "complaint_is_empty" }
  | { readonly code: "complaint_in_future"; readonly today: PlainDate }
  | { readonly code: "complaint_about_owner" };

/** Takes a complaint as it was said; whoever it is about can't look into it. */
export function judgeComplaint(
  offer: ComplaintOffer,
  today: PlainDate,
): Result<ComplaintOffer, ComplaintRefusal> {
  const said = offer.said.trim();
  if (said === "") return refuse({ code: "complaint_is_empty" });
  if (offer.receivedOn > today) return refuse({ code: "complaint_in_future", today });
  if (offer.owner !== null && offer.owner === offer.about) {
    return refuse({ code: "complaint_about_owner" });
  }
  const complainant = offer.complainant?.trim() || null;
  return ok({ ...offer, said, complainant, aboutName: offer.aboutName?.trim() || null });
}

/** The day by which it is answered: `days` working days after the day on which it came. */
export const answerComplaintBy = (
  receivedOn: PlainDate,
  days: number,
  calendar: WorkCalendar,
): PlainDate => addWorkingDays(calendar, receivedOn, days);

export type Standing = {
  readonly state: ComplaintState;
  readonly about: UserId | null;
  readonly aboutName: string | null;
};

export type ComplaintAnswer = {
  readonly outcome: ComplaintOutcome;
  /** What the debtor was answered. */
  readonly answer: string | null;
  readonly measures: string | null;
};

export type AnswerRefusal =
  | { readonly code: "complaint_is_closed" }
  | { readonly code: "complaint_about_yourself" }
  | { readonly code: "complaint_answer_missing" }
  | { readonly code: "complaint_measures_missing" };

/** Known by the account where both have one, else by the name. */
const isAbout = (
  { about, aboutName }: Standing,
  by: { readonly user: UserId | null; readonly name: string },
): boolean => (about !== null && by.user !== null ? about === by.user : aboutName === by.name);

/** Whether this person may answer it at all: it is open, and not about them. */
export function mayAnswerComplaint(
  standing: Standing,
  by: { readonly user: UserId | null; readonly name: string },
): Result<null, AnswerRefusal> {
  if (standing.state === "closed") return refuse({ code: "complaint_is_closed" });
  if (isAbout(standing, by)) return refuse({ code: "complaint_about_yourself" });
  return ok(null);
}

/** Closes it with an answer, and with what was done where it was founded. */
export function judgeComplaintAnswer(
  standing: Standing,
  given: ComplaintAnswer,
  by: { readonly user: UserId | null; readonly name: string },
): Result<ComplaintAnswer, AnswerRefusal> {
  const may = mayAnswerComplaint(standing, by);
  if (!may.ok) return may;
  const answer = given.answer?.trim() || null;
  const measures = given.measures?.trim() || null;
  const { outcome } = given;
  if (outcome !== "withdrawn" && answer === null) {
    return refuse({ code: "complaint_answer_missing" });
  }
  if (outcome === "founded" && measures === null) {
    return refuse({ code: "complaint_measures_missing" });
  }
  return ok({ outcome, answer, measures });
}
