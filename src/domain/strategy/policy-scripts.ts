/** The policy's scripts section: what to say on the telephone, by stage, in both languages. */
import type { Stage, Words } from "./policy.ts";
import { STAGES } from "./policy-choices.ts";
import {
  fault,
  fieldOf,
  isAbsent,
  type Mapping,
  mappingOf,
  membersOf,
  type Place,
  textOf,
  within,
  wordsOf,
} from "./policy-fields.ts";
import { type Objection, SCRIPT_FACTS, type Script, threatIn, unknownFacts } from "./script.ts";

const FIELDS = ["opening", "purpose", "questions", "objections", "close"];
const LONGEST = 600;

/** Scripts by stage; a stage without one has none. */
export type Scripts = Readonly<Partial<Record<Stage, Script>>>;

/** Words that can be said: both languages, known figures only, and no threat. */
function checked(words: Words, at: Place): Words {
  for (const text of [words.zh, words.en]) {
    const [unknown] = unknownFacts(text);
    if (unknown !== undefined) {
      fault(at, "unknown_value", { found: `{${unknown}}`, allowed: SCRIPT_FACTS });
    }
    const threat = threatIn(text);
    if (threat !== null) fault(at, "wording_not_allowed", { found: threat });
    if ([...text].length > LONGEST) fault(at, "text_too_long");
  }
  return words;
}

const saidOf = (mapping: Mapping, name: string): Words =>
  checked(wordsOf(mapping, name), fieldOf(mapping, name)[1]);

function questionOf(input: unknown, at: Place): Words {
  const mapping = mappingOf(input, at, ["zh", "en"]);
  return checked({ zh: textOf(mapping, "zh"), en: textOf(mapping, "en") }, at);
}

function objectionOf(input: unknown, at: Place): Objection {
  const mapping = mappingOf(input, at, ["says", "answer"]);
  return { says: saidOf(mapping, "says"), answer: saidOf(mapping, "answer") };
}

function scriptOf(input: unknown, at: Place): Script {
  const mapping = mappingOf(input, at, FIELDS);
  return {
    opening: saidOf(mapping, "opening"),
    purpose: saidOf(mapping, "purpose"),
    questions: membersOf(mapping, "questions").map(([one, place]) => questionOf(one, place)),
    objections: membersOf(mapping, "objections").map(([one, place]) => objectionOf(one, place)),
    close: saidOf(mapping, "close"),
  };
}

/** Reads the scripts; an absent section gives none. */
export function scriptsOf(policy: Mapping): Scripts {
  const [input, at] = fieldOf(policy, "scripts");
  const mapping = mappingOf(isAbsent(input) ? {} : input, at, STAGES);
  const written = STAGES.filter((stage) => !isAbsent(mapping.fields[stage]));
  return Object.fromEntries(
    written.map((stage) => [stage, scriptOf(mapping.fields[stage], within(at, stage))]),
  );
}
