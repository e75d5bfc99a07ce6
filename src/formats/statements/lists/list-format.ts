/** A bank's or platform's list as a statement format: how it is known, and that it is read. */
import type { Statement } from "../../../domain/cash/statement.ts";
import { ok, refuse } from "../../../domain/values/result.ts";
import type { Field } from "../../tables/field.ts";
import { broken } from "../fields.ts";
import type { ReadStatement, SniffedFile, Sniffing, StatementFormat } from "../format.ts";
import { cardMoney, isCardList } from "./card-money.ts";
import { type Headings, headingsOf, LIST_FIELDS } from "./list-fields.ts";
import { findHead, type ListHead } from "./list-header.ts";
import type { ListRules } from "./list-rules.ts";
import { headLists, listsOf } from "./open-lists.ts";
import { readList } from "./read-list.ts";

export type ListFormat = Omit<ListRules, "headings"> & {
  /** Whether a list bears this bank's own marks: headings only it has, or its name in a title. */
  readonly knows: (head: ListHead) => Sniffing;
  /** Takes over what can't be opened, so that it is refused with its place and not as unknown. */
  readonly lastResort?: boolean;
  /** Columns by names that mean something else in other lists, or that only this one has. */
  readonly fields?: readonly Field[];
};

/** Makes the format of one bank or platform. */
export function listFormat({
  knows,
  lastResort,
  fields = [],
  ...rules
}: ListFormat): StatementFormat {
  const headings = headingsOf([...fields, ...LIST_FIELDS]);
  return {
    name: rules.name,
    sniff: async (file) => {
      const heads = await headsIn(file);
      if (heads === null) return lastResort === true ? "maybe" : "no";
      return strongest(heads.map(knows));
    },
    read: (file) => readFile(file, { ...rules, headings }, knows),
  };
}

/** For formats that are certain or not at all. */
export const sureIf = (truth: boolean): Sniffing => (truth ? "sure" : "no");

const strongest = (all: readonly Sniffing[]): Sniffing =>
  all.find((one) => one === "sure") ?? all.find((one) => one === "maybe") ?? "no";

type Heads = Promise<readonly ListHead[] | null>;
const heads = new WeakMap<SniffedFile, Heads>();

/**
 * The headers of a file's lists, found once however many formats ask; null if it can't be opened.
 */
function headsIn(file: SniffedFile): Heads {
  const before = heads.get(file);
  if (before !== undefined) return before;
  const found = headLists(file).then((lists) =>
    lists.ok ? lists.value.flatMap((list) => findHead(list) ?? []) : null,
  );
  heads.set(file, found);
  return found;
}

async function readFile(
  file: SniffedFile,
  rules: ListRules & { readonly headings: Headings },
  knows: ListFormat["knows"],
): Promise<ReadStatement> {
  const lists = await listsOf(file);
  if (!lists.ok) {
    return refuse(broken(rules.name, lists.refusal.line, lists.refusal.problem));
  }
  const found: (readonly Statement[])[] = [];
  for (const list of lists.value) {
    const head = findHead(list);
    if (head === null || knows(head) === "no") continue;
    const own = isCardList(head) ? { money: cardMoney, ...rules } : rules;
    const read = readList(head, own, file.homeCurrency);
    if (!read.ok) return read;
    found.push(read.value);
  }
  if (found.length === 0) return refuse({ code: "statement_unknown_format" });
  const once = withoutCopies(found.flat());
  return once === null
    ? refuse(broken(rules.name, null, "structure"))
    : ok({ format: rules.name, statements: once, statuses: [] });
}

/**
 * A workbook may hold the same list twice, on a second sheet made to look nicer: then it is taken
 * once. Two different lists of one account over the same days are not guessed at: null.
 */
function withoutCopies(statements: readonly Statement[]): readonly Statement[] | null {
  const kept: Statement[] = [];
  const known = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = `${statement.currency} ${statement.account ?? ""}`;
    const others = known.get(key) ?? [];
    const same = others.filter((one) => meets(one, statement));
    if (same.length > 0) {
      if (!same.some((one) => paymentsOf(one) === paymentsOf(statement))) return null;
      continue;
    }
    kept.push(statement);
    known.set(key, [...others, statement]);
  }
  return kept;
}

/** Whether two statements of one account have a day in common. */
function meets(left: Statement, right: Statement): boolean {
  const [one, other] = [daysOf(left), daysOf(right)];
  const [from, until, otherFrom, otherUntil] = [one[0], one.at(-1), other[0], other.at(-1)];
  if (!from || !until || !otherFrom || !otherUntil) return false;
  return from <= otherUntil && otherFrom <= until;
}

const daysOf = ({ entries }: Statement) => entries.map(({ bookedOn }) => bookedOn).toSorted();

const paymentsOf = ({ entries }: Statement): string =>
  entries
    .map(({ bookedOn, amount, bankReference }) => `${bookedOn} ${amount.minor} ${bankReference}`)
    .toSorted()
    .join();
