/** The words a policy chooses from: stages, channels, tones, grades, roles, and what follows. */

export const STAGES = ["pre_due", "early", "middle", "late", "legal"] as const;
export const CHANNELS = ["email", "letter", "call", "visit", "review"] as const;
export const TONES = ["friendly", "firm", "final"] as const;
export const GRADES = ["A", "B", "C", "D", "E"] as const;
export const CONTACT_ROLES = [
  "clerk",
  "finance_head",
  "procurement",
  "management",
  "legal_rep",
  "mailroom",
] as const;

/** What an answer of a task leads to: the desk offers that act next. */
export const LEADS_TO = [
  "nothing",
  "follow_up",
  "promise",
  "plan",
  "dispute",
  "invoice_copy",
  "escalation",
] as const;

/** A person's voice, feet or judgement; the other channels carry a message. */
export const isTaskChannel = (channel: (typeof CHANNELS)[number]): boolean =>
  channel !== "email" && channel !== "letter";
