/** The text of SWIFT customer statements: messages, and the tagged fields in them. */
export type SwiftField = {
  /** `61`, `60F`; without the colons. */
  readonly tag: string;
  readonly line: number;
  /** The lines of the field. */
  readonly content: readonly string[];
};

export type SwiftMessage = {
  readonly line: number;
  readonly fields: readonly SwiftField[];
  /** Whether its end is marked: `-`, `-}`. */
  readonly ended: boolean;
};

const FIELD = /^\s?(?:\{[^{}]*\})*(?:\{4:)?:(\d\d[A-Z]?|[A-Z]{2}):(.*)$/;
/** `-}` and `-` end a message; so do the blocks around the next one. */
const END = /^(?:-\}?.{0,8}|\{.*)$/;

/** A message begins with its reference (20). What stands outside of messages is envelope. */
export function swiftMessages(text: string): readonly SwiftMessage[] {
  const messages: Growing[] = [];
  let open = false;
  for (const [index, content] of text.split(/\r\n?|\n/).entries()) {
    const [, tag = null, value = ""] = FIELD.exec(content) ?? [];
    if (tag === "20") messages.push({ line: index + 1, fields: [], ended: false });
    const message = messages.at(-1);
    if (message === undefined) continue;
    if (tag !== null) {
      message.fields.push({ tag, line: index + 1, content: [value] });
      open = true;
    } else if (END.test(content)) {
      message.ended ||= content.startsWith("-");
      open = false;
    } else if (open) {
      message.fields.at(-1)?.content.push(content);
    }
  }
  return messages;
}

type Growing = {
  readonly line: number;
  readonly fields: { readonly tag: string; readonly line: number; readonly content: string[] }[];
  ended: boolean;
};

export const fieldOf = ({ fields }: SwiftMessage, ...tags: readonly string[]): SwiftField | null =>
  fields.find(({ tag }) => tags.includes(tag)) ?? null;

/** Whether a line of the text begins with one of these fields. */
export const hasField = (text: string, tags: string): boolean =>
  new RegExp(`^\\s?(?:\\{.*\\{4:)?:(?:${tags}):`, "m").test(text);
