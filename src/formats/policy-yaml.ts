/** Policy files: YAML text to a policy, each fault with its path and line. */
import { isNode, LineCounter, parseDocument } from "yaml";
import {
  type Policy,
  type PolicyFault,
  type PolicyRefusal,
  parsePolicy,
} from "../domain/strategy/policy.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";

/** A policy's text, its plain values (scalars as text, so amounts keep their digits), itself. */
export type PolicyFile = {
  readonly text: string;
  readonly body: unknown;
  readonly policy: Policy;
};

/** A policy is a page or two; anything longer is something else. */
const LONGEST = 200_000;

const wholeText = (fault: Omit<PolicyFault, "path">): Result<never, PolicyRefusal> =>
  refuse({ code: "policy_invalid", faults: [{ path: "", ...fault }] });

/** `steps[3].trigger` as the keys that lead there. */
const keysOf = (path: string): (string | number)[] =>
  path
    .split(/[.[\]]+/)
    .filter((key) => key !== "")
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/**
 * Reads a policy file. Refused: text that is no YAML (with the line), a text too long, and every
 * fault of the policy itself, with the line of the field or of the mapping that lacks it.
 */
export function readPolicyFile(text: string): Result<PolicyFile, PolicyRefusal> {
  if (text.length > LONGEST) return wholeText({ reason: "text_too_long", line: null });
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines, version: "1.2" });
  const [wrong] = document.errors;
  if (wrong !== undefined) {
    const line = lines.linePos(wrong.pos[0]).line;
    return wholeText({ reason: "text_malformed", line, found: wrong.code });
  }
  let body: unknown;
  try {
    body = document.toJS({ maxAliasCount: 20 });
  } catch {
    return wholeText({ reason: "text_malformed", line: null, found: "ALIASES" });
  }
  const lineOf = (path: string): number | null => {
    for (let keys = keysOf(path); ; keys = keys.slice(0, -1)) {
      const node = document.getIn(keys, true);
      const start = isNode(node) ? node.range?.[0] : undefined;
      if (start !== undefined) return lines.linePos(start).line;
      if (keys.length === 0) return null;
    }
  };
  const parsed = parsePolicy(body);
  if (parsed.ok) return ok({ text, body, policy: parsed.value });
  const faults = parsed.refusal.faults.map((fault) => ({ ...fault, line: lineOf(fault.path) }));
  return refuse({ code: "policy_invalid", faults });
}
