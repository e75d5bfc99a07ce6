/** The parts that the facts of a letter fill: head, addressee, item table, totals, seal. */
import type { LetterAmount, LetterFacts, LetterItem } from "../domain/book/letter.ts";
import { capitalAmount } from "../domain/countries/china/capital-amount.ts";
import { type Currency, groupedAmount, moneyOf } from "../domain/values/money.ts";
import type { Block, Column, Labelled } from "./document.ts";
import { WORDING, type Wording } from "./wording.ts";

/** A value as it may stand in a letter: composed characters, no controls, no line breaks. */
export const oneLine = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\n\r\u2028]/)
    .map(oneLine)
    .filter((line) => line !== "");

/** Rows with a value only: a letter has no empty labels. */
const filled = (rows: readonly (readonly [string, string | null])[]): readonly Labelled[] =>
  rows.flatMap(([label, value]) => {
    const text = oneLine(value ?? "");
    return text === "" ? [] : [{ label, value: text }];
  });

const joined = (rows: readonly Labelled[], { colon }: { readonly colon: string }) =>
  rows.map(({ label, value }) => `${label}${colon}${value}`);

const colonOf = (facts: Pick<LetterFacts, "language">) => (facts.language === "zh" ? "：" : ": ");

/** The party's name in the letter's language. */
export const nameOf = (
  { language }: Pick<LetterFacts, "language">,
  party: { readonly name: string; readonly nameEn: string | null },
): string => oneLine(language === "en" ? (party.nameEn ?? party.name) : party.name);

export function letterhead(facts: Pick<LetterFacts, "language" | "creditor">): Block {
  const { creditor } = facts;
  const words = WORDING[facts.language];
  const colon = colonOf(facts);
  const lines = [
    joined(filled([[words.uscc, creditor.uscc]]), { colon }),
    joined(filled([[words.address, creditor.address]]), { colon }),
    joined(
      filled([
        [words.phone, creditor.phone],
        [words.email, creditor.email],
      ]),
      { colon },
    ),
  ];
  return {
    kind: "letterhead",
    name: nameOf(facts, creditor),
    lines: lines.filter((line) => line.length > 0).map((line) => line.join(" · ")),
  };
}

export function reference(facts: Pick<LetterFacts, "language" | "number" | "writtenOn">): Block {
  const words = WORDING[facts.language];
  const rows = filled([
    [words.number, facts.number],
    [words.date, words.day(facts.writtenOn)],
  ]);
  return { kind: "reference", rows };
}

/** Name, address lines, code and the person: what shows in the window of an envelope. */
export function addressee(
  facts: Pick<LetterFacts, "language" | "customer" | "recipientName">,
): Block {
  const { customer } = facts;
  const words = WORDING[facts.language];
  const colon = colonOf(facts);
  return {
    kind: "addressee",
    lines: [
      nameOf(facts, customer),
      ...linesOf(customer.address ?? ""),
      ...joined(filled([[words.uscc, customer.uscc]]), { colon }),
      ...joined(filled([[words.attention, facts.recipientName]]), { colon }),
    ],
  };
}

type TableColumn = Column & { cell(item: LetterItem): string };

const isReminder = ({ template }: LetterFacts) => template === "pre-due-reminder";

/** Whether a dispute or a promise keeps part of an item out of what the letter asks for. */
export const asksForLess = ({ items }: LetterFacts): boolean =>
  items.some(({ open, chased }) => open !== chased);

const UNDATED: ReadonlySet<string> = new Set(["invoice-copy", "payment-returned"]);

function amountColumn(
  words: Wording,
  head: string,
  only: Currency | null,
  amountOf: (item: LetterItem) => string,
): TableColumn {
  const unit = only === null ? "" : words.unit(only);
  return {
    head: unit === "" ? head : words === WORDING.zh ? `${head}（${unit}）` : `${head} (${unit})`,
    figures: true,
    cell: (item) => groupedAmount(moneyOf(amountOf(item), item.currency)),
  };
}

/** What is sent to be checked, or is open again, is due or not: its letter states no lateness. */
function daysColumn(facts: LetterFacts, words: Wording): TableColumn | null {
  if (UNDATED.has(facts.template)) return null;
  const head = isReminder(facts) ? words.daysToDue : words.daysPastDue;
  const cell = ({ days }: LetterItem) => String(isReminder(facts) ? -days : days);
  return { head, figures: true, cell };
}

function columnsOf(facts: LetterFacts): readonly TableColumn[] {
  const words = WORDING[facts.language];
  const referred = facts.items.some((item) => oneLine(item.reference ?? "") !== "");
  const only = facts.totals.length === 1 ? (facts.totals[0]?.currency ?? null) : null;
  const text = (head: string, cell: (item: LetterItem) => string): TableColumn => ({
    head,
    figures: false,
    cell,
  });
  const columns: readonly (TableColumn | null)[] = [
    text(referred ? words.invoiceAndReference : words.invoice, (item) =>
      [item.number, item.reference ?? ""]
        .map(oneLine)
        .filter((part) => part !== "")
        .join("\n"),
    ),
    text(words.issued, ({ issuedOn }) => issuedOn),
    text(words.due, ({ dueOn }) => dueOn),
    daysColumn(facts, words),
    only === null ? text(words.currency, (item) => item.currency) : null,
    amountColumn(words, words.amount, only, ({ amount }) => amount),
    amountColumn(words, words.open, only, ({ open }) => open),
    asksForLess(facts)
      ? amountColumn(
          words,
          facts.returned ? words.reopened : words.chased,
          only,
          (item) => item.chased,
        )
      : null,
  ];
  return columns.filter((column) => column !== null);
}

export function itemTable(facts: LetterFacts): Block {
  const columns = columnsOf(facts);
  return {
    kind: "items",
    columns: columns.map(({ head, figures }) => ({ head, figures })),
    rows: facts.items.map((item) => columns.map(({ cell }) => cell(item))),
  };
}

/** One line per currency; yuan also in capital numerals, which a change of figures can't follow. */
export function totals(facts: LetterFacts): Block {
  const words = WORDING[facts.language];
  const capitals = (total: LetterAmount) =>
    facts.language === "zh" && total.currency === "CNY"
      ? `${words.capitals}${capitalAmount(moneyOf(total.amount, total.currency))}`
      : null;
  return {
    kind: "totals",
    rows: facts.totals.map((total) => ({
      label: words.total,
      figures: words.sum(total),
      capitals: capitals(total),
    })),
  };
}

export function account(facts: Pick<LetterFacts, "language" | "creditor" | "number">): Block {
  const words = WORDING[facts.language];
  const { creditor } = facts;
  return {
    kind: "facts",
    title: words.account,
    rows: filled([
      [words.accountName, creditor.name],
      [words.bank, creditor.bankName],
      [words.accountNumber, creditor.bankAccount ?? words.accountAsAgreed],
      [words.remark, facts.number],
    ]),
  };
}

export function contact(facts: LetterFacts): Block {
  const words = WORDING[facts.language];
  const { creditor, sender } = facts;
  return {
    kind: "facts",
    title: words.contact,
    rows: filled([
      [words.contactName, sender.name ?? words.department],
      [words.phone, sender.phone ?? creditor.phone],
      [words.email, sender.email ?? creditor.email],
    ]),
  };
}

export function signature(facts: LetterFacts): Block {
  const words = WORDING[facts.language];
  return {
    kind: "signature",
    lines: [nameOf(facts, facts.creditor), words.day(facts.writtenOn)],
    seal: words.seal,
  };
}
