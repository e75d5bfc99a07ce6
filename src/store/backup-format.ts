/** A backup file: gzip of JSON lines, with a head that counts and a seal that proves it is whole. */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { backupDamaged, notABackup } from "./refusals.ts";

export type BackupTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
};

export type BackupHead = {
  readonly huikuan: "backup";
  readonly format: 1;
  /** The program that wrote it. */
  readonly program: string;
  readonly madeAt: string;
  /** The checksums of the migrations the store had, in order: its schema. */
  readonly migrations: readonly string[];
  readonly tables: readonly BackupTable[];
};

/** A row's columns as PostgreSQL writes them; null is null. */
export type BackupRow = readonly (string | null)[];

const FORMAT = 1;

async function* sealed(head: BackupHead, rows: AsyncIterable<BackupRow>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield line(head);
  for await (const row of rows) yield line(row);
  yield `${JSON.stringify({ sha256: hash.digest("hex") })}\n`;
}

/**
 * Writes head, rows (all tables' one after another) and seal. The file appears under its name only
 * when it is whole.
 */
export async function writeBackupFile(
  file: string,
  head: BackupHead,
  rows: AsyncIterable<BackupRow>,
): Promise<void> {
  const half = `${file}.half-${process.pid}`;
  try {
    const target = createWriteStream(half, { mode: 0o600, flush: true });
    await pipeline(Readable.from(sealed(head, rows)), createGzip({ level: 6 }), target);
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

export type BackupReader = {
  readonly head: BackupHead;
  /** The rows in the order written; throws at the end when the seal does not fit. */
  readonly rows: () => AsyncGenerator<BackupRow>;
  readonly close: () => void;
};

function parseLine(file: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw backupDamaged(file);
  }
}

function readHead(file: string, line: string): BackupHead {
  const head = line.startsWith('{"huikuan":"backup"') ? parseLine(file, line) : null;
  const { format, tables, migrations } = (head ?? {}) as Partial<BackupHead>;
  if (format !== FORMAT || tables === undefined || migrations === undefined) {
    throw notABackup(file);
  }
  return head as BackupHead;
}

const ofContent = (error: unknown): boolean =>
  /^(Z_|ERR_PADDING|ERR_TRAILING)/.test((error as NodeJS.ErrnoException).code ?? "");

/** Opens a backup and reads its head. Refusals: no file, not a backup, damaged or cut. */
export async function readBackupFile(file: string): Promise<BackupReader> {
  const source = createReadStream(file);
  const plain = createGunzip();
  const close = () => {
    source.destroy();
    plain.destroy();
  };
  source.once("error", (error) => plain.destroy(error));
  const lines = createInterface({ input: source.pipe(plain), crlfDelay: Number.POSITIVE_INFINITY });
  const failed = new Promise<never>((_, reject) => plain.once("error", reject));
  failed.catch(() => undefined);
  const each = lines[Symbol.asyncIterator]();
  const next = () => Promise.race([each.next(), failed]);
  try {
    const first = await next();
    const text = first.done === true ? "" : first.value;
    return { head: readHead(file, text), rows: () => sealedRows(file, text, next), close };
  } catch (error) {
    close();
    throw ofContent(error) ? notABackup(file) : error;
  }
}

async function* sealedRows(
  file: string,
  head: string,
  next: () => Promise<IteratorResult<string>>,
): AsyncGenerator<BackupRow> {
  const hash = createHash("sha256").update(`${head}\n`);
  try {
    for (let line = await next(); line.done !== true; line = await next()) {
      const value = parseLine(file, line.value);
      if (Array.isArray(value)) {
        hash.update(`${line.value}\n`);
        yield value as BackupRow;
        continue;
      }
      const { sha256 } = (value ?? {}) as { sha256?: string };
      if (sha256 === hash.digest("hex") && (await next()).done === true) return;
      break;
    }
  } catch (error) {
    throw ofContent(error) ? backupDamaged(file) : error;
  }
  throw backupDamaged(file);
}
