/** The name of a cause: a reason, a department, a customer's name or a month. */
import type { DisputeCauses } from "../../../src/contract/dispute-causes.ts";
import { named } from "../../words/named.ts";
import type { Words } from "../../words/zh.ts";

type Cause = DisputeCauses["rows"][number];

export function causeName(words: Words, by: DisputeCauses["by"], { key, name }: Cause): string {
  if (by === "reason") return named(words.terms.disputeReasons, key);
  if (by === "department") return named(words.departments, key);
  return name ?? key;
}
