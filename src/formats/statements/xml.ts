/** XML of banks: text to elements; no document type, no entity of the file's own, bounded depth. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { StatementRefusal } from "../../domain/cash/statement.ts";
import { ok, type Result, refuse } from "../../domain/values/result.ts";
import { broken } from "./fields.ts";
import type { SniffedFile } from "./format.ts";
import { tryDecode } from "./sniff.ts";

/** Child elements by name without prefix; `#text` is the own text, `@Ccy` an attribute. */
export type Element = { readonly [name: string]: readonly Element[] | string };

const MOST_DEPTH = 64;
/** 64 MB of a bank's XML have two million; what has more was made to fill the memory. */
const MOST_ELEMENTS = 3_000_000;

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
  alwaysCreateTextNode: true,
  htmlEntities: true,
  trimValues: false,
  maxNestedTags: MOST_DEPTH,
});

/**
 * The document's elements. Refused: text that doesn't fit its encoding, a document type or entity
 * declaration (they can multiply a file or reach for others), depth above 64, more than three
 * million elements, unclosed tags.
 */
export function parseXml(file: SniffedFile, format: string): Result<Element, StatementRefusal> {
  const text = xmlText(file);
  if (text === null) return refuse(broken(format, firstBadLine(file), "not_text"));
  const forbidden = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
  if (forbidden !== null) return refuse(broken(format, lineAt(text, forbidden.index), "forbidden"));
  const wild = overgrownAt(text);
  if (wild !== null) return refuse(broken(format, lineAt(text, wild.index), wild.problem));
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const problem = isWhole(text) ? "structure" : "cut_off";
    return refuse(broken(format, valid.err.line, problem));
  }
  const parsed = tryParse(text);
  return parsed === null ? refuse(broken(format, null, "structure")) : ok(parsed);
}

/** The library throws at names such as `__proto__`: no file of a bank has them. */
function tryParse(text: string): Element | null {
  try {
    return PARSER.parse(text) as Element;
  } catch {
    return null;
  }
}

/** XML is UTF-8 unless it says otherwise; what doesn't fit its own word is no text. */
function xmlText({ bytes, text, encoding }: SniffedFile): string | null {
  const fits = encoding === "utf-8" || encoding === "utf-16";
  const decoded = fits ? text : tryDecode(bytes, declaredEncoding(text));
  return decoded === null || CONTROL.test(decoded) ? null : decoded;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, so they are looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const declaredEncoding = (text: string): string =>
  /^\s*<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(text)?.[1] ?? "utf-8";

/** The line up to which the bytes are UTF-8, or the line of a control character. */
function firstBadLine({ bytes, text, encoding }: SniffedFile): number {
  const control = CONTROL.exec(text);
  if (encoding === "utf-8" && control !== null) return lineAt(text, control.index);
  const start = new TextDecoder("utf-8").decode(bytes).indexOf("\ufffd");
  return start < 0 ? 1 : lineAt(new TextDecoder("utf-8").decode(bytes), start);
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;

type Overgrown = { readonly index: number; readonly problem: "too_deep" | "structure" };

/** Where nesting or the number of elements passes its limit, before anything is built. */
function overgrownAt(text: string): Overgrown | null {
  let [depth, elements] = [0, 0];
  for (const match of text.matchAll(/<(\/?)[\w:.-]+(?:\s[^<>]*)?(\/?)>/g)) {
    const { index } = match;
    if (match[1] !== "") {
      depth -= 1;
      continue;
    }
    elements += 1;
    if (match[2] === "" && !match[0].endsWith("/>")) depth += 1;
    if (depth > MOST_DEPTH) return { index, problem: "too_deep" };
    if (elements > MOST_ELEMENTS) return { index, problem: "structure" };
  }
  return null;
}

/** Whether the last thing in the file closes the first element: else the end is missing. */
function isWhole(text: string): boolean {
  const root = /<([A-Za-z_][\w:.-]*)/.exec(text)?.[1] ?? "";
  return text.trimEnd().endsWith(`</${root}>`);
}

/** All elements at a path such as `RmtInf/Ustrd`. */
export function all(element: Element, path: string): readonly Element[] {
  let found: readonly Element[] = [element];
  for (const name of path.split("/")) found = found.flatMap((one) => childrenOf(one, name));
  return found;
}

function childrenOf(element: Element, name: string): readonly Element[] {
  const children = Object.hasOwn(element, name) ? element[name] : undefined;
  return typeof children === "object" ? children : [];
}

/** The first element at a path, or null. */
export const first = (element: Element, path: string): Element | null =>
  all(element, path)[0] ?? null;

export const textOf = (element: Element | null): string => rawTextOf(element).trim();

/** With the blanks at both ends, for texts that the bank cut into pieces. */
export function rawTextOf(element: Element | null): string {
  const text = element === null ? "" : element["#text"];
  return typeof text === "string" ? text : "";
}

export const attribute = (element: Element, name: string): string => {
  const text = element[`@${name}`];
  return typeof text === "string" ? text.trim() : "";
};

/** The first text that is not empty at any of the paths; "" where there is none. */
export function textAt(element: Element, ...paths: readonly string[]): string {
  for (const path of paths) {
    for (const found of all(element, path)) if (textOf(found) !== "") return textOf(found);
  }
  return "";
}

export const textsAt = (element: Element, path: string): readonly string[] =>
  all(element, path).map(textOf);

/** Whether the text has the opening tag of an element, with or without a prefix. */
export const hasTag = (text: string, name: string): boolean =>
  new RegExp(`<(?:[A-Za-z_][\\w.-]*:)?${name}[\\s>/]`).test(text);
