/** A statement format: how it is recognised, and how it is read. One format is one file. */
import type { ImportMap } from "../../domain/book/import-row.ts";
import type { StatementFile, StatementRefusal } from "../../domain/cash/statement.ts";
import type { Currency } from "../../domain/values/money.ts";
import type { Result } from "../../domain/values/result.ts";

/** A person's word on which column is which, for files that no format knows. */
export type StatementMap = ImportMap;

export type TextEncoding = "utf-8" | "utf-16" | "gb18030" | "latin1";

/** A file as formats look at it; everything that is the same for all is done once. */
export type SniffedFile = {
  readonly bytes: Uint8Array;
  /** Only decides between two formats that both could be it. */
  readonly fileName: string;
  /** What the bytes are by their first ones; only `text` has a text. */
  readonly kind: "text" | "zip" | "ole";
  /** Decoded, without byte order mark, line ends as in the file; "" where it is no text. */
  readonly text: string;
  /** The encoding that fitted; `latin1` fits always, so that only names may be wrong there. */
  readonly encoding: TextEncoding;
  /** The first 4,000 characters of the text, for sniffing. */
  readonly head: string;
  readonly map: StatementMap | null;
  /** For lists that name no currency. */
  readonly homeCurrency: Currency;
};

/** `sure`: bears the format's own mark. `maybe`: could be it; asked after all that are sure. */
export type Sniffing = "sure" | "maybe" | "no";

export type ReadStatement = Result<StatementFile, StatementRefusal>;

export type StatementFormat = {
  /** The name of its file. */
  readonly name: string;
  /** Looks at the content only; never throws. */
  readonly sniff: (file: SniffedFile) => Sniffing | Promise<Sniffing>;
  /** Reads what `sniff` recognised; whatever the bytes are, an answer and never an exception. */
  readonly read: (file: SniffedFile) => ReadStatement | Promise<ReadStatement>;
};
