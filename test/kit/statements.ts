/** What every statement format keeps to, tried over all samples: recognition, sums, garbage. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { StatementFile } from "../../src/domain/cash/statement.ts";
import { judgeBalance } from "../../src/domain/cash/statement-balance.ts";
import { currency } from "../../src/domain/values/money.ts";
import type { ReadStatement, StatementMap } from "../../src/formats/statements/format.ts";
import { allFormats, readStatements } from "../../src/formats/statements/read-statements.ts";
import { sniffedFile } from "../../src/formats/statements/sniff.ts";

/** A sample's name says what is special: `refused-…` is refused, `differs-…` doesn't add up. */
export type StatementSample = {
  readonly format: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly map: StatementMap | null;
  readonly trait: "good" | "refused" | "differs";
};

const FOLDER = new URL("../samples/statements/", import.meta.url);
const HOME = "CNY";
/** Ends the name of a person's map that lies beside a sample. */
const MAP = ".map.json";

export const statementSamples: readonly StatementSample[] = readdirSync(FOLDER)
  .sort()
  .flatMap((format) =>
    readdirSync(new URL(`${format}/`, FOLDER))
      .filter((file) => !file.endsWith(MAP))
      .sort()
      .map((file) => sampleOf(format, file)),
  );

function sampleOf(format: string, file: string): StatementSample {
  const path = new URL(`${format}/${file}`, FOLDER);
  const map = new URL(`${format}/${file}${MAP}`, FOLDER);
  return {
    format,
    file,
    bytes: new Uint8Array(readFileSync(path)),
    map: existsSync(map) ? JSON.parse(readFileSync(map, "utf8")) : null,
    trait: traitOf(file),
  };
}

function traitOf(file: string): StatementSample["trait"] {
  if (file.startsWith("refused-")) return "refused";
  return file.startsWith("differs-") ? "differs" : "good";
}

/** A sample by its place; a missing one is a mistake of the test. */
export function statementSample(format: string, file: string): StatementSample {
  const found = statementSamples.find((one) => one.format === format && one.file === file);
  if (found === undefined) throw new Error(`no sample ${format}/${file}`);
  return found;
}

/** Reads bytes as they would be read from an upload, under a name that gives nothing away. */
export const readBytes = (
  bytes: Uint8Array,
  { map = null, fileName = "upload" }: Partial<{ map: StatementMap | null; fileName: string }> = {},
): Promise<ReadStatement> => readStatements(bytes, { fileName, map, homeCurrency: HOME });

export const readSample = ({ bytes, map }: StatementSample) => readBytes(bytes, { map });

/** The file that a text gives; a refusal is a mistake of the test. */
export async function fileOf(content: string | Uint8Array): Promise<StatementFile> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const read = await readBytes(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

/** Whatever was read: whole minor units, never zero, in the statement's currency, on real days. */
export function expectSound({ statements, statuses }: StatementFile): void {
  for (const { currency: unit, entries, opening, closing } of statements) {
    for (const amount of [opening, closing].filter((one) => one !== null)) {
      expect([amount.currency, typeof amount.minor]).toEqual([unit, "bigint"]);
    }
    for (const { amount, bookedOn, valueOn, line } of entries) {
      expect([amount.currency, typeof amount.minor, amount.minor === 0n]).toEqual([
        unit,
        "bigint",
        false,
      ]);
      expect([bookedOn, valueOn].join(" ")).toMatch(/^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
      expect(line).toBeGreaterThan(0);
    }
  }
  for (const { references } of statuses) expect(Array.isArray(references)).toBe(true);
}

/** Which formats say that a file is theirs, and how sure they are. */
async function sniffers({ bytes, map }: StatementSample) {
  const circumstances = { fileName: "upload", map, homeCurrency: currency(HOME) };
  const file = sniffedFile(bytes, circumstances);
  const formats = await allFormats();
  const answers = await Promise.all(
    formats.map(async (format) => ({ name: format.name, sniffing: await format.sniff(file) })),
  );
  return (asked: string) =>
    answers.filter(({ sniffing }) => sniffing === asked).map(({ name }) => name);
}

/** The conformance of one format over its own samples. */
export function conforms(format: string): void {
  const samples = statementSamples.filter((sample) => sample.format === format);

  test("there are samples", () => {
    expect(samples.some(({ trait }) => trait === "good")).toBe(true);
  });

  test.each(samples)("$file is recognised as this format and no other", async (sample) => {
    const asked = await sniffers(sample);
    const sure = asked("sure");
    if (sample.map !== null || sure.length === 0) {
      expect([...sure, ...asked("maybe")]).toContain(format);
    } else {
      expect(sure).toEqual([format]);
    }
  });

  test.each(samples)(
    "$file is read, refused or seen to differ, as its name says",
    async (sample) => {
      const read = await readSample(sample);
      expect(read.ok ? "read" : "refused").toBe(sample.trait === "refused" ? "refused" : "read");
      if (!read.ok) {
        expect(read.refusal.code).toMatch(/^statement_/);
        return;
      }
      expect(read.value.format).toBe(format);
      expectSound(read.value);
      const evens = read.value.statements.map((statement) => judgeBalance(statement).addsUp);
      expect(evens.every(Boolean)).toBe(sample.trait !== "differs");
    },
  );
}

/** How many places a sample is cut at: all of a small one, some hundreds of a large one. */
const CUTS = 250;

/** A file cut off at any byte is refused; with `whole`, or else no entry before the cut changes. */
export function survivesCuts(format: string, { whole }: { readonly whole: boolean }): void {
  const samples = statementSamples.filter((sample) => sample.format === format);
  test.each(samples)("$file cut off anywhere", async (sample) => {
    const { bytes, map } = sample;
    const all = await readSample(sample);
    const step = Math.max(1, Math.ceil(bytes.length / CUTS));
    for (let at = 0; at < bytes.length; at += step) {
      const read = await readBytes(bytes.slice(0, at), { map });
      if (!read.ok) continue;
      expectSound(read.value);
      if (whole && all.ok) {
        const kept = amountsOf(read.value);
        expect(kept).toEqual(amountsOf(all.value).slice(0, kept.length));
      }
    }
  });
}

const amountsOf = ({ statements }: StatementFile) =>
  statements.flatMap(({ entries }) => entries.map(({ amount }) => amount.minor));

const anyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(4),
  put: fc.uint8Array({ maxLength: 4 }),
});

/** Bytes lost, changed and put in: an answer or a refusal, and never anything unsound. */
export function survivesEdits(format: string, runs: number): void {
  const samples = statementSamples.filter((sample) => sample.format === format);
  test("bytes lost, changed and put in", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(anyEdit, { minLength: 1, maxLength: 6 }),
        async ({ bytes, map }, edits) => {
          const read = await readBytes(edits.reduce(edited, bytes), { map });
          if (read.ok) expectSound(read.value);
          else expect(read.refusal.code).toMatch(/^statement_/);
        },
      ),
      { numRuns: runs },
    );
  }, 60_000);
}

type Edit = { readonly at: number; readonly cut: number; readonly put: Uint8Array };

function edited(bytes: Uint8Array, { at, cut, put }: Edit): Uint8Array {
  const place = Math.floor(at * bytes.length);
  return Uint8Array.from([...bytes.slice(0, place), ...put, ...bytes.slice(place + cut)]);
}
