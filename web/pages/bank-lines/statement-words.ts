/** What is wrong with a bank's file as a whole, in the words that the command line uses too. */
import { isFileRefusal, refusalWords } from "../../../src/contract/import-refusals.ts";
import type { Problem, Reason } from "../../../src/contract/scalars.ts";
import { useLanguage } from "../../words.tsx";

/** Figures that don't tie stand on the page already; here only what to do about them. */
export function useStatementWords(): (problem: Problem | Reason) => string | null {
  const { words, language } = useLanguage();
  return (problem) => {
    if (problem.code === "statement_does_not_add_up") return words.bankLines.differsHint;
    return isFileRefusal(problem) ? refusalWords(problem)[language] : null;
  };
}
