/** Rules on what a room may do: a pure domain, money from one file, SQL in its place. */
import ts from "typescript";
import {
  breachAt,
  codeOf,
  importsOf,
  isCode,
  isGenerated,
  isTest,
  matchesIn,
  nodesOf,
  type Rule,
  type Source,
} from "./sources.ts";

const sourcesIn = (sources: readonly Source[], folders: RegExp): readonly Source[] =>
  sources.filter((source) => isCode(source) && !isTest(source) && folders.test(source.path));

const WORLDLY = new RegExp(
  [
    ...[/new Date\(\)/, /\bDate\.now\b/, /\bMath\.random\b/, /\bperformance\./],
    ...[/\bprocess\./, /\bglobalThis\b/, /\bfetch\(/, /\bsetTimeout\b/, /\bconsole\./],
    ...[/\bcrypto\./, /\basync\b/, /\bawait\b/],
  ]
    .map(({ source }) => source)
    .join("|"),
);

const pureDomain: Rule = {
  name: "the domain touches no clock, no chance, no disk, no network, and never waits",
  remedy: "take the day, the id or the text as an argument; the action hands it in",
  bad: {
    "src/domain/book/a.ts": "export const today = () => Date.now();",
    "src/domain/book/b.ts": "export const luck = () => Math.random();",
    "src/domain/book/c.ts": "export async function wait() {}",
  },
  good: {
    "src/domain/book/d.ts": '// Date.now() is for others\nexport const text = "await fetch()";',
  },
  find: (sources) =>
    sourcesIn(sources, /^src\/domain\//).flatMap((source) => matchesIn(source, WORLDLY)),
};

const noClasses: Rule = {
  name: "the domain has no classes",
  remedy: "write a readonly type and functions; only result.ts may have its errors",
  bad: { "src/domain/book/x.ts": "export class Ledger {}" },
  good: { "src/domain/values/result.ts": "export class Broken extends Error {}" },
  find: (sources) =>
    sourcesIn(sources, /^src\/domain\/(?!values\/result\.ts)/).flatMap((source) =>
      [...nodesOf(source)]
        .filter((node) => ts.isClassLike(node))
        .map((node) => breachAt(source, node, "class")),
    ),
};

const MINTED =
  /\bas (?:unknown as )?(Minor|Money\["minor"\]|Rate\["partsPerBillion"\]|Money)\b(?!\[)/;

const oneMint: Rule = {
  name: "only money.ts makes an amount",
  remedy: "use money, parseAmount, add, split … of src/domain/values/money.ts",
  bad: { "src/store/x.ts": "const amount = { minor: 5n as Minor };" },
  good: { "src/domain/values/money.ts": "const amount = { minor: 5n as Minor };" },
  find: (sources) =>
    sourcesIn(sources, /^(src|web)\/(?!domain\/values\/money\.ts)/).flatMap((source) =>
      matchesIn(source, MINTED, codeOf(source, "kept")),
    ),
};

const noFloats: Rule = {
  name: "no amount becomes a floating-point number",
  remedy: "read amounts with parseAmount, show them with formatAmount",
  bad: {
    "src/formats/x.ts": 'const amount = parseFloat("1.10");',
    "src/domain/book/y.ts": "export const shown = (x: number) => x.toFixed(2);",
  },
  good: { "src/cli/x.ts": "const seconds = (1.5).toFixed(1);" },
  find: (sources) => [
    ...sourcesIn(sources, /^(src|web)\//).flatMap((source) => matchesIn(source, /\bparseFloat\b/)),
    ...sourcesIn(sources, /^src\/(domain|store|views|formats|documents)\//).flatMap((source) =>
      matchesIn(source, /\.toFixed\(|Number\([\w.]*\.minor\b/),
    ),
  ],
};

const SQL_TEXT =
  /\b(select\s[^"'`]+\sfrom\s|insert\s+into\s+\w+|update\s+\w+\s+set|delete\s+from\s+\w+)\b/i;

const sqlInPlace: Rule = {
  name: "SQL text stands in the store, in views and in reports",
  remedy: "give the statement a name in src/store and call that",
  bad: {
    "src/actions/x.ts": 'import { sql } from "../store/sql.ts";',
    "src/http/y.ts": 'const text = "select id from invoice";',
    "src/jobs/z.ts": "const text = `update invoice set open = 1`;",
  },
  good: {
    "src/store/x.ts": "const text = `select id from invoice`;",
    "src/actions/z.ts": 'const sentence = "update the day, then set it";',
  },
  find: (sources) =>
    sourcesIn(sources, /^(src\/(actions|http|cli|jobs|domain|documents|channels|formats)|web)\//)
      .filter((source) => !isGenerated(source))
      .flatMap((source) => [
        ...importsOf(source)
          .filter(({ values }) => values.includes("sql"))
          .map(({ node }) => breachAt(source, node, "uses the sql tag")),
        ...[...nodesOf(source)]
          .filter((node) => isText(node) && SQL_TEXT.test(node.getText()))
          .map((node) => breachAt(source, node, "SQL text")),
      ]),
};

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

const MONEY_SUM = /\.minor\s*(?:[-+*/%]|<=?|>=?)(?![=>])|(?:[-+*/%]|[<>]=?)\s*[\w.]+\.minor\b/;

const actionsAsk: Rule = {
  name: "actions hold no arithmetic on money",
  remedy: "ask a function of the domain; if there is none, it is missing",
  bad: { "src/actions/x.ts": "const left = owed.minor - paid.minor;" },
  good: { "src/actions/y.ts": "const left = subtract(owed, paid);\nconst same = owed.minor;" },
  find: (sources) =>
    sourcesIn(sources, /^src\/actions\//).flatMap((source) => matchesIn(source, MONEY_SUM)),
};

const DECIDES = /^(judge|plan|apply|decide|choose|settle|escalate)[A-Z]/;

const storeObeys: Rule = {
  name: "the store decides nothing",
  remedy: "let the action ask the domain and hand the store what to write",
  bad: { "src/store/x.ts": 'import { judgePromise } from "../domain/desk/promise-to-pay.ts";' },
  good: { "src/store/y.ts": 'import { money } from "../domain/values/money.ts";' },
  find: (sources) =>
    sourcesIn(sources, /^src\/store\//).flatMap((source) =>
      importsOf(source).flatMap(({ node, target, values }) => {
        if (!target?.startsWith("src/domain/")) return [];
        const deciding = values.filter((name) => DECIDES.test(name));
        return deciding.map((name) => breachAt(source, node, `asks ${name}`));
      }),
    ),
};

export const purity: readonly Rule[] = [
  pureDomain,
  noClasses,
  oneMint,
  noFloats,
  sqlInPlace,
  actionsAsk,
  storeObeys,
];
