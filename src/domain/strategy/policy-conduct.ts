/** The policy's conduct section: which hours are ours, and how often a person may be called. */
import { type ConductRules, USUAL_CONDUCT } from "./conduct-hours.ts";
import { choiceOf, fieldOf, isAbsent, type Mapping, mappingOf, wholeOr } from "./policy-fields.ts";

const FIELDS = ["early_hours", "late_hours", "connected_a_day", "attempts_a_day"];

function truthOf(mapping: Mapping, name: string): boolean {
  const [input, at] = fieldOf(mapping, name);
  const written = typeof input === "boolean" ? String(input) : input;
  return choiceOf(written, at, ["true", "false"]) === "true";
}

/** A policy may be stricter than the house's default or open an hour more, not call more often. */
export function conductOf(policy: Mapping): ConductRules {
  const [input, at] = fieldOf(policy, "conduct");
  const mapping = mappingOf(isAbsent(input) ? {} : input, at, FIELDS);
  const { connectedADay, attemptsADay } = USUAL_CONDUCT;
  return {
    earlyHours: truthOf(mapping, "early_hours"),
    lateHours: truthOf(mapping, "late_hours"),
    connectedADay: wholeOr(mapping, "connected_a_day", connectedADay, [1, connectedADay]),
    attemptsADay: wholeOr(mapping, "attempts_a_day", attemptsADay, [1, attemptsADay]),
  };
}
