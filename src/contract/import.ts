/** Imports: a file is looked at first, with every problem in place, and then stored. */
import { z } from "zod";
import { IMPORT_KINDS, STORED_IMPORT_KINDS } from "../domain/book/import-row.ts";
import { endpoint } from "./endpoint.ts";
import { Bilingual, DayIn, Id, Reason, WireDay, WireInstant, WireMoney } from "./scalars.ts";

export const ImportKind = z.enum(IMPORT_KINDS);

/** How to read the file where its headings don't say it. */
export const ImportMap = z.object({
  /** Field → heading. */
  columns: z.record(z.string(), z.string()).optional(),
  constants: z.record(z.string(), z.string()).optional(),
  dateOrder: z.enum(["ymd", "dmy", "mdy"]).optional(),
  stripLeadingZeros: z.array(z.string()).optional(),
});

export const ImportOptions = z.object({
  map: ImportMap.optional(),
  sheet: z.string().max(100).optional(),
  /** The file is the whole truth of this creditor on that day. */
  snapshot: DayIn.optional(),
  /** Take the good rows although others are refused. */
  partial: z.boolean().default(false),
  /** Known customers, contacts and contracts take what the file says. */
  update: z.boolean().default(false),
});

/** Something about one row: a code with facts, and the sentence in both languages. */
const RowProblem = Reason.extend({
  line: z.number().nullable(),
  /** The column's letter. */
  column: z.string().nullable(),
  heading: z.string().nullable(),
  message: Bilingual,
}).meta({ id: "RowProblem" });

export const ImportReport = z.object({
  kind: ImportKind,
  fileName: z.string(),
  sheet: z.string().nullable(),
  headerLine: z.number(),
  /** Every column of the file in order; `field` null: not used. */
  columns: z.array(
    z.object({ letter: z.string(), heading: z.string(), field: z.string().nullable() }),
  ),
  /** Fields this kind of import knows, for a select box; required ones marked. */
  fields: z.array(z.object({ field: z.string(), name: Bilingual, required: z.boolean() })),
  /** The first rows as text, as many cells as columns. */
  firstRows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
  problems: z.array(RowProblem),
  problemCount: z.number(),
  notes: z.array(RowProblem),
  counts: z.object({
    rows: z.number(),
    good: z.number(),
    refused: z.number(),
    /** Exact repetitions, counted once. */
    duplicates: z.number(),
    created: z.number(),
    unchanged: z.number(),
    changed: z.number(),
    closed: z.number(),
    customersCreated: z.number(),
  }),
  sums: z.array(WireMoney),
  /** What a snapshot changes or closes: each with what is booked and what the file says. */
  differences: z.array(
    z.object({
      kind: z.enum(["changed", "closed"]),
      number: z.string(),
      customer: z.string(),
      before: WireMoney,
      after: WireMoney,
    }),
  ),
  differenceCount: z.number(),
  customersCreated: z.array(z.object({ number: z.string(), name: z.string() })),
  snapshot: WireDay.nullable(),
  /** Whether it could be stored as it is (with `partial` when some rows are refused). */
  storable: z.boolean(),
  /** The import's id once stored. */
  stored: Id.nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** Multipart: `file`, `kind`, and `options` as JSON text. */
const ImportForm = z.object({
  file: z.file().max(25 * 1024 * 1024),
  kind: ImportKind,
  options: z
    .string()
    .max(20_000)
    .default("{}")
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "not_json" });
        return z.NEVER;
      }
    })
    .pipe(ImportOptions),
});

export const previewImport = endpoint({
  name: "previewImport",
  method: "post",
  path: "/api/creditors/{creditor}/imports/preview",
  summary: "What a file would change, without storing anything",
  access: "book:import",
  takes: "form",
  body: ImportForm,
  answer: ImportReport,
});

export const importFile = endpoint({
  name: "importFile",
  method: "post",
  path: "/api/creditors/{creditor}/imports",
  summary: "Store a file",
  access: "book:import",
  takes: "form",
  body: ImportForm,
  answer: ImportReport,
  status: 201,
});

export const imports = endpoint({
  name: "imports",
  method: "get",
  path: "/api/creditors/{creditor}/imports",
  summary: "The last imports",
  access: "book:read",
  answer: z.array(
    z.object({
      id: Id,
      kind: z.enum(STORED_IMPORT_KINDS),
      fileName: z.string(),
      snapshotOn: WireDay.nullable(),
      stored: z.number(),
      importedAt: WireInstant,
      importedBy: z.string(),
    }),
  ),
});
