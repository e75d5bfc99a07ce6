/** A stored line of the plan: which verbs it allows, or the fact that forbids them. */
import type { Track } from "../strategy/policy.ts";
import type { PlainDate } from "../values/calendar.ts";

export type StepState = "planned" | "released" | "done" | "dropped" | "superseded";

export type StoredStep = {
  readonly day: PlainDate;
  readonly track: Track;
  readonly state: StepState;
  /** How far its message is; null: it has none. */
  readonly messageState: string | null;
};

export type StepRefusal =
  | { readonly code: "step_not_waiting"; readonly state: StepState }
  | { readonly code: "step_of_another_day"; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly code: "message_gone"; readonly state: string }
  | { readonly code: "task_not_waiting"; readonly state: StepState }
  | { readonly code: "not_a_task" };

export type Verdict = true | StepRefusal;

/** What a letter states was counted for its day, so a line is released on that day or made anew. */
export function canRelease({ state, day }: StoredStep, today: PlainDate): Verdict {
  if (state !== "planned") return { code: "step_not_waiting", state };
  return day === today || { code: "step_of_another_day", day, today };
}

export const canDrop = ({ state }: StoredStep): Verdict =>
  state === "planned" || { code: "step_not_waiting", state };

/** Messages in these states have certainly not left the house. */
const STILL_HERE: readonly (string | null)[] = [null, "queued", "composed", "failed", "withdrawn"];

/** A released or dropped line waits again as long as nothing of it is on its way. */
export function canUndo({ state, messageState }: StoredStep): Verdict {
  if (state !== "released" && state !== "dropped") return { code: "step_not_waiting", state };
  return STILL_HERE.includes(messageState) || { code: "message_gone", state: messageState ?? "" };
}

/** Only a task that is on somebody's list is done by logging its outcome. */
export function canLogOutcome({ track, state }: StoredStep): Verdict {
  if (track !== "task") return { code: "not_a_task" };
  return state === "released" || { code: "task_not_waiting", state };
}
