/** What an import of a bank's file came to, for the reader of a terminal. */
import type { StatementOutcome } from "../actions/statement-outcome.ts";
import { groupedAmount, type Money, negate } from "../domain/values/money.ts";
import type { viewStatement } from "../views/statement-preview.ts";
import type { Language, Words } from "./command.ts";

export type Preview = Awaited<ReturnType<typeof viewStatement>>;

const shown = (amount: Money): string => `${amount.currency} ${groupedAmount(amount)}`;
export const sumText = (sums: readonly Money[]): string =>
  sums.length === 0 ? "—" : sums.map(shown).join(" + ");

const FATES: readonly (readonly [keyof StatementOutcome["sums"], Words])[] = [
  ["applied", { zh: "自动核销", en: "settled by itself" }],
  ["onAccount", { zh: "挂客户账（预收）", en: "kept on account" }],
  ["proposed", { zh: "待核对（有建议）", en: "waiting with a proposal" }],
  ["unmatched", { zh: "待认领", en: "waiting without one" }],
  ["ignored", { zh: "无需处理", en: "left out" }],
];

/** What was taken, and what became of it. */
export function outcomeText(
  fileName: string,
  { format, counts, sums, importId }: StatementOutcome,
  language: Language,
): string {
  const zh = language === "zh";
  const colon = zh ? "：" : ": ";
  const head = zh
    ? `${importId === null ? "没有新流水" : "已导入"}：${fileName}（${format}）`
    : `${importId === null ? "Nothing new" : "Imported"}: ${fileName} (${format})`;
  const read = zh
    ? `  共 ${counts.read} 条，其中 ${counts.known} 条以前已导入，新增 ${counts.taken} 条`
    : `  ${counts.read} lines, ${counts.known} of them known, ${counts.taken} new`;
  const fates = FATES.filter(([fate]) => counts[fate] > 0).map(
    ([fate, words]) => `  ${words[language]}${colon}${counts[fate]}  ${sumText(sums[fate])}`,
  );
  const notices = noticesText(counts.notices, language);
  return [head, read, ...fates, ...notices, ""].join("\n");
}

/** What the bank says of payments without an entry of its own. */
const noticesText = (count: number, language: Language): readonly string[] =>
  count === 0
    ? []
    : [language === "zh" ? `  银行通知：${count} 条` : `  notices of the bank: ${count}`];

function statementText(statement: Preview["statements"][number], zh: boolean): readonly string[] {
  const { account, lines, known, moneyIn, moneyOut, opening, closing, difference } = statement;
  const balance = (amount: Money | null) => (amount === null ? "—" : shown(amount));
  const named = account ?? (zh ? "（文件未注明账户）" : "(account not told)");
  const differs = difference !== null && difference.minor !== 0n;
  if (zh) {
    return [
      `  ${named}：${lines} 条（已有 ${known}），收入 ${shown(moneyIn)}，支出 ${shown(negate(moneyOut))}`,
      `    期初 ${balance(opening)}，期末 ${balance(closing)}${differs ? `，相差 ${shown(difference)}` : ""}`,
    ];
  }
  return [
    `  ${named}: ${lines} lines (${known} known), in ${shown(moneyIn)}, out ${shown(negate(moneyOut))}`,
    `    opening ${balance(opening)}, closing ${balance(closing)}${differs ? `, difference ${shown(difference)}` : ""}`,
  ];
}

/** What a file holds, before anything is stored. */
export function previewText(fileName: string, preview: Preview, language: Language): string {
  const zh = language === "zh";
  const head = zh
    ? `预览（未写入）：${fileName}（${preview.format}）`
    : `Preview (nothing stored): ${fileName} (${preview.format})`;
  const notices = noticesText(preview.notices, language);
  const statements = preview.statements.flatMap((one) => statementText(one, zh));
  return [head, ...statements, ...notices, ""].join("\n");
}
