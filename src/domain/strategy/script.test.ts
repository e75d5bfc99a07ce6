/** Scripts: figures in their places, and no word that a debtor must not hear. */
import { expect, test } from "vitest";
import {
  fillScript,
  fillWords,
  SCRIPT_FACTS,
  type ScriptFigures,
  threatIn,
  unknownFacts,
} from "./script.ts";

const figures = Object.fromEntries(
  SCRIPT_FACTS.map((fact) => [fact, { zh: `〔${fact}〕`, en: `<${fact}>` }]),
) as ScriptFigures;

test("every figure is put in its place in both languages, and again where it stands twice", () => {
  for (const fact of SCRIPT_FACTS) {
    const filled = fillWords({ zh: `甲{${fact}}乙{${fact}}`, en: `a {${fact}}` }, figures);
    expect(filled).toEqual({ zh: `甲〔${fact}〕乙〔${fact}〕`, en: `a <${fact}>` });
  }
});

test("a name that contains braces is not filled in a second time", () => {
  const named = { ...figures, customer: { zh: "{me}公司", en: "{me} Ltd." } };
  expect(fillWords({ zh: "您好{customer}", en: "{customer}" }, named)).toEqual({
    zh: "您好{me}公司",
    en: "{me} Ltd.",
  });
});

test("all parts of a script are filled", () => {
  const words = { zh: "{overdue}", en: "{overdue}" };
  const filled = { zh: "〔overdue〕", en: "<overdue>" };
  expect(
    fillScript(
      {
        opening: words,
        purpose: words,
        questions: [words],
        objections: [{ says: words, answer: words }],
        close: words,
      },
      figures,
    ),
  ).toEqual({
    opening: filled,
    purpose: filled,
    questions: [filled],
    objections: [{ says: filled, answer: filled }],
    close: filled,
  });
});

test("figures that do not exist are found", () => {
  expect(unknownFacts("{overdue} {ovredue} {}")).toEqual(["ovredue", ""]);
  expect(unknownFacts("没有")).toEqual([]);
});

test.each([
  "再不付就是老赖",
  "我们要上征信",
  "会冻结你账户",
  "不还钱就找人",
  "You will go to jail",
  "we will BLACKLIST you",
])("%s must not be taught", (text) => {
  expect(threatIn(text)).not.toBeNull();
});

test("a factual word on lawful ways is allowed", () => {
  expect(threatIn("如仍不能达成安排，我方将依法起诉并申请财产保全。")).toBeNull();
  expect(threatIn("Our legal department will consider the lawful ways ahead.")).toBeNull();
});
