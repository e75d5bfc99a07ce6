/** What an uploaded file is, told by its bytes; its name is only believed where it agrees. */

export const ATTACHMENT_TYPES = [
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/webp",
  "image/heic",
  "application/pdf",
  "message/rfc822",
  "application/vnd.ms-outlook",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

const ENDINGS: Readonly<Record<AttachmentType, readonly [string, ...string[]]>> = {
  "image/jpeg": ["jpg", "jpeg", "jfif"],
  "image/png": ["png"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "image/heic": ["heic", "heif"],
  "application/pdf": ["pdf"],
  "message/rfc822": ["eml"],
  "application/vnd.ms-outlook": ["msg"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
};

/** Text of one byte a character: enough to find marks in any file. */
function latin(bytes: Uint8Array, from: number, until: number): string {
  let text = "";
  for (const byte of bytes.subarray(from, until)) text += String.fromCharCode(byte);
  return text;
}

const HEIC_BRANDS: ReadonlySet<string> = new Set(["heic", "heix", "hevc", "heim", "heis", "mif1"]);
const SNIFFED = 4096;

const MAIL_HEADERS = [
  "Return-Path|Received|From|To|Subject|Date|Message-ID|MIME-Version|Delivered-To|Content-Type",
  "X-[\\w-]+|DKIM-Signature|ARC-[\\w-]+|Authentication-Results",
].join("|");

/** A mail begins with three header lines at least, folded or not; a web page has none. */
const MAIL = new RegExp(
  `^(?:(?:${MAIL_HEADERS}):[^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\r?\\n)*){3,}`,
  "i",
);

/** The type that the first bytes prove; null for everything else, web pages and scripts first. */
export function sniffAttachment(bytes: Uint8Array): AttachmentType | null {
  const head = latin(bytes, 0, SNIFFED);
  if (head.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return "image/gif";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "image/webp";
  if (head.slice(4, 8) === "ftyp") {
    return HEIC_BRANDS.has(head.slice(8, 12)) ? "image/heic" : null;
  }
  if (head.startsWith("%PDF-")) return "application/pdf";
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return outlookOf(bytes);
  if (head.startsWith("PK\x03\x04")) return officeOf(bytes, head);
  return MAIL.test(head) ? "message/rfc822" : null;
}

/** A mail saved by Outlook names its streams in 16-bit letters; an old Word file has others. */
function outlookOf(bytes: Uint8Array): AttachmentType | null {
  const wide = [..."__properties_version1.0"].map((letter) => `${letter}\0`).join("");
  return found(bytes, wide) ? "application/vnd.ms-outlook" : null;
}

/** The names of a package's parts stand readable in the file; one with macros is none of ours. */
function officeOf(bytes: Uint8Array, head: string): AttachmentType | null {
  const named = head.includes("[Content_Types].xml") || found(bytes, "[Content_Types].xml");
  if (!named || found(bytes, "vbaProject.bin")) return null;
  if (found(bytes, "word/document.xml")) {
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  }
  return found(bytes, "xl/workbook.xml")
    ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    : null;
}

/** Whether a mark of one-byte letters stands anywhere in the file. */
function found(bytes: Uint8Array, mark: string): boolean {
  const first = mark.charCodeAt(0);
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (bytes[at + 1] === mark.charCodeAt(1) && latin(bytes, at, at + mark.length) === mark) {
      return true;
    }
  }
  return false;
}

const LONGEST_NAME = 120;
/** Control characters, marks that turn the reading direction, and what file systems forbid. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSAFE = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069"*:<>?|]/g;

/** A name without a path, of bearable length, that ends as the file's type does. */
export function attachmentName(given: string, type: AttachmentType): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(UNSAFE, "").replace(/^\.+/, "").trim();
  const [usual, ...others] = ENDINGS[type];
  const match = /\.([a-z0-9]{1,8})$/i.exec(clean);
  const ending = match?.[1]?.toLowerCase();
  const agrees = ending !== undefined && [usual, ...others].includes(ending);
  const stem = agrees ? clean.slice(0, -(ending.length + 1)) : clean;
  const short = [...stem].slice(0, LONGEST_NAME).join("") || "file";
  return `${short}.${agrees ? ending : usual}`;
}
