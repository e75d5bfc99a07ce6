/** The repository's texts as the house test reads them, from disk or from small examples. */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";

export type Source = {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
};

export type Breach = { readonly path: string; readonly line: number; readonly what: string };

/** One rule of the house. Its examples are tried too, so that each rule is seen to fail. */
export type Rule = {
  readonly name: string;
  /** What to do about a breach. */
  readonly remedy: string;
  readonly bad: Readonly<Record<string, string>>;
  readonly good: Readonly<Record<string, string>>;
  find(sources: readonly Source[]): readonly Breach[];
};

export const sourceOf = (path: string, text: string): Source => ({
  path,
  text,
  lines: text.split("\n"),
});

const SKIPPED = new Set(
  "node_modules dist .git .data coverage .vite test-results samples fonts".split(" "),
);
const TEXTS = /\.(ts|tsx|js|css|sql|ya?ml|md|json|story|liquid|html)$|^\.ci\/run$/;

/** Every text of the repository except samples and what is generated from outside. */
export function readSources(root: string, folder = ""): readonly Source[] {
  return readdirSync(posix.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : readSources(root, path);
    if (!TEXTS.test(path)) return [];
    return [sourceOf(path, readFileSync(posix.join(root, path), "utf8"))];
  });
}

export const isCode = ({ path }: Source): boolean => /\.(ts|tsx)$/.test(path);
export const isTest = ({ path }: Source): boolean => /\.(test|e2e|check)\.tsx?$/.test(path);
/** A generated file says so at its very beginning. */
export const isGenerated = ({ lines }: Source): boolean =>
  /\bgenerated\b/i.test(lines.slice(0, 2).join(" "));

const parsed = new WeakMap<Source, ts.SourceFile>();

/** The syntax tree, made once per source. */
export function treeOf(source: Source): ts.SourceFile {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const kind = source.path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(source, tree);
  return tree;
}

/** A breach at a place of the tree, or at a position of the text. */
export function breachAt(source: Source, place: ts.Node | number, what: string): Breach {
  const tree = treeOf(source);
  const position = typeof place === "number" ? place : place.getStart(tree);
  return { path: source.path, line: tree.getLineAndCharacterOfPosition(position).line + 1, what };
}

/** All nodes of the tree, outer before inner. */
export function* nodesOf(source: Source): Generator<ts.Node> {
  const waiting: ts.Node[] = [treeOf(source)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    ts.forEachChild(node, (child) => {
      waiting.push(child);
    });
  }
}

export type Import = {
  readonly node: ts.Node;
  readonly specifier: string;
  /** The file meant, from the repository's root; null for a library. */
  readonly target: string | null;
  /** The names taken as values, not as types. */
  readonly values: readonly string[];
  readonly reexported: boolean;
};

/** What the file imports or passes on, dynamic imports included. */
export function importsOf(source: Source): readonly Import[] {
  return [...nodesOf(source)].flatMap((node) => {
    const specifier = specifierOf(node);
    if (specifier === null) return [];
    const relative = specifier.startsWith(".");
    const target = relative ? posix.join(posix.dirname(source.path), specifier) : null;
    const reexported = ts.isExportDeclaration(node);
    return [{ node, specifier, target, values: valuesOf(node), reexported }];
  });
}

function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node;
    return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : null;
  }
  const dynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const [argument] = dynamic ? node.arguments : [];
  return argument && ts.isStringLiteral(argument) ? argument.text : null;
}

function valuesOf(node: ts.Node): readonly string[] {
  if (!ts.isImportDeclaration(node) || node.importClause === undefined) return [];
  const { importClause } = node;
  const bindings = importClause.namedBindings;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword || bindings === undefined) return [];
  if (!ts.isNamedImports(bindings)) return [];
  return bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}

/**
 * The file's code with comments blanked, and strings too unless they are to stay; lines are kept.
 */
export function codeOf(source: Source, strings: "blank" | "kept" = "blank"): string {
  const tree = treeOf(source);
  let code = "";
  const blank = (until: number) => {
    code += source.text.slice(code.length, until).replaceAll(/[^\n]/g, " ");
  };
  const walk = (node: ts.Node) => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(tree);
    if (children.length > 0) return children.forEach(walk);
    blank(node.getStart(tree));
    if (strings === "blank" && isLiteralText(node)) blank(node.end);
    else code += source.text.slice(code.length, node.end);
  };
  walk(tree);
  blank(source.text.length);
  return code;
}

const isLiteralText = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isRegularExpressionLiteral(node) ||
  ts.isJsxText(node);

/** One breach per match of the pattern in the file's code. */
export function matchesIn(source: Source, pattern: RegExp, code = codeOf(source)): Breach[] {
  return [...code.matchAll(new RegExp(pattern, "g"))].map((match) =>
    breachAt(source, match.index, match[0].trim()),
  );
}
