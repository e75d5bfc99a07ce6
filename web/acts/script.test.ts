/** What a script's answers suggest: the gravest of them. */
import { expect, test } from "vitest";
import { outcomeOf } from "./script.tsx";

const answers = (...leadsTo: readonly string[]) =>
  new Map(leadsTo.map((each, index) => [`question${index}`, { key: "no", leadsTo: each }]));

test("a check call where everything is right is a confirmation", () => {
  expect(outcomeOf(answers("nothing", "nothing"))).toBe("confirmed");
});

test("a wrong amount outweighs a missing copy, and that outweighs a late payment run", () => {
  expect(outcomeOf(answers("follow_up", "invoice_copy", "dispute"))).toBe("disputed");
  expect(outcomeOf(answers("follow_up", "invoice_copy"))).toBe("invoice_copy_asked");
  expect(outcomeOf(answers("nothing", "follow_up"))).toBe("reached");
});

test("who won't pay is written down as such, though a date was named", () => {
  expect(outcomeOf(answers("promise", "escalation"))).toBe("refused_to_pay");
});
