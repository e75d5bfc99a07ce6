/** An agreement's document from its facts: parties, numbered clauses, tables, room for seals. */

import type { LetterAmount } from "../domain/book/letter.ts";
import { capitalAmount } from "../domain/countries/china/capital-amount.ts";
import type { AgreementPaper, PaperInstalment, PaperItem } from "../domain/desk/agreement-paper.ts";
import { groupedAmount, moneyOf } from "../domain/values/money.ts";
import { en } from "./agreement-en.ts";
import type { AgreementWords, PaperPart } from "./agreement-words.ts";
import { zh } from "./agreement-zh.ts";
import type { Block, Labelled, LetterDocument, SealedBy } from "./document.ts";
import { account, addressee, letterhead, nameOf, oneLine, reference } from "./letter-parts.ts";
import { WORDING } from "./wording.ts";

const WORDS: Readonly<Record<AgreementPaper["language"], AgreementWords>> = { zh, en };

const figures = ({ amount, currency }: LetterAmount) => groupedAmount(moneyOf(amount, currency));

type Column<Row> = {
  readonly head: string;
  readonly figures: boolean;
  cell(row: Row): string;
};

function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Block {
  return {
    kind: "items",
    columns: columns.map(({ head, figures: flush }) => ({ head, figures: flush })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

function items(paper: AgreementPaper, words: AgreementWords): Block {
  const { language, kind, amount } = paper;
  const letter = WORDING[language];
  const money = (head: string, of: (item: PaperItem) => LetterAmount): Column<PaperItem> => ({
    head: words.unit(head, amount.currency),
    figures: true,
    cell: (item) => figures(of(item)),
  });
  const text = (head: string, cell: (item: PaperItem) => string): Column<PaperItem> => ({
    head,
    figures: false,
    cell,
  });
  const extended = kind === "extension";
  const columns = [
    text(letter.invoice, ({ number }) => number),
    text(letter.issued, ({ issuedOn }) => issuedOn),
    text(extended ? words.oldDueOn : letter.due, ({ dueOn }) => dueOn),
    ...(extended ? [text(words.newDueOn, ({ newDueOn }) => newDueOn ?? "")] : []),
    money(words.open, ({ open }) => open),
    money(words.agreed, (item) => item.amount),
    ...(kind === "discount" ? [money(words.forgiven, ({ forgiven }) => forgiven)] : []),
  ];
  return table(columns, paper.items);
}

function schedule(paper: AgreementPaper, words: AgreementWords): Block {
  const { currency } = paper.amount;
  const money = (
    head: string,
    of: (row: PaperInstalment) => LetterAmount,
  ): Column<PaperInstalment> => ({
    head: words.unit(head, currency),
    figures: true,
    cell: (row) => figures(of(row)),
  });
  const columns: readonly Column<PaperInstalment>[] = [
    { head: words.place, figures: false, cell: ({ place }) => String(place) },
    { head: words.dueOn, figures: false, cell: ({ dueOn }) => dueOn },
    money(words.principal, ({ amount }) => amount),
    ...(paper.interest === null ? [] : [money(words.interest, ({ interest }) => interest)]),
    money(words.toPay, ({ total }) => total),
  ];
  return table(columns, paper.instalments);
}

/** Each component in a line of its own; the sum in capitals, which nobody changes unseen. */
function totals(paper: AgreementPaper, words: AgreementWords): Block {
  const letter = WORDING[paper.language];
  const row = (label: string, sum: LetterAmount, inWords: boolean) => ({
    label,
    figures: letter.sum(sum),
    capitals:
      inWords && paper.language === "zh" && sum.currency === "CNY"
        ? `${letter.capitals}${capitalAmount(moneyOf(sum.amount, sum.currency))}`
        : null,
  });
  const beside = paper.interest !== null || paper.forgiven !== null;
  return {
    kind: "totals",
    rows: [
      row(words.principal, paper.amount, !beside),
      ...(paper.interest === null ? [] : [row(words.interest, paper.interest, false)]),
      ...(paper.forgiven === null ? [] : [row(words.forgiven, paper.forgiven, false)]),
      ...(beside ? [row(words.toPay, paper.toPay, true)] : []),
    ],
  };
}

function partOf(part: PaperPart, paper: AgreementPaper, words: AgreementWords): Block {
  switch (part) {
    case "items":
      return items(paper, words);
    case "totals":
      return totals(paper, words);
    case "schedule":
      return schedule(paper, words);
    case "account":
      return account(paper);
  }
}

const rowsOf = (rows: readonly (readonly [string, string | null])[]): readonly Labelled[] =>
  rows.flatMap(([label, value]) => {
    const text = oneLine(value ?? "");
    return text === "" ? [] : [{ label, value: text }];
  });

function parties(paper: AgreementPaper, words: AgreementWords): readonly Block[] {
  const letter = WORDING[paper.language];
  const { creditor, customer, clauses } = paper;
  const facts = (title: string, rows: readonly Labelled[]): Block => ({
    kind: "facts",
    title,
    rows,
  });
  const { guarantor } = clauses;
  return [
    facts(
      words.creditor,
      rowsOf([
        [words.name, nameOf(paper, creditor)],
        [letter.uscc, creditor.uscc],
        [letter.address, creditor.address],
      ]),
    ),
    facts(
      words.debtor,
      rowsOf([
        [words.name, nameOf(paper, customer)],
        [letter.uscc, customer.uscc],
        [words.serviceAddress, clauses.serviceAddress ?? customer.address],
        [words.serviceEmail, clauses.serviceEmail],
      ]),
    ),
    ...(guarantor === null ? [] : [facts(words.guarantor, rowsOf([[words.name, guarantor.name]]))]),
  ];
}

function clausesOf(paper: AgreementPaper, words: AgreementWords): readonly Block[] {
  let count = 0;
  return words.clauses(paper).flatMap((piece): readonly Block[] => {
    if (typeof piece === "string") return [partOf(piece, paper, words)];
    const title = words.numbered(count, piece.title);
    count += 1;
    const gap = paper.language === "zh" ? "　" : "  ";
    return [
      {
        kind: "paragraph",
        spans: [
          { text: `${title}${gap}`, strong: true },
          { text: oneLine(piece.text), strong: false },
        ],
      },
    ];
  });
}

function seals(paper: AgreementPaper, words: AgreementWords): Block {
  const { guarantor } = paper.clauses;
  const party = (title: string, name: string): SealedBy => ({
    ...{ title, name, lines: words.signHere },
  });
  return {
    kind: "seals",
    parties: [
      party(words.creditor, nameOf(paper, paper.creditor)),
      party(words.debtor, nameOf(paper, paper.customer)),
      ...(guarantor === null ? [] : [party(words.guarantor, oneLine(guarantor.name))]),
    ],
  };
}

/** Makes the document. The same facts always give the same one. */
export function composeAgreement(paper: AgreementPaper): LetterDocument {
  const words = WORDS[paper.language];
  const { language, number, writtenOn } = paper;
  return {
    ...{ language, number, writtenOn },
    subject: words.subject(paper),
    author: nameOf(paper, paper.creditor),
    blocks: [
      letterhead(paper),
      reference(paper),
      addressee({ ...paper, recipientName: null }),
      { kind: "heading", text: words.heading(paper) },
      ...parties(paper, words),
      { kind: "paragraph", spans: [{ text: words.preamble(paper), strong: false }] },
      ...clausesOf(paper, words),
      seals(paper, words),
    ],
  };
}
