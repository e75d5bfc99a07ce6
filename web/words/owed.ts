/** The refusals that every language owes a sentence. */
import type { FileRefusal } from "../../src/contract/import-refusals.ts";
import type { RefusalCode } from "../../src/contract/refusals.ts";
import type { StepRefusal } from "../../src/domain/desk/plan-step.ts";
import type { Sentence } from "./facts.ts";

/** What is refused about a file has its sentences in the contract, shared with the server. */
type Owed = Exclude<RefusalCode | StepRefusal["code"], FileRefusal["code"]>;

export type OwedSentences = Readonly<Record<Owed, Sentence>>;
