/** The policy's escalation section: who takes over inside the house, and who is told there. */
import {
  fault,
  fieldOf,
  isAbsent,
  type Mapping,
  mappingOf,
  membersOf,
  oneOf,
  type Place,
  wholeOf,
  wholeOr,
} from "./policy-fields.ts";

/** Who may stand on a rung inside the house. */
export const RUNG_ROLES = [
  "senior_collector",
  "credit_manager",
  "sales",
  "finance",
  "legal",
  "executive",
] as const;
export type RungRole = (typeof RUNG_ROLES)[number];

/** Who letters and calls go to at the debtor, from below; the first is where each case begins. */
export const DEBTOR_LEVELS = ["clerk", "finance_head", "legal_rep"] as const;
export type DebtorLevel = (typeof DEBTOR_LEVELS)[number];

export type InsideRung = {
  readonly role: RungRole;
  /** Calendar days past the deadline of what is late until this rung is called. */
  readonly afterDays: number;
  /** Working days to answer. */
  readonly respondWithin: number;
};

/** Reached when any clock that is set has run out. */
export type DebtorRung = {
  readonly level: DebtorLevel;
  /** Calendar days past due without any money. */
  readonly afterDays: number | null;
  readonly brokenPromises: number | null;
};

export type EscalationPolicy = {
  readonly inside: readonly InsideRung[];
  readonly debtor: readonly DebtorRung[];
};

/** As in the standard policy. */
export const USUAL_ESCALATION: EscalationPolicy = {
  inside: [
    { role: "senior_collector", afterDays: 1, respondWithin: 2 },
    { role: "sales", afterDays: 1, respondWithin: 3 },
    { role: "legal", afterDays: 3, respondWithin: 5 },
    { role: "executive", afterDays: 5, respondWithin: 5 },
  ],
  debtor: [
    { level: "finance_head", afterDays: 30, brokenPromises: 1 },
    { level: "legal_rep", afterDays: 60, brokenPromises: 2 },
  ],
};

function insideRungOf(input: unknown, at: Place): InsideRung {
  const mapping = mappingOf(input, at, ["role", "after_days", "respond_within"]);
  return {
    role: oneOf(mapping, "role", RUNG_ROLES),
    afterDays: wholeOr(mapping, "after_days", 1, [1, 366]),
    respondWithin: wholeOr(mapping, "respond_within", 3, [1, 60]),
  };
}

function clockOf(mapping: Mapping, name: string, most: number): number | null {
  const [input, at] = fieldOf(mapping, name);
  return isAbsent(input) ? null : wholeOf(input, at, 1, most);
}

function debtorRungOf(input: unknown, at: Place): DebtorRung {
  const mapping = mappingOf(input, at, ["to", "after_days", "broken_promises"]);
  const afterDays = clockOf(mapping, "after_days", 3660);
  const brokenPromises = clockOf(mapping, "broken_promises", 99);
  if (afterDays === null && brokenPromises === null) {
    fault(fieldOf(mapping, "after_days")[1], "missing");
  }
  return { level: oneOf(mapping, "to", ["finance_head", "legal_rep"]), afterDays, brokenPromises };
}

/** A rung named twice would be called once only: the file says something else than happens. */
function onceEach(names: readonly string[], at: Place): void {
  names.forEach((found, place) => {
    if (names.indexOf(found) < place) fault(at, "key_repeated", { found });
  });
}

/** Upwards only: who was passed over is not written to after the one above. */
function upwards(rungs: readonly DebtorRung[], at: Place): void {
  const places = rungs.map(({ level }) => DEBTOR_LEVELS.indexOf(level));
  if (places.some((place, index) => place < (places[index - 1] ?? 0))) {
    fault(at, "steps_out_of_order");
  }
}

/** The usual ladders where nothing is written; an empty list is a ladder without rungs. */
export function escalationOf(policy: Mapping): EscalationPolicy {
  const [input, at] = fieldOf(policy, "escalation");
  if (isAbsent(input)) return USUAL_ESCALATION;
  const mapping = mappingOf(input, at, ["inside", "debtor"]);
  const rungs = <Rung>(
    name: "inside" | "debtor",
    read: (input: unknown, at: Place) => Rung,
    usual: readonly Rung[],
  ): readonly Rung[] =>
    isAbsent(fieldOf(mapping, name)[0])
      ? usual
      : membersOf(mapping, name).map(([rung, place]) => read(rung, place));
  const inside = rungs("inside", insideRungOf, USUAL_ESCALATION.inside);
  const debtor = rungs("debtor", debtorRungOf, USUAL_ESCALATION.debtor);
  onceEach(
    inside.map(({ role }) => role),
    fieldOf(mapping, "inside")[1],
  );
  onceEach(
    debtor.map(({ level }) => level),
    fieldOf(mapping, "debtor")[1],
  );
  upwards(debtor, fieldOf(mapping, "debtor")[1]);
  return { inside, debtor };
}
