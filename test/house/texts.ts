/**
 * Rules on what stands written: no leftovers, no machine's paths, good Chinese, a true glossary.
 */
import ts from "typescript";
import {
  type Breach,
  breachAt,
  isCode,
  isTest,
  nodesOf,
  type Rule,
  type Source,
} from "./sources.ts";

/** One breach per line that the pattern finds. */
const linesWith = (source: Source, pattern: RegExp): readonly Breach[] =>
  source.lines.flatMap((line, at) => {
    const found = pattern.exec(line);
    return found === null ? [] : [{ path: source.path, line: at + 1, what: found[0] }];
  });

/** The rules name what they forbid; they are not read themselves. */
const isOurs = ({ path }: Source): boolean => path.startsWith("test/house");

const leftovers: Rule = {
  name: "nothing is left for later in the sources",
  remedy: "do it now, or write it where work is planned",
  bad: { "src/store/x.ts": "// TODO: index" },
  good: { "src/store/y.ts": 'const mastodon = "todos";' },
  find: (sources) =>
    sources
      .filter((source) => !isOurs(source))
      .flatMap((source) => linesWith(source, /\b(TODO|FIXME|HACK)\b/)),
};

const ELSEWHERE = new RegExp(
  [/(?<![\w.])\/(work|Users\/\w+|root\/\w+)\//, /\bregistry\.npm\w*\.\w+/, /\bissues? #?\d{1,4}\b/]
    .map(({ source }) => source)
    .join("|"),
  "i",
);

const machines: Rule = {
  name: "the repository speaks of the product, not of a machine or of how it was made",
  remedy: "take the path or the mention out; settings come from the environment",
  bad: {
    "docs/x.md": "See /Users/ann/design for more.",
    "src/store/x.ts": "// see issue 12",
    "package-lock.json": `"resolved": "https://${["registry", "npmjs", "org"].join(".")}/pg.tgz"`,
  },
  good: { "test/kit/x.ts": 'const samples = "../shared/data";', "docs/y.md": "An issue at work." },
  find: (sources) =>
    sources.filter((source) => !isOurs(source)).flatMap((source) => linesWith(source, ELSEWHERE)),
};

/** Punctuation of ASCII right after a Chinese character, or an opening bracket right before one. */
const HALF_WIDTH = /[\u4e00-\u9fff\u201d\u300b][,:;?!](?!\w)|[\u4e00-\u9fff]\([\u4e00-\u9fff]/;

const speaks = (source: Source): boolean =>
  /^(src\/(cli|documents|http|jobs|channels|reports|views|config)|web\/|policies\/)/.test(
    source.path,
  ) && !isTest(source);

const punctuation: Rule = {
  name: "Chinese is set with Chinese punctuation",
  remedy: "use the full-width comma, colon, semicolon, question mark and brackets",
  bad: {
    "web/words/zh.ts": 'export const hello = "您好,请登录";',
    "src/documents/templates/zh/x.liquid": "贵公司:",
  },
  good: {
    "web/words/zh.ts": 'export const hello = "您好\uff0c请登录"; // 您好,',
    "src/config.ts": 'const form = "postgres://用户:密码@主机";',
    "src/formats/x.ts": 'const heading = "客户编号:";',
  },
  find: (sources) =>
    sources.filter(speaks).flatMap((source) => {
      if (!isCode(source)) {
        return /\.(liquid|html)$/.test(source.path) ? linesWith(source, HALF_WIDTH) : [];
      }
      return [...nodesOf(source)]
        .filter((node) => isWords(node) && HALF_WIDTH.test(node.getText()))
        .map((node) => breachAt(source, node, HALF_WIDTH.exec(node.getText())?.[0] ?? ""));
    }),
};

const isWords = (node: ts.Node): boolean =>
  (ts.isStringLiteralLike(node) && !node.text.includes("://")) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isJsxText(node);

const matching: Rule = {
  name: "核销 means matching a receipt; bad debt is 转销",
  remedy: "write 坏账转销",
  bad: { "web/words/zh.ts": 'export const writeOff = "坏账核销";' },
  good: { "web/words/zh.ts": 'export const writeOff = "坏账转销";' },
  find: (sources) =>
    sources
      .filter((source) => !isOurs(source))
      .flatMap((source) => linesWith(source, /(坏账|呆账)核销|核销(坏账|呆账)/)),
};

const GLOSSARY = "docs/words.md";
const OWNER = /\b(?:src|web|policies|test)\/[\w./-]+\.\w+/g;

/** Rows of the glossary's table; head and rule are no rows. */
const wordRows = (source: Source): readonly { line: number; row: string }[] =>
  source.lines
    .map((row, at) => ({ line: at + 1, row }))
    .filter(({ row }) => row.startsWith("|") && !/^\|[\s:|-]+$/.test(row))
    .slice(1);

const glossary: Rule = {
  name: "each word of the glossary names the file that owns it, and the file exists",
  remedy: `correct the last column in ${GLOSSARY}`,
  bad: {
    [GLOSSARY]:
      "| word | 中文 | file |\n|---|---|---|\n| hold | 催收暂停 | src/domain/desk/gone.ts |",
  },
  good: {
    [GLOSSARY]:
      "| word | 中文 | file |\n|---|---|---|\n| hold | 催收暂停 | `src/domain/desk/hold.ts` |",
    "src/domain/desk/hold.ts": "",
  },
  find: (sources) => {
    const paths = new Set(sources.map(({ path }) => path));
    return sources
      .filter(({ path }) => path === GLOSSARY)
      .flatMap((source) =>
        wordRows(source).flatMap(({ line, row }) => {
          const owners = row.match(OWNER) ?? [];
          const gone = owners.filter((owner) => !paths.has(owner));
          if (owners.length === 0) return [{ path: GLOSSARY, line, what: "no owner file" }];
          return gone.map((what) => ({ path: GLOSSARY, line, what: `${what} does not exist` }));
        }),
      );
  },
};

export const texts: readonly Rule[] = [leftovers, machines, punctuation, matching, glossary];
