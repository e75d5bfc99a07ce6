/** The call script: what to say at a stage, in words that name the customer's own figures. */
import type { Words } from "./policy.ts";

/** What stands in braces in a script's words, and what takes its place. */
export const SCRIPT_FACTS = [
  "creditor",
  "me",
  "customer",
  "contact",
  "overdue",
  "invoices",
  "oldest_days",
  "oldest_due",
] as const;
export type ScriptFact = (typeof SCRIPT_FACTS)[number];

/** What they may answer, and what to say to it. */
export type Objection = { readonly says: Words; readonly answer: Words };

export type Script = {
  readonly opening: Words;
  readonly purpose: Words;
  readonly questions: readonly Words[];
  readonly objections: readonly Objection[];
  readonly close: Words;
};

export type ScriptFigures = Readonly<Record<ScriptFact, Words>>;

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The names in braces of a text that no figure goes by. */
export const unknownFacts = (text: string): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)]
    .map((match) => match[1] ?? "")
    .filter((name) => !(SCRIPT_FACTS as readonly string[]).includes(name));

/** The words with the figures in their places. */
export const fillWords = (words: Words, figures: ScriptFigures): Words => ({
  zh: fillText(words.zh, (fact) => figures[fact].zh),
  en: fillText(words.en, (fact) => figures[fact].en),
});

const fillText = (text: string, figure: (fact: ScriptFact) => string): string =>
  text.replaceAll(PLACEHOLDER, (written, name: string) => {
    const fact = SCRIPT_FACTS.find((known) => known === name);
    return fact === undefined ? written : figure(fact);
  });

/** A whole script with the figures in their places. */
export const fillScript = (script: Script, figures: ScriptFigures): Script => ({
  opening: fillWords(script.opening, figures),
  purpose: fillWords(script.purpose, figures),
  questions: script.questions.map((question) => fillWords(question, figures)),
  objections: script.objections.map(({ says, answer }) => ({
    says: fillWords(says, figures),
    answer: fillWords(answer, figures),
  })),
  close: fillWords(script.close, figures),
});

/**
 * Words that threaten, insult, pretend to be an authority or name a register that a seller can't
 * write into (治安管理处罚法 50; 征信业管理条例 21; 法释〔2017〕7号). A script must not teach them.
 */
const NOT_ALLOWED = new RegExp(
  [
    "老赖|失信人员|上征信|征信黑名单|拉黑名单|逮捕|坐牢|拘留|抄家|抓人|报警抓|公安局|派出所",
    "法院传票|冻结(?:你|您|贵)|找你家|不还钱就|曝光",
    "deadbeat|go to (?:jail|prison)|get you arrested|call the police|blacklist|your family",
  ].join("|"),
  "i",
);

/** The first word of a text that a script must not contain; null when there is none. */
export const threatIn = (text: string): string | null => NOT_ALLOWED.exec(text)?.[0] ?? null;
