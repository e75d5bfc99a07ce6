/** OFX as a tree: SGML whose values have no end tags, and its later XML form, read alike. */

export type OfxNode = {
  readonly name: string;
  readonly line: number;
  text: string;
  readonly children: OfxNode[];
};

export type OfxProblem = {
  readonly line: number;
  readonly problem: "cut_off" | "too_deep" | "forbidden";
};

const MOST_DEPTH = 64;

/** Elements that hold others; every other name is a value, with or without its end tag. */
const AGGREGATES = new Set(
  (
    "OFX SIGNONMSGSRSV1 SONRS STATUS FI BANKMSGSRSV1 STMTTRNRS STMTRS BANKACCTFROM BANKACCTTO " +
    "BANKTRANLIST BANKTRANLISTP STMTTRN STMTTRNP LEDGERBAL AVAILBAL BALLIST BAL PAYEE CURRENCY " +
    "ORIGCURRENCY CREDITCARDMSGSRSV1 CCSTMTTRNRS CCSTMTRS CCACCTFROM CCACCTTO"
  ).split(" "),
);

const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z][\w.]*)[^<>]*>|<[^<>]*>|[^<]+|</g;

/**
 * The root element. An end tag closes all that is open inside; a value ends where the next tag
 * begins; a new transaction ends one that was left open.
 */
export function ofxTree(text: string): OfxNode | OfxProblem {
  const start = text.search(/<OFX>/i);
  const body = start < 0 ? "" : text.slice(start);
  const forbidden = text.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (forbidden >= 0) return { line: lineAt(text, forbidden), problem: "forbidden" };
  // An open CDATA would be looked for again and again to the end of the file.
  const openEnded = text.lastIndexOf("<![CDATA[") > text.lastIndexOf("]]>");
  if (openEnded || !/<\/OFX>\s*$/i.test(text.slice(-200))) {
    return { line: lineAt(text, text.length), problem: "cut_off" };
  }
  const stack: OfxNode[] = [{ name: "", line: 1, text: "", children: [] }];
  const root = stack[0]!;
  let line = lineAt(text, Math.max(start, 0));
  for (const [token, cdata, slash, tag] of body.matchAll(TOKEN)) {
    if (tag === undefined) addText(stack, token, cdata);
    else if (slash === "/") close(stack, tag.toUpperCase());
    else if (!token.endsWith("/>")) open(stack, tag.toUpperCase(), line);
    if (stack.length > MOST_DEPTH) return { line, problem: "too_deep" };
    line += newlinesIn(token);
  }
  return root;
}

function addText(stack: readonly OfxNode[], token: string, cdata: string | undefined): void {
  const node = stack.at(-1);
  if (node === undefined || AGGREGATES.has(node.name)) return;
  if (cdata !== undefined) node.text += cdata;
  else if (!token.startsWith("<")) node.text += unescaped(token);
}

function open(stack: OfxNode[], name: string, line: number): void {
  while (stack.length > 1 && !AGGREGATES.has(stack.at(-1)?.name ?? "")) stack.pop();
  if (name === "STMTTRN") close(stack, name);
  const node: OfxNode = { name, line, text: "", children: [] };
  stack.at(-1)?.children.push(node);
  stack.push(node);
}

function close(stack: OfxNode[], name: string): void {
  const at = stack.findLastIndex((node) => node.name === name);
  if (at > 0) stack.length = at;
}

const lineAt = (text: string, index: number): number => 1 + newlinesIn(text.slice(0, index));

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** Some banks escape twice: `&amp;lt;` is `<`. Names that we don't know stay as they are. */
const unescaped = (text: string): string =>
  text
    .replaceAll("&amp;", "&")
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => NAMED[name] ?? "")
    .replace(/&#(\d{2,6});/g, (whole, code: string) => characterOf(Number(code)) ?? whole);

const characterOf = (code: number): string | null =>
  code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : null;

/** All nodes of a name below, outermost only. */
export function nodesOf(node: OfxNode, ...names: readonly string[]): readonly OfxNode[] {
  return node.children.flatMap((child) =>
    names.includes(child.name) ? [child] : nodesOf(child, ...names),
  );
}

/** The trimmed value at a path of children; "" where there is none. */
export function valueAt(node: OfxNode, path: string): string {
  let found: OfxNode | undefined = node;
  for (const name of path.split("/")) found = found?.children.find((child) => child.name === name);
  return found?.text.trim() ?? "";
}
