/** SWIFT MT940: the customer statement of a closed day. */
import type { StatementFormat } from "./format.ts";
import { hasField } from "./swift.ts";
import { readSwift } from "./swift-statement.ts";

export const mt940: StatementFormat = {
  name: "mt940",
  sniff: ({ text }) => (hasField(text, "20") && hasField(text, "60[FM]|62[FM]") ? "sure" : "no"),
  read: (file) => readSwift(file, "mt940"),
};
