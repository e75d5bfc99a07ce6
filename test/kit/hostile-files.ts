/** Bank files that are cut, garbled or made to do harm, and what is said of each. */
import type { Database } from "../../src/store/database.ts";
import { one, sql } from "../../src/store/sql.ts";
import { statementSample } from "./statements.ts";
import { utf8, zipOf } from "./tables.ts";

export type HostileFile = {
  readonly what: string;
  readonly bytes: () => Uint8Array;
  /** The refusal's code, and what its English sentence says. */
  readonly code: string;
  readonly says: RegExp;
};

const MEGABYTE = 1024 * 1024;
const camt = () => statementSample("camt053", "closed-day-v8.xml").bytes;
const camtText = () => new TextDecoder().decode(camt());

/** A document of this many bytes with nothing but small elements in it. */
function manyElements(megabytes: number): Uint8Array {
  const [start = "", end = ""] = camtText().split(/<Ntry>[\s\S]*<\/Ntry>/);
  return utf8(start + "<a/>".repeat((megabytes * MEGABYTE) / 4) + end);
}

const XML: readonly HostileFile[] = [
  {
    what: "60 MB of elements without end",
    bytes: () => manyElements(60),
    code: "statement_broken",
    says: /camt\.053 file is not built as it should be.*\(line \d+\)/,
  },
  {
    what: "entities that multiply",
    bytes: () => utf8(camtText().replace("<Document", '<!DOCTYPE x [<!ENTITY a "aaa">]><Document')),
    code: "statement_broken",
    says: /not allowed.*\(line 2\)/,
  },
  {
    what: "elements within elements",
    bytes: () => utf8(camtText().replace("<Ntry>", "<a>".repeat(100_000))),
    code: "statement_broken",
    says: /nested too deeply.*\(line \d+\)/,
  },
  {
    what: "XML cut in the middle",
    bytes: () => camt().slice(0, camt().length / 2),
    code: "statement_broken",
    says: /cut off.*\(line \d+\)/,
  },
  {
    what: "GBK that says it is UTF-8",
    bytes: () => {
      const [start, end] = camtText().split("Nordkap Pumpen GmbH").slice(0, 2);
      return Buffer.concat([utf8(start ?? ""), Buffer.from([0xc9, 0xcf, 0xba]), utf8(end ?? "")]);
    },
    code: "statement_broken",
    says: /no text in its encoding.*\(line 12\)/,
  },
];

const OTHERS: readonly HostileFile[] = [
  {
    what: "a ZIP that unpacks to 200 MB",
    bytes: () => zipOf([{ name: "list.csv", text: "0".repeat(200 * MEGABYTE) }]),
    code: "statement_broken",
    says: /not allowed/,
  },
  {
    what: "a ZIP cut in the middle",
    bytes: () => {
      const whole = zipOf([{ name: "list.csv", text: camtText() }]);
      return whole.slice(0, whole.length / 2);
    },
    code: "statement_broken",
    says: /cut off/,
  },
  {
    what: "MT940 cut in the middle",
    bytes: () => statementSample("mt940", "refused-end-missing.sta").bytes,
    code: "statement_broken",
    says: /cut off.*\(line \d+\)/,
  },
  {
    what: "a list with a broken character",
    bytes: () => statementSample("icbc", "refused-broken-character.csv").bytes,
    code: "statement_broken",
    says: /no text in its encoding.*\(line \d+\)/,
  },
  {
    what: "a list with a letter in an amount",
    bytes: () => statementSample("icbc", "refused-amount-with-letter-o.csv").bytes,
    code: "statement_field_unreadable",
    says: /amount "[^"]+" on line \d+/,
  },
  {
    what: "40 MB of noise",
    bytes: () => Uint8Array.from({ length: 40 * MEGABYTE }, (_, at) => (at * 2_654_435_761) >>> 13),
    code: "statement_unknown_format",
    says: /no bank statement/,
  },
];

export const HOSTILE_FILES: readonly HostileFile[] = [...XML, ...OTHERS];

/** How much of bank files is in the store; of anything refused there must be no trace. */
export const bankFilesStored = (database: Database) =>
  database.reading((tx) =>
    one<{ readonly lines: bigint }>(
      tx,
      sql`select (select count(*) from bank_line) + (select count(*) from bank_statement)
            + (select count(*) from bank_notice) + (select count(*) from receipt)
            + (select count(*) from import) as lines`,
    ),
  );
