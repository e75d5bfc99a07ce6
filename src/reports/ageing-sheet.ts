/** The ageing report as a sheet: its columns, their headings, and the totals below. */
import type { AgeingLine, Bucket } from "../domain/book/ageing.ts";
import type { Cell, Column, Sheet, SheetWords } from "../domain/values/sheet.ts";
import type { AgeingReport } from "./ageing.ts";

const text = (zh: string, en: string): Column => ({ heading: { zh, en }, kind: "text" });
const amount = (heading: SheetWords): Column => ({ heading, kind: "amount" });

/** "1-30" reads 1-30天; a label of one's own stays as it is. */
export function bucketHeading({ key, lastDay }: Bucket): SheetWords {
  if (key === "not_due") return { zh: "未到期", en: "Not due" };
  if (lastDay !== null && /^\d+-\d+$/.test(key)) return { zh: `${key}天`, en: `${key} days` };
  const over = /^(\d+)\+$/.exec(key)?.[1];
  if (over !== undefined) return { zh: `${over}天以上`, en: `over ${over} days` };
  return { zh: key, en: key };
}

const amountsOf = ({ amounts, unapplied, total }: AgeingLine): readonly Cell[] => [
  ...amounts,
  unapplied,
  total,
];

export function ageingSheet(report: AgeingReport, language: "zh" | "en"): Sheet {
  const byCustomer = report.by === "customer";
  const owners = byCustomer
    ? [text("债权人", "Creditor"), text("客户编号", "Customer no."), text("客户名称", "Customer")]
    : [text("债权人", "Creditor"), text("名称", "Name")];
  const sumName = language === "zh" ? "合计" : "Total";
  const blanks = owners.slice(1).map(() => null);
  return {
    title: { zh: `账龄分析 ${report.on}`, en: `Ageing ${report.on}` },
    columns: [
      ...owners,
      text("币种", "Currency"),
      ...report.buckets.map((bucket) => amount(bucketHeading(bucket))),
      amount({ zh: "未核销收款", en: "Unapplied" }),
      amount({ zh: "合计", en: "Total" }),
    ],
    rows: report.rows.map((row) => [
      row.creditor,
      ...(byCustomer ? [row.customer] : []),
      row.name,
      row.currency,
      ...amountsOf(row),
    ]),
    totals: report.totals.map((line) => [sumName, ...blanks, line.currency, ...amountsOf(line)]),
  };
}
