/** SWIFT MT942: the interim report of a running day, without balances. */
import type { StatementFormat } from "./format.ts";
import { hasField } from "./swift.ts";
import { readSwift } from "./swift-statement.ts";

export const mt942: StatementFormat = {
  name: "mt942",
  sniff: ({ text }) => {
    if (!hasField(text, "20") || hasField(text, "60[FM]|62[FM]")) return "no";
    return hasField(text, "34F|13D?|90[CD]") ? "sure" : "no";
  },
  read: (file) => readSwift(file, "mt942"),
};
