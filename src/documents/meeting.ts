/** The pack of a collection meeting as a document: figures first, then lists, then decisions. */
import type { MeetingPack, PackCustomer, PackTask, Sum } from "../domain/desk/meeting.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import { groupedAmount, moneyOf } from "../domain/values/money.ts";
import type { Block, Column, LetterDocument } from "./document.ts";
import { oneLine } from "./letter-parts.ts";
import { MEETING_WORDING, type MeetingWording } from "./meeting-wording.ts";

/** What was recorded of a meeting; null before it is held. */
export type MeetingRecord = {
  readonly attendees: readonly string[];
  readonly note: string | null;
  readonly nextOn: PlainDate | null;
  readonly decided: readonly PackTask[];
};

export type MeetingFacts = {
  readonly language: "zh" | "en";
  readonly creditor: { readonly name: string; readonly nameEn: string | null };
  readonly pack: MeetingPack;
  readonly record: MeetingRecord | null;
};

const figures = ({ amount, currency }: Sum): string => groupedAmount(moneyOf(amount, currency));
const nameOf = ({ number, name }: PackCustomer): string => `${oneLine(name)} ${oneLine(number)}`;

/** Columns of figures by their place. */
function table(heads: readonly string[], amounts: readonly number[], rows: readonly string[][]) {
  const columns = heads.map((head, at): Column => ({ head, figures: amounts.includes(at) }));
  return { kind: "items" as const, columns, rows };
}

type Section = { readonly title: string; readonly shown: number; readonly count: number };

/** A title and its table, or the word that there is nothing. */
function section(
  words: MeetingWording,
  { title, shown, count }: Section,
  body: Block,
): readonly Block[] {
  const cut = count > shown ? words.of(shown, count) : "";
  const heading: Block = { kind: "greeting", text: `${title}${cut}` };
  if (shown > 0) return [heading, body];
  return [heading, { kind: "paragraph", spans: [{ text: words.none, strong: false }] }];
}

type Listed<Row> = { readonly rows: readonly Row[]; readonly count: number };

function listed<Row>(
  words: MeetingWording,
  title: string,
  list: Listed<Row>,
  [heads, amounts]: readonly [readonly string[], readonly number[]],
  cells: (row: Row) => string[],
): readonly Block[] {
  const { rows, count } = list;
  const body = table(heads, amounts, rows.map(cells));
  return section(words, { title, shown: rows.length, count }, body);
}

function taskCells(words: MeetingWording, task: PackTask): string[] {
  const { customer, title, kind, level, role, assignee, state, outcome } = task;
  const roleName = (name: string | null): string =>
    name === null ? "" : (words.roles[name as keyof typeof words.roles] ?? name);
  const what = title ?? `${words.kinds[kind] ?? kind} ${roleName(level)}`;
  const came = outcome === null ? "" : `：${oneLine(outcome)}`;
  return [
    customer === null ? "–" : nameOf(customer),
    oneLine(what),
    oneLine(assignee ?? roleName(role)),
    task.dueOn,
    `${words.states[state]}${came}`,
  ];
}

function totalsOf(words: MeetingWording, { totals }: MeetingPack): readonly Block[] {
  const body = table(
    words.heads.totals,
    [1, 2, 3],
    totals.map(({ currency, balance, overdue, customers }) => [
      currency,
      figures(balance),
      figures(overdue),
      `${customers}`,
    ]),
  );
  const shown = totals.length;
  return section(words, { title: words.sections.totals, shown, count: shown }, body);
}

function restOf(words: MeetingWording, { top }: MeetingPack): readonly Block[] {
  if (top.rest.length === 0) return [];
  const sums = top.rest.map((sum) => `${sum.currency} ${figures(sum)}`).join(" · ");
  return [{ kind: "note", spans: [{ text: `${words.rest}${sums}`, strong: false }] }];
}

function debts(words: MeetingWording, pack: MeetingPack): readonly Block[] {
  const { sections, heads } = words;
  const owner = (row: { owner: string | null }) => oneLine(row.owner ?? "–");
  return [
    ...listed(words, sections.top, pack.top, [heads.top, [3, 4]], (row) => [
      ...[nameOf(row.customer), owner(row), row.overdue.currency],
      ...[figures(row.overdue), `${row.oldestDays}`],
    ]),
    ...restOf(words, pack),
    ...listed(words, sections.fresh, pack.fresh, [heads.fresh, [3, 4]], (row) => [
      ...[nameOf(row.customer), owner(row), row.overdue.currency],
      ...[figures(row.overdue), `${row.items}`, row.dueOn],
    ]),
    ...listed(words, sections.broken, pack.brokenPromises, [heads.broken, [3]], (row) => [
      ...[nameOf(row.customer), owner(row), row.amount.currency],
      ...[figures(row.amount), row.payOn, row.judgedOn],
    ]),
    ...listed(words, sections.missed, pack.missedInstalments, [heads.missed, [5]], (row) => [
      ...[nameOf(row.customer), owner(row), oneLine(row.number), `${row.place}`],
      ...[row.left.currency, figures(row.left), row.dueOn],
    ]),
  ];
}

function tasks(words: MeetingWording, pack: MeetingPack): readonly Block[] {
  const { sections, heads } = words;
  const list = (title: string, found: Listed<PackTask>) =>
    listed(words, title, found, [heads.tasks, []], (task) => taskCells(words, task));
  return [
    ...list(sections.disputes, pack.lateDisputes),
    ...list(sections.escalations, pack.escalations),
    ...list(sections.decisions, pack.decisions),
  ];
}

function recorded(words: MeetingWording, record: MeetingRecord | null): readonly Block[] {
  if (record === null) return [];
  const { decided, note } = record;
  const found = { rows: decided, count: decided.length };
  const minutes = note?.split("\n").map(oneLine) ?? [];
  return [
    ...listed(words, words.sections.decided, found, [words.heads.tasks, []], (task) =>
      taskCells(words, task),
    ),
    ...(minutes.length === 0 ? [] : [{ kind: "greeting" as const, text: words.note }]),
    ...minutes.map((text): Block => ({ kind: "paragraph", spans: [{ text, strong: false }] })),
  ];
}

/** The same facts always give the same document. */
export function composeMeeting({ language, creditor, pack, record }: MeetingFacts): LetterDocument {
  const words = MEETING_WORDING[language];
  const author = oneLine(language === "en" ? (creditor.nameEn ?? creditor.name) : creditor.name);
  const people = record === null ? words.notHeld : record.attendees.map(oneLine).join("、");
  const rows = [
    { label: words.day, value: pack.day as string },
    ...(pack.since === null ? [] : [{ label: words.since, value: pack.since as string }]),
    ...(record?.nextOn ? [{ label: words.next, value: record.nextOn as string }] : []),
  ];
  return {
    language,
    subject: `${words.title} ${pack.day}`,
    author,
    number: pack.day,
    writtenOn: pack.day,
    blocks: [
      { kind: "letterhead", name: author, lines: [] },
      { kind: "reference", rows },
      { kind: "addressee", lines: [`${words.attendees}${people}`] },
      { kind: "heading", text: words.title },
      ...totalsOf(words, pack),
      ...debts(words, pack),
      ...tasks(words, pack),
      ...recorded(words, record),
    ],
  };
}
