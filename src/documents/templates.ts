/** Letter templates: Liquid, hardened, from one file per language and letter. */
import { readFileSync } from "node:fs";
import { Liquid, type Template } from "liquidjs";
import {
  LETTER_TEMPLATES,
  type LetterLanguage,
  type LetterTemplate,
} from "../domain/book/letter.ts";
import { assert } from "../domain/values/result.ts";

/** What a template may name. Amounts and days are finished text in the letter's language. */
export type TemplateScope = {
  readonly creditor: string;
  readonly customer: string;
  readonly number: string;
  readonly written_on: string;
  readonly pay_by: string;
  readonly count: number;
  readonly total: string;
  readonly first_due_on: string;
  readonly longest_days: number;
  readonly unapplied: string;
  readonly asks_for_less: boolean;
  /** Of a payment that came back; empty in every other letter. */
  readonly returned_amount: string;
  readonly received_on: string;
  readonly returned_on: string;
  readonly return_kind: string;
  readonly return_reason: string;
  readonly charge: string;
  readonly charge_clause: string;
};

/**
 * Liquid's defaults read files and have no limits, so that a template could read the disk or eat
 * the memory: no files, no tags that include, no `raw`, small limits, every value escaped.
 */
function hardenedLiquid(): Liquid {
  const absent = { existsSync: () => false, exists: async () => false };
  const refuse = (): never => {
    throw new Error("a letter template reads no files");
  };
  const liquid = new Liquid({
    outputEscape: "escape",
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
    parseLimit: 100_000,
    renderLimit: 1_000,
    memoryLimit: 1_000_000,
    relativeReference: false,
    fs: { ...absent, readFileSync: refuse, readFile: refuse, resolve: (_, file) => file },
  });
  for (const tag of ["include", "render", "layout", "block"]) delete liquid.tags[tag];
  delete liquid.filters["raw"];
  return liquid;
}

const liquid = hardenedLiquid();
const parsed = new Map<string, Template[]>();

function templateOf(language: LetterLanguage, template: LetterTemplate): Template[] {
  const name = `${language}/${template}`;
  const known = parsed.get(name);
  if (known !== undefined) return known;
  assert(LETTER_TEMPLATES.includes(template), `${name} is a letter`);
  const text = readFileSync(new URL(`./templates/${name}.liquid`, import.meta.url), "utf8");
  const fresh = liquid.parse(text);
  parsed.set(name, fresh);
  return fresh;
}

/** The letter's mark-up with its values filled in and escaped. */
export function fillTemplate(
  language: LetterLanguage,
  template: LetterTemplate,
  scope: TemplateScope,
): string {
  return String(liquid.renderSync(templateOf(language, template), scope));
}

/** Fills a text of one's own under the same limits: for the tests and for own templates. */
export const fillText = (text: string, scope: TemplateScope): string =>
  String(liquid.parseAndRenderSync(text, scope));
