/** USCC: real codes, the check character, and what a slip of the hand does. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseUscc, usccCheckCharacter } from "./uscc.ts";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const character = fc.constantFrom(...ALPHABET);
const codes = fc
  .tuple(
    fc.constantFrom("1", "5", "9"),
    character,
    fc.stringMatching(/^\d{6}$/),
    fc.array(character, { minLength: 9, maxLength: 9 }),
  )
  .map(([office, kind, place, organisation]) => {
    const first = `${office}${kind}${place}${organisation.join("")}`;
    return first + usccCheckCharacter(first);
  });

test.each([
  "91350100M000100Y43",
  "914403001922038216",
  "9144030071526726XG",
  "91110000802100433B",
  "91330100799655058B",
])("%s holds", (code) => {
  expect(parseUscc(code)).toEqual({ ok: true, value: { uscc: code, checksumHolds: true } });
});

test("a wrong check character warns: a slip and a genuine pilot code look alike", () => {
  expect(parseUscc("911100001000013428")).toMatchObject({ value: { checksumHolds: false } });
  expect(usccCheckCharacter("91110000100001342")).toBe("C");
  expect(parseUscc("91350211M0000XUF46")).toMatchObject({ value: { checksumHolds: false } });
});

test.each([
  "",
  "9111000010000134",
  "91110000100001342I",
  "9111OOOO1000013428",
  "X1110000100001342C",
])("%j has not the form of a code", (text) => {
  expect(parseUscc(text)).toEqual({ ok: false, refusal: { code: "uscc_malformed", text } });
});

test("it is read as people write it", () => {
  expect(parseUscc(" ９１440300 71526726xg ")).toMatchObject({
    value: { uscc: "9144030071526726XG", checksumHolds: true },
  });
});

test("one wrong character or two neighbours swapped never pass", () => {
  fc.assert(
    fc.property(codes, fc.nat({ max: 17 }), character, (code, at, other) => {
      fc.pre(code.charAt(at) !== other);
      const slipped = code.slice(0, at) + other + code.slice(at + 1);
      const read = parseUscc(slipped);
      expect(read.ok && read.value.checksumHolds).toBe(false);
    }),
  );
  fc.assert(
    fc.property(codes, fc.nat({ max: 16 }), (code, at) => {
      const [left, right] = [code.charAt(at), code.charAt(at + 1)];
      fc.pre(left !== right);
      const read = parseUscc(code.slice(0, at) + right + left + code.slice(at + 2));
      expect(read.ok && read.value.checksumHolds).toBe(false);
    }),
  );
});
