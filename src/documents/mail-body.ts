/** A letter as an e-mail's body: HTML that every mail program draws, and plain text. */
import type { Block, Labelled, LetterDocument, Span } from "./document.ts";

const INK = "#1f2430";
const QUIET = "#5b6472";
const LINE = "#c9ced6";
const FONT =
  "font-family:-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

const style = (rules: string, content: string, tag = "div"): string =>
  `<${tag} style="${rules}">${content}</${tag}>`;
const lines = (texts: readonly string[]): string => texts.map(escaped).join("<br>");
const quiet = (text: string): string => style(`color:${QUIET}`, escaped(text), "span");
const running = (spans: readonly Span[]): string =>
  spans
    .map(({ text, strong }) => (strong ? `<strong>${escaped(text)}</strong>` : escaped(text)))
    .join("");

const LABEL = `color:${QUIET};padding:2px 16px 2px 0;white-space:nowrap`;
const labelled = (rows: readonly Labelled[]): string =>
  `<table cellpadding="0" cellspacing="0" style="font-size:14px">${rows
    .map(
      ({ label, value }) =>
        `<tr>${style(LABEL, escaped(label), "td")}` +
        `${style("padding:2px 0", escaped(value), "td")}</tr>`,
    )
    .join("")}</table>`;

function tableHtml({ columns, rows }: Extract<Block, { kind: "items" }>): string {
  const cell = (tag: "td" | "th", at: number, text: string): string => {
    const rules = [
      `text-align:${columns[at]?.figures ? "right" : "left"}`,
      `border-bottom:1px solid ${tag === "th" ? INK : LINE}`,
      "padding:6px 10px 6px 0;font-variant-numeric:tabular-nums",
      text.includes("\n") ? "" : "white-space:nowrap",
    ];
    return style(rules.filter((rule) => rule !== "").join(";"), lines(text.split("\n")), tag);
  };
  const row = (tag: "td" | "th", texts: readonly string[]): string =>
    `<tr>${texts.map((text, at) => cell(tag, at, text)).join("")}</tr>`;
  const head = row(
    "th",
    columns.map((column) => column.head),
  );
  return (
    `<div style="overflow-x:auto"><table cellpadding="0" cellspacing="0" width="100%" ` +
    `style="border-collapse:collapse;font-size:13px;margin:8px 0"><thead>${head}</thead>` +
    `<tbody>${rows.map((texts) => row("td", texts)).join("")}</tbody></table></div>`
  );
}

/** How each kind of block reads in HTML. */
const HTML: {
  readonly [Kind in Block["kind"]]: (block: Extract<Block, { kind: Kind }>) => string;
} = {
  letterhead: ({ name, lines: below }) =>
    style(
      `border-bottom:2px solid ${INK};padding-bottom:10px;margin-bottom:18px`,
      style("font-size:18px;font-weight:600", escaped(name)) +
        style(`font-size:12px;color:${QUIET}`, lines(below)),
    ),
  reference: ({ rows }) => style("margin-bottom:12px", labelled(rows)),
  addressee: ({ lines: [first = "", ...rest] }) =>
    style("margin-bottom:20px", lines([first, ...rest])),
  heading: ({ text }) => style("font-size:20px;font-weight:600;margin:0 0 14px", escaped(text)),
  greeting: ({ text }) => style("font-weight:600;margin:0 0 10px", escaped(text), "p"),
  paragraph: ({ spans }) => style("margin:0 0 12px", running(spans), "p"),
  note: ({ spans }) => style(`font-size:12px;color:${QUIET};margin:16px 0 0`, running(spans), "p"),
  items: tableHtml,
  totals: ({ rows }) =>
    style(
      "text-align:right;margin:4px 0 16px",
      rows
        .map(({ label, figures, capitals }) =>
          style(
            "margin-bottom:4px",
            `${quiet(label)} <strong>${escaped(figures)}</strong>` +
              (capitals === null ? "" : `<br>${escaped(capitals)}`),
          ),
        )
        .join(""),
    ),
  facts: ({ title, rows }) =>
    style(
      `border-left:3px solid ${LINE};padding:2px 0 2px 14px;margin:4px 0 16px`,
      style("font-weight:600;margin-bottom:4px", escaped(title)) + labelled(rows),
    ),
  signature: ({ lines: signed, seal }) =>
    style("text-align:right;margin:20px 0", `${lines(signed)}<br>${quiet(seal)}`),
  seals: ({ parties }) =>
    parties
      .map(({ title, name, lines: below }) =>
        style("margin:20px 0", `${quiet(title)}<br>${lines([name, ...below])}`),
      )
      .join(""),
};

const drawnHtml = <Kind extends Block["kind"]>(block: Extract<Block, { kind: Kind }>): string =>
  (HTML[block.kind as Kind] as (block: Extract<Block, { kind: Kind }>) => string)(block);

/** The letter as HTML: tables and inline styles only, no script, no picture, no link. */
export function mailHtml(letter: LetterDocument): string {
  const title = escaped(letter.subject);
  const body = letter.blocks.map((block) => drawnHtml(block)).join("\n");
  return (
    `<!doctype html><html lang="${letter.language}"><head><meta charset="utf-8">` +
    `<title>${title}</title></head><body style="margin:0;background:#ffffff">` +
    style(
      `${FONT};max-width:760px;padding:24px;font-size:14px;line-height:1.7;color:${INK}`,
      body,
    ) +
    "</body></html>\n"
  );
}

const pairs = (rows: readonly Labelled[]): string =>
  rows.map(({ label, value }) => `${label}  ${value}`).join("\n");

function blockText(block: Block): string {
  switch (block.kind) {
    case "letterhead":
      return [block.name, ...block.lines].join("\n");
    case "addressee":
      return block.lines.join("\n");
    case "signature":
      return [...block.lines, block.seal].join("\n");
    case "seals":
      return block.parties
        .map(({ title, name, lines: below }) => [title, name, ...below].join("\n"))
        .join("\n\n");
    case "heading":
    case "greeting":
      return block.text;
    case "paragraph":
    case "note":
      return block.spans.map(({ text }) => text).join("");
    case "reference":
      return pairs(block.rows);
    case "facts":
      return `${block.title}\n${pairs(block.rows)}`;
    case "items":
      return [block.columns.map(({ head }) => head), ...block.rows]
        .map((row) => row.map((cell) => cell.replace("\n", " ")).join("  |  "))
        .join("\n");
    case "totals":
      return block.rows
        .map(({ label, figures, capitals }) => `${label}  ${figures}\n${capitals ?? ""}`.trim())
        .join("\n");
  }
}

/** The letter as plain text, for readers and machines that take no HTML. */
export const mailText = (letter: LetterDocument): string =>
  `${letter.blocks.map(blockText).join("\n\n")}\n`;
