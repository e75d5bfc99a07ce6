/** `huikuan report ageing`: what is open, by how late it is. */
import { type Buckets, parseBuckets, STANDARD_BUCKETS } from "../domain/book/ageing.ts";
import type { OpenHouse } from "../main.ts";
import { ageingJson, ageReceivables } from "../reports/ageing.ts";
import { ageingSheet } from "../reports/ageing-sheet.ts";
import { misused } from "./command.ts";
import { dayOption } from "./house.ts";
import { choice, creditorsOf, type Finished, todayOf } from "./report-parts.ts";

const OWNERS = ["customer", "creditor"] as const;

export type AgeingOptions = {
  readonly on?: string | undefined;
  readonly known?: string | undefined;
  readonly by?: string | undefined;
  readonly buckets?: string | undefined;
  readonly creditor?: string | undefined;
};

/** Reads the options first, so that a wrong one is said before the store is opened. */
export function ageingReport(
  options: AgeingOptions,
): (house: OpenHouse) => Promise<Finished & { readonly ties: boolean }> {
  const by = choice("by", options.by ?? "customer", OWNERS);
  const buckets = bucketsOption(options.buckets);
  const [on, known] = [dayOption("on", options.on), dayOption("known", options.known)];
  return async (house) => {
    const creditors = await creditorsOf(house, options.creditor ?? null);
    const asked = { creditors, on: on ?? (await todayOf(house, creditors)), by, buckets };
    const aged = await house.store.database.reading((tx) =>
      ageReceivables(tx, known === undefined ? asked : { ...asked, known }),
    );
    return {
      fileStem: `ageing-${aged.on}`,
      json: ageingJson(aged),
      sheet: (language) => ageingSheet(aged, language),
      ties: aged.ties,
    };
  };
}

function bucketsOption(text: string | undefined): Buckets {
  if (text === undefined) return STANDARD_BUCKETS;
  const parsed = parseBuckets(text);
  if (parsed.ok) return parsed.value;
  throw misused({
    zh: `--buckets 的值“${text}”不可用：写成 30,60,90 或 一个月内=30,更早，天数递增，名称不重复。`,
    en: `--buckets is "${text}"; write 30,60,90 or recent=30,older: days ascend, names differ.`,
  });
}
