/** The printing thread: typst, its fonts, and the check that every character can be drawn. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { create, type Font } from "fontkit";
import { assert } from "../domain/values/result.ts";
import { type LetterDocument, textsOf } from "./document.ts";

export type PrintOrder = { readonly order: number; readonly letter: LetterDocument };
export type PrintAnswer =
  | { readonly order: number; readonly pdf: Uint8Array }
  | { readonly order: number; readonly missing: string }
  | { readonly order: number; readonly bug: string };

const here = fileURLToPath(new URL("./", import.meta.url));
const fonts = fileURLToPath(new URL("../../assets/fonts/", import.meta.url));

const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: [fonts] }] });
const source = readFileSync(`${here}letter.typ`, "utf8");
const drawable = new Set<number>(
  (create(readFileSync(`${fonts}NotoSerifSC-Regular.ttf`)) as Font).characterSet,
);

/** The first character that no font file has; typst would leave an empty box without a word. */
function missingCharacter({ blocks, subject }: LetterDocument): string | null {
  for (const character of [subject, ...blocks.flatMap(textsOf)].join("")) {
    const code = character.codePointAt(0) ?? 0;
    if (character !== "\n" && !drawable.has(code)) return character;
  }
  return null;
}

/** Draws a letter. Its creation time is noon of its day: the same letter is the same file. */
function print(letter: LetterDocument): Uint8Array {
  try {
    const inputs = { letter: JSON.stringify(letter) };
    const creationTimestamp = Date.parse(`${letter.writtenOn}T12:00:00Z`) / 1000;
    return new Uint8Array(
      compiler.pdf({ mainFileContent: source, inputs }, { creationTimestamp, pdfStandard: "a-2b" }),
    );
  } finally {
    compiler.evictCache(0);
  }
}

function answer({ order, letter }: PrintOrder): PrintAnswer {
  const missing = missingCharacter(letter);
  if (missing !== null) return { order, missing };
  try {
    return { order, pdf: print(letter) };
  } catch (error) {
    return { order, bug: error instanceof Error ? error.message : String(error) };
  }
}

const port = parentPort;
assert(port !== null, "the printing thread is started as a thread");
port.on("message", (order: PrintOrder) => port.postMessage(answer(order)));
