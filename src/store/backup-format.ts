/** A backup file: gzip of JSON lines, a head that counts and a seal that proves it is whole. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
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
    await pipeline(Readable.from(sealed(head, rows)), createGzip({ level: 3 }), target);
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

export type BackupReader = {
  readonly head: BackupHead;
  /** The rows as JSON in the order written; throws at the end when the seal does not fit. */
  readonly rows: () => AsyncGenerator<string>;
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

/** Lines one at a time, never more of the file in memory than one line and one chunk. */
async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let pieces: Buffer[] = [];
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      pieces.push(chunk.subarray(from, end));
      yield Buffer.concat(pieces).toString("utf8");
      pieces = [];
      from = end + 1;
    }
    pieces.push(chunk.subarray(from));
  }
  const rest = Buffer.concat(pieces).toString("utf8");
  if (rest !== "") yield rest;
}

/** Opens a backup and reads its head. Refusals: no file, not a backup, damaged or cut. */
export async function readBackupFile(file: string): Promise<BackupReader> {
  const source = await open(file);
  const plain = createGunzip();
  const stream = source.createReadStream();
  stream.once("error", (error) => plain.destroy(error));
  const lines = linesOf(stream.pipe(plain));
  const close = () => {
    stream.destroy();
    plain.destroy();
  };
  try {
    const first = await lines.next();
    const text = first.done === true ? "" : first.value;
    return { head: readHead(file, text), rows: () => sealedRows(file, text, lines), close };
  } catch (error) {
    close();
    throw ofContent(error) ? notABackup(file) : error;
  }
}

async function* sealedRows(
  file: string,
  head: string,
  lines: AsyncGenerator<string>,
): AsyncGenerator<string> {
  const hash = createHash("sha256").update(`${head}\n`);
  try {
    for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
      if (line.value.startsWith("[")) {
        hash.update(`${line.value}\n`);
        yield line.value;
        continue;
      }
      const { sha256 } = (parseLine(file, line.value) ?? {}) as { sha256?: string };
      if (sha256 === hash.digest("hex") && (await lines.next()).done === true) return;
      break;
    }
  } catch (error) {
    throw ofContent(error) ? backupDamaged(file) : error;
  }
  throw backupDamaged(file);
}
