/** Amounts among the facts of a reason, several currencies side by side. */
import { groupedAmount, parseMoney } from "../../src/domain/values/money.ts";

type Named = { readonly amount?: unknown; readonly currency?: unknown };

function one({ amount, currency }: Named): string {
  const parsed = parseMoney(String(amount), String(currency));
  return parsed.ok ? `${currency} ${groupedAmount(parsed.value)}` : `${currency} ${amount}`;
}

/** "CNY 1,250.00 + USD 3.00"; a dash where nothing is listed. */
export function moneyList(value: unknown): string {
  const amounts = (Array.isArray(value) ? value : [value]).filter(
    (each): each is Named => typeof each === "object" && each !== null,
  );
  return amounts.length === 0 ? "–" : amounts.map(one).join(" + ");
}
